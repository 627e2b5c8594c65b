package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.failure;
import static io.heliograph.origin.FeedSamples.read;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to have the reader load, expand or compute what it should not. */
class XmlAttackTest {

    private static final String SECRET = "the-secret-of-the-house";

    @TempDir
    Path directory;

    @Test
    void externalEntities_areNotLoaded() throws Exception {
        // Given
        Path secret = Files.writeString(directory.resolve("secret"), SECRET);
        Vertx vertx = Vertx.vertx();
        List<ParsedFeed> feeds = new ArrayList<>();
        List<ScriptedServer.Asked> asked;

        // When
        try (ScriptedServer server = ScriptedServer.start(vertx).serve("/x.dtd", "<!ENTITY e '" + SECRET + "'>")) {
            for (String declared : List.of(
                    "<!DOCTYPE rss [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                    "<!DOCTYPE rss [<!ENTITY e PUBLIC 'x' '" + server.url("/x.dtd") + "'>]>",
                    "<!DOCTYPE rss SYSTEM '" + server.url("/x.dtd") + "'>",
                    "<!DOCTYPE rss [<!ENTITY % p SYSTEM '" + server.url("/x.dtd") + "'> %p;]>",
                    "<!doctype rss [<!ENTITY e '" + SECRET + "'>]>",
                    "<!DOCTYPE rss [<!ENTITY e '" + SECRET + "'><!ATTLIST item x CDATA ']>'>]>",
                    "<!-- <x> --><!DOCTYPE rss [<!ENTITY e '" + SECRET + "'>]>")) {
                String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
                feeds.add(read(rss("<title>a&e;b</title><guid isPermaLink='false'>1</guid>")
                        .replace(prolog, prolog + declared)));
            }
            asked = List.copyOf(server.asked());
        } finally {
            ScriptedServer.settle(vertx.close());
        }

        // Then
        assertThat(asked).isEmpty();
        assertThat(feeds)
                .hasSize(7)
                .allSatisfy(feed -> assertThat(feed.drafts())
                        .extracting(d -> d.story().title())
                        .singleElement()
                        .asString()
                        .doesNotContain(SECRET));
    }

    @Test
    void entitiesOfEntities_areNotExpanded() throws OriginFailure {
        // Given
        StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        laughs.append("]>");

        // When
        ParsedFeed feed = read(laughs + rss("<title>x &l19; y</title>").replaceFirst("<\\?xml[^>]*>", ""));

        // Then
        assertThat(feed.drafts().get(0).story().title()).hasSizeLessThan(50);
    }

    @Test
    void inclusions_areNotFollowed() throws Exception {
        // Given
        Path secret = Files.writeString(directory.resolve("secret"), SECRET);

        // When
        ParsedFeed feed = read(rss("<title>One</title><description><xi:include parse='text' href='" + secret.toUri()
                + "' xmlns:xi='http://www.w3.org/2001/XInclude'/></description>"));

        // Then
        assertThat(feed.drafts().get(0).story().html()).doesNotContain(SECRET);
    }

    @Test
    void styleSheetsAndInstructions_areSkipped() throws OriginFailure {
        assertThat(read(rss("<title>One</title>").replace("<rss", "<?xml-stylesheet href='file:///etc/passwd'?><rss"))
                        .drafts())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void elementsThatNestDeeply_areRefusedOrFlattened_butEnd(int depth) {
        String document = "<rss version='2.0'><channel>" + "<a>".repeat(depth) + "</channel></rss>";
        assertThat(failure(document).reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void attributesWithoutNumber_areRefused() {
        // Given
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }

        // When
        OriginFailure failure = failure("<rss version='2.0'" + attributes + "><channel/></rss>");

        // Then
        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [",
                "<!DOCTYPE rss [<!ENTITY e '",
                "<!DOCTYPE",
                "<rss version='2.0'><channel><title><![CDATA[ never closed",
                "<rss version='2.0'><!-- never closed",
                "<rss version='2.0'><channel><item><title>&#xFFFFFFFF;</title>",
                "<rss version='2.0'><channel><item><title>&#0;</title>",
                "<a:rss version='2.0'><a:channel/></a:rss>",
                "<rss xmlns='' xmlns:xml='wrong'/>",
                "<rss xmlns:x=''/>",
                "<rss:rss/>",
                "<rdf:RDF/>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><entry><entry/></entry></entry></feed>",
                "<rss><rss><rss><channel/></rss></rss></rss>",
                "<channel><item/></channel>",
            })
    void brokenDocuments_areReadOrRefused(String document) {
        // When
        String outcome;
        try {
            outcome = read(document).drafts().size() + " entries";
        } catch (OriginFailure e) {
            outcome = e.reason().name();
        }

        // Then
        assertThat(outcome).matches("UNREADABLE|\\d+ entries");
    }
}
