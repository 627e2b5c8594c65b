package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said with a stored response is made once for all who ask within a second, and is right for each of them. */
class MirrorHitTest {

    private static final String LONG = "<p>" + "words ".repeat(200) + "</p>";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    /** RFC 9110, section 5.3: lines of one name are a list, and none of them is lost. */
    @Test
    void hits_haveEveryLineOfAField() {
        mirror.origin().on("/lines", request -> {
            request.response().headers().add("link", "</a.css>; rel=preload").add("link", "</b.css>; rel=preload");
            MirrorFixture.answer(
                    request, LONG, "etag", "\"v1\"", "content-type", "text/html", "cache-control", "max-age=600");
        });
        mirror.get("/lines");

        Answer hit = mirror.get("/lines");

        assertThat(lines(hit, "link")).containsExactly("link: </a.css>; rel=preload", "link: </b.css>; rel=preload");
        assertThat(lines(mirror.get("/lines", "If-None-Match: " + hit.field("etag")), "link"))
                .hasSize(2);
    }

    /** RFC 9110, section 15.4.5, and section 8.8.3: what others were told a moment before is not for who asks otherwise. */
    @Test
    void hits_areForTheCodingAndTheConditionOfEach() {
        mirror.serve("/each", LONG, "etag", "\"v1\"", "content-type", "text/html", "cache-control", "max-age=600");
        mirror.get("/each");

        Answer plain = mirror.get("/each");
        Answer coded = mirror.get("/each", "Accept-Encoding: gzip");
        Answer held = mirror.get("/each", "If-None-Match: " + plain.field("etag"));
        Answer heldCoded = mirror.get("/each", "Accept-Encoding: gzip", "If-None-Match: " + coded.field("etag"));
        Answer head = mirror.ask("HEAD", "/each");

        assertThat(plain.field("content-encoding")).isEmpty();
        assertThat(coded.field("content-encoding")).isEqualTo("gzip");
        assertThat(coded.field("etag")).isNotEqualTo(plain.field("etag"));
        assertThat(held.status()).isEqualTo(304);
        assertThat(heldCoded.status()).isEqualTo(304);
        assertThat(heldCoded.field("etag")).isEqualTo(coded.field("etag"));
        assertThat(mirror.get("/each", "If-None-Match: \"other\"").status()).isEqualTo(200);
        assertThat(head.field("content-length")).isEqualTo(plain.field("content-length"));
        assertThat(head.body()).isEmpty();
    }

    /** RFC 9110, section 9.3.1 and 14.2: a part is no hit of the whole. */
    @Test
    void partOfAHit_hasItsOwnFields() {
        mirror.serve("/part", LONG, "content-type", "text/html", "cache-control", "max-age=600");
        mirror.get("/part");
        mirror.get("/part");

        Answer part = mirror.get("/part", "Range: bytes=0-2");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("<p>");
        assertThat(part.field("content-length")).isEqualTo("3");
        assertThat(mirror.get("/part").text()).isEqualTo(LONG);
    }

    private static List<String> lines(Answer answer, String name) {
        return answer.fields().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .toList();
    }
}
