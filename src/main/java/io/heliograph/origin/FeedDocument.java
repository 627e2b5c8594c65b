package io.heliograph.origin;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a feed of any kind. The kind is known by content: what a server calls it is wrong too often. */
final class FeedDocument {

    private static final Pattern HTML = Pattern.compile("<html[\\s>/]", Pattern.CASE_INSENSITIVE);

    private FeedDocument() {}

    /**
     * Reads a document.
     *
     * @param contentType field value; empty if unknown
     * @param url where it came from, for relative links
     * @param hosts of the site: links to them are own links
     * @throws OriginFailure if it is no feed
     */
    static ParsedFeed parse(byte[] bytes, String contentType, URI url, List<Host> hosts) throws OriginFailure {
        String text = DocumentText.decode(bytes, contentType).stripLeading();
        if (text.isEmpty()) {
            throw new OriginFailure(OriginFailure.Reason.UNREADABLE, "the document is empty");
        }
        ParsedFeed feed;
        if (text.charAt(0) == '{') {
            feed = JsonFeedReader.read(text, url, hosts);
        } else if (looksLikeHtml(text)) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE,
                    "a web page, not a feed: give the address of the feed itself, or see whether the server bars programs");
        } else {
            feed = XmlFeedReader.read(text, url, hosts);
        }
        return distinct(feed);
    }

    private static boolean looksLikeHtml(String text) {
        int root = XmlText.firstElement(text);
        return root >= 0 && HTML.matcher(text).region(root, text.length()).lookingAt();
    }

    /**
     * The feed with every entry told apart. Where entries share an id although they have different links or titles, it is
     * none, and link or title take its place. Of entries that are alike in all of this the first stays.
     */
    private static ParsedFeed distinct(ParsedFeed feed) {
        Map<String, List<Draft>> bySource = feed.drafts().stream().collect(Collectors.groupingBy(Draft::source));
        List<Draft> drafts = new ArrayList<>();
        List<EntryProblem> problems = new ArrayList<>(feed.problems());
        Set<String> seen = new HashSet<>();
        for (Draft draft : feed.drafts()) {
            if (drafts.size() == ParsedFeed.MOST_ENTRIES) {
                problems.add(new EntryProblem(
                        Text.line(feed.title()),
                        EntryProblem.Reason.TOO_LARGE,
                        feed.drafts().size() + " entries; only the first " + ParsedFeed.MOST_ENTRIES + " are taken"));
                break;
            }
            Draft told = toldApart(draft, bySource.getOrDefault(draft.source(), List.of()));
            if (seen.add(told.source())) {
                drafts.add(told);
            } else {
                problems.add(new EntryProblem(
                        told.story().title(), EntryProblem.Reason.DUPLICATE, "an entry before it has the same id"));
            }
        }
        return new ParsedFeed(feed.title(), feed.description(), feed.language(), drafts, problems, feed.ttl());
    }

    private static Draft toldApart(Draft draft, List<Draft> sharing) {
        long links = sharing.stream().map(Draft::link).distinct().count();
        if (links == sharing.size() && !draft.link().isEmpty()) {
            return sharing.size() > 1 ? draft.toldApartBy(draft.link()) : draft;
        }
        long titles = sharing.stream()
                .map(other -> other.link() + '\n' + other.story().title())
                .distinct()
                .count();
        return titles > 1
                ? draft.toldApartBy(draft.link() + '\n' + draft.story().title())
                : draft;
    }
}
