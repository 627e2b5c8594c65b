package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a body that is other than the origin sent: R16 to R20. */
class MirrorRepresentationTest {

    private static final String FRESH = "max-age=1000";
    private static final String STALE = "max-age=0";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory, "sites.0.mirror.robots=noindex");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    private static String page() {
        return "<p><a href=\"" + mirror.origin().url("/next") + "\">next</a></p>" + "x".repeat(2000);
    }

    private static void serve(String path, String cacheControl, String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(new String[] {"content-type", "text/html", "cache-control", cacheControl}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        mirror.serve(path, page(), fields);
    }

    @Test
    @DisplayName(
            "R16: a changed body has a strong tag of its own, for each host and coding, and no digest of the origin's")
    void changedBody_hasATagOfItsOwn() {
        serve("/tag", FRESH, "etag", "\"o\"", "content-md5", "x", "digest", "sha-256=x", "repr-digest", "sha-256=:x:");

        Answer here = mirror.get("/tag");
        Answer coded = mirror.get("/tag", "Accept-Encoding: gzip");
        Answer there = RawHttp.get(mirror.gateway().port(), TestGateway.MIRROR, "/tag");

        List<String> tags = List.of(here.field("etag"), coded.field("etag"), there.field("etag"));
        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches("\"[^\"]{10,}\""));
        assertThat(here.fields())
                .noneMatch(line -> line.matches("(?i)(content-md5|digest|repr-digest|content-digest):.*"));
        assertThat(here.field("content-length")).isEqualTo(String.valueOf(here.body().length));
    }

    @Test
    @DisplayName("R11: a script is one by its name, too: browsers run it whatever type it has")
    void script_ofATypeThatTellsNothing_isRewritten() {
        String script = "go('" + mirror.origin().url("/x") + "')";
        for (String type : List.of("text/plain", "application/octet-stream")) {
            String path = "/" + type.replace('/', '-') + ".js";
            mirror.serve(path, script, "content-type", type);

            assertThat(RawHttp.get(mirror.gateway().port(), TestGateway.MIRROR, path)
                            .text())
                    .isEqualTo("go('http://" + TestGateway.MIRROR + "/x')");
        }
    }

    @Test
    @DisplayName("R16: the origin is asked by its own tag, and never sees a visitor's")
    void origin_isAskedByItsOwnTag() {
        serve("/own-tag", STALE, "etag", "\"o\"");
        String ours = mirror.get("/own-tag").field("etag");

        Answer again = mirror.get("/own-tag", "If-None-Match: " + ours);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.field("etag")).isEqualTo(ours);
        assertThat(mirror.origin().lastAsked().field("if-none-match")).isEqualTo("\"o\"");
    }

    @Test
    @DisplayName("R16: when it last changed is still true of a changed body, and is asked by")
    void changedBody_keepsItsDate() {
        String date = "Sat, 28 Nov 2026 12:00:00 GMT";
        serve("/dated", STALE, "last-modified", date);

        Answer first = mirror.get("/dated");

        assertThat(first.field("last-modified")).isEqualTo(date);
        assertThat(mirror.get("/dated", "If-Modified-Since: " + date).status()).isEqualTo(304);
        assertThat(mirror.origin().lastAsked().field("if-modified-since")).isEqualTo(date);
    }

    @Test
    @DisplayName("R16: an unchanged body keeps the origin's tag")
    void unchangedBody_keepsItsTag() {
        mirror.serve("/same", "<p>nothing</p>", "content-type", "text/html", "cache-control", FRESH, "etag", "\"o\"");

        assertThat(mirror.get("/same").field("etag")).isEqualTo("\"o\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 97, 500, 5000})
    @DisplayName("R17: the parts of a changed body, put together, are the body")
    void parts_areThoseOfTheChangedBody(int length) {
        serve("/parts", FRESH);
        String whole = mirror.get("/parts").text();

        String together = IntStream.iterate(
                        0, from -> from < Math.min(whole.length(), 40 * length), from -> from + length)
                .mapToObj(from -> mirror.get("/parts", "Range: bytes=" + from + "-" + (from + length - 1))
                        .text())
                .collect(Collectors.joining());

        assertThat(together).isEqualTo(whole.substring(0, Math.min(whole.length(), 40 * length)));
    }

    @Test
    @DisplayName("R17: no part of what is to be rewritten is asked for")
    void range_ofADocument_isNotPassedOn() {
        serve("/cold", FRESH);

        Answer part = mirror.get("/cold", "Range: bytes=0-2", "If-Range: \"x\"");

        assertThat(mirror.origin().lastAsked().fields()).doesNotContainKeys("range", "if-range");
        assertThat(part.status()).isEqualTo(200);
        assertThat(mirror.get("/cold", "Range: bytes=0-2").text()).isEqualTo("<p>");
        assertThat(mirror.asked("/cold")).isEqualTo(1);
    }

    @Test
    @DisplayName("R17: If-Range wants the strong tag of these very bytes")
    void ifRange_wantsTheStrongTag() {
        serve("/if-range", FRESH, "etag", "\"o\"");
        String tag = mirror.get("/if-range").field("etag");

        assertThat(mirror.get("/if-range", "Range: bytes=0-2", "If-Range: " + tag)
                        .status())
                .isEqualTo(206);
        for (String other : List.of("W/" + tag, "\"o\"", tag.replace("\"", ""))) {
            assertThat(mirror.get("/if-range", "Range: bytes=0-2", "If-Range: " + other)
                            .status())
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("R17: too many parts at once are the whole")
    void ranges_areCapped() {
        serve("/many", FRESH);
        String many = IntStream.range(0, 40)
                .mapToObj(i -> i * 10 + "-" + (i * 10 + 1))
                .collect(Collectors.joining(","));

        assertThat(mirror.get("/many", "Range: bytes=" + many).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R18: the origin is asked for codings that can be undone, and visitors get those that they like")
    void codings_areOurs() {
        serve("/coding", FRESH);

        Answer coded = mirror.get("/coding", "Accept-Encoding: x-strange, gzip;q=0.5");

        assertThat(mirror.origin().lastAsked().field("accept-encoding")).isEqualTo("gzip, br, zstd");
        assertThat(coded.field("content-encoding")).isEqualTo("gzip");
        assertThat(coded.field("vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    @DisplayName("R19: Vary is the origin's, and never names Host")
    void vary_isTheOrigins() {
        serve("/vary", FRESH, "vary", "Accept-Language");

        Answer here = mirror.get("/vary");
        Answer there = RawHttp.get(mirror.gateway().port(), TestGateway.MIRROR, "/vary");

        assertThat(here.field("vary")).isEqualTo("Accept-Language, Accept-Encoding");
        assertThat(there.field("vary")).isEqualTo(here.field("vary"));
        assertThat(there.text()).contains("http://" + TestGateway.MIRROR + "/next");
        assertThat(mirror.asked("/vary")).isEqualTo(1);
    }

    @Test
    @DisplayName("R20: search engines are told what the operator says, and whose page it is")
    void searchEngines_areToldWhoseItIs() {
        String canonical = "<link rel=\"canonical\" href=\"" + mirror.origin().url("/seo") + "\">";
        mirror.serve(
                "/seo",
                canonical + page(),
                "content-type",
                "text/html",
                "cache-control",
                FRESH,
                "x-robots-tag",
                "all",
                "link",
                "<" + mirror.origin().url("/seo") + ">; rel=canonical");

        for (int i = 0; i < 2; i++) {
            Answer answer = mirror.get("/seo");
            assertThat(answer.fields().stream().filter(line -> line.startsWith("x-robots-tag")))
                    .containsExactly("x-robots-tag: noindex");
            assertThat(answer.field("link")).contains(mirror.origin().url("/seo"));
            assertThat(answer.text()).contains(canonical);
        }
    }
}
