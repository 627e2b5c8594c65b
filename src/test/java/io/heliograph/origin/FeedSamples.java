package io.heliograph.origin;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Feed documents for tests, and what is read from them. */
final class FeedSamples {

    static final URI URL = URI.create("https://origin.example/blog/feed.xml");
    static final List<Host> HOSTS =
            List.of(Host.parse("https://news.example"), Host.parse("http://mirror.example:8080"));

    /** Where nobody asks for pictures. */
    static final RemotePictures NO_PICTURES = (typed, urls) -> Future.failedFuture("nobody should ask");

    private FeedSamples() {}

    static String rss(String... items) {
        return rssChannel("", items);
    }

    /** An RSS 2.0 document, with more in its channel. */
    static String rssChannel(String more, String... items) {
        StringBuilder all = new StringBuilder();
        for (String item : items) {
            all.append("<item>").append(item).append("</item>");
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
                xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>The Origin</title><link>https://origin.example/</link>
            <description>Of everything</description><language>en-GB</language>%s%s</channel></rss>
            """.formatted(more, all);
    }

    static String atom(String... entries) {
        return atomFeed("", entries);
    }

    /** An Atom document, with more in its feed. */
    static String atomFeed(String more, String... entries) {
        StringBuilder all = new StringBuilder();
        for (String entry : entries) {
            all.append("<entry>").append(entry).append("</entry>");
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">
            <title>The Origin</title><id>urn:uuid:feed</id><updated>2026-11-23T10:00:00Z</updated>
            <link href="https://origin.example/"/>%s%s</feed>
            """.formatted(more, all);
    }

    static String json(String... items) {
        return jsonFeed("", items);
    }

    /** A JSON Feed, with more members: each followed by a comma. */
    static String jsonFeed(String more, String... items) {
        return """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Origin", "language": "en-GB", %s
            "home_page_url": "https://origin.example/", "items": [%s]}
            """.formatted(more, String.join(",", items));
    }

    static ParsedFeed read(String document) throws OriginFailure {
        return read(document, "");
    }

    static ParsedFeed read(String document, String contentType) throws OriginFailure {
        return FeedDocument.parse(document.getBytes(StandardCharsets.UTF_8), contentType, URL, HOSTS);
    }

    /** The one entry of a document. */
    static Draft entry(String document) throws OriginFailure {
        List<Draft> drafts = read(document).drafts();
        Assertions.assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    /** Why a document is not taken. */
    static OriginFailure failure(String document) {
        Optional<OriginFailure> failure = Optional.empty();
        try {
            read(document);
        } catch (OriginFailure e) {
            failure = Optional.of(e);
        }
        Assertions.assertThat(failure).as("failure").isPresent();
        return failure.orElseThrow();
    }
}
