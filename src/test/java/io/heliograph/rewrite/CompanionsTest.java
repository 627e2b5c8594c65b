package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R2 and R9 to R13 with an origin that has hosts of its own beside two of the site's three. */
class CompanionsTest {

    private static final String NEWS = "https://news.example";
    private static final String MIRROR = "http://mirror.example:8080";
    private static final String THIRD = "https://third.example";
    private static final String PAGE = "https://www.example.org/a/page";
    private static final String CDN_PAGE = "https://cdn.example.org/a/page";
    private static final Map<String, String> TWO =
            Map.of(NEWS, "https://cdn.news.example", MIRROR, "http://cdn.mirror.example:8080");

    private static final OriginMap PARTLY = map(TWO, false);
    private static final OriginMap WHOLLY = map(TWO, true);

    private static OriginMap map(Map<String, String> companions, boolean everywhere) {
        return new OriginMap(List.of(
                Mount.root("https://www.example.org"),
                Mount.beside("/-", "https://cdn.example.org", companions, everywhere),
                Mount.under("/-", "https://img.example.org")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "text/html ~ <a href='https://cdn.example.org/x'> ~ <a href='https://cdn.news.example/x'> ~"
                        + " <a href='http://cdn.mirror.example:8080/x'> ~ <a href='https://third.example/-/o/cdn.example.org/x'>",
                "text/html ~ <img src='//cdn.example.org/x' srcset='https://cdn.example.org/y 2x'> ~"
                        + " <img src='//cdn.news.example/x' srcset='https://cdn.news.example/y 2x'> ~"
                        + " <img src='//cdn.mirror.example:8080/x' srcset='http://cdn.mirror.example:8080/y 2x'> ~"
                        + " <img src='//third.example/-/o/cdn.example.org/x' srcset='https://third.example/-/o/cdn.example.org/y 2x'>",
                "text/html ~ <script>a('wss://cdn.example.org/s', 'https:\\/\\/cdn.example.org\\/y')</script> ~"
                        + " <script>a('wss://cdn.news.example/s', 'https:\\/\\/cdn.news.example\\/y')</script> ~"
                        + " <script>a('ws://cdn.mirror.example:8080/s', 'http:\\/\\/cdn.mirror.example:8080\\/y')</script> ~"
                        + " <script>a('wss://third.example/-/o/cdn.example.org/s', 'https:\\/\\/third.example/-/o/cdn.example.org\\/y')</script>",
                "text/css ~ a { src: url(https://cdn.example.org/f.woff2) } ~ a { src: url(https://cdn.news.example/f.woff2) } ~"
                        + " a { src: url(http://cdn.mirror.example:8080/f.woff2) } ~"
                        + " a { src: url(https://third.example/-/o/cdn.example.org/f.woff2) }",
                "application/json ~ {\"a\":\"https://cdn.example.org/x\"} ~ {\"a\":\"https://cdn.news.example/x\"} ~"
                        + " {\"a\":\"http://cdn.mirror.example:8080/x\"} ~ {\"a\":\"https://third.example/-/o/cdn.example.org/x\"}",
                "text/javascript ~ import 'https://cdn.example.org/m.js'; ~ import 'https://cdn.news.example/m.js'; ~"
                        + " import 'http://cdn.mirror.example:8080/m.js'; ~ import 'https://third.example/-/o/cdn.example.org/m.js';",
            })
    void page_leadsToTheCompanionOfTheHost_andWhereIsNone_toThePath(
            String type, String body, String news, String mirror, String third) {
        Slotted made = rewrite(PARTLY, type, PAGE, body);

        assertThat(made.on(NEWS)).asString().isEqualTo(news);
        assertThat(made.on(MIRROR)).asString().isEqualTo(mirror);
        assertThat(made.on(THIRD)).asString().isEqualTo(third);
        for (String host : List.of(NEWS, MIRROR, THIRD)) {
            assertThat(made.lengthOn(host)).isEqualTo(made.on(host).length);
            assertThat(made.rangeOn(host, 3, made.lengthOn(host)))
                    .asString()
                    .isEqualTo(new String(made.on(host), UTF_8).substring(3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "text/html ~ <a href='/x'> ~ <a href='/x'> ~ <a href='/-/o/cdn.example.org/x'>",
                "text/html ~ <a href='x'> ~ <a href='x'> ~ <a href='x'>",
                "text/html ~ <a href='https://www.example.org/x'> ~ <a href='https://news.example/x'> ~"
                        + " <a href='https://third.example/x'>",
                "text/html ~ <a href='https://img.example.org/x'> ~ <a href='https://news.example/-/o/img.example.org/x'> ~"
                        + " <a href='https://third.example/-/o/img.example.org/x'>",
                "text/css ~ a{b:url(/x)} ~ a{b:url(/x)} ~ a{b:url(/-/o/cdn.example.org/x)}",
                "text/javascript ~ import '/x.js' ~ import '/x.js' ~ import '/-/o/cdn.example.org/x.js'",
            })
    void documentOfTheCompanion_leadsBackToItsHost_andHasItsOwnRoot(
            String type, String body, String news, String third) {
        Slotted made = rewrite(PARTLY, type, CDN_PAGE, body);

        assertThat(made.on(NEWS)).asString().isEqualTo(news);
        assertThat(made.on(THIRD)).asString().isEqualTo(third);
        assertThat(made.on(MIRROR)).asString().doesNotContain("/-/o/cdn");
    }

    @ParameterizedTest
    @CsvSource({"<a href='/x'>", "<a href='../../x'>", "<a href=/>", "<a href='https:x'>"})
    void whereEachHostHasACompanion_nothingRelativeIsChanged(String body) {
        assertThat(rewrite(WHOLLY, "text/html", CDN_PAGE, body).on(NEWS))
                .asString()
                .isEqualTo(body);
    }

    @Test
    void schemeWithoutSlashes_isThatOfTheCompanion() {
        assertThat(rewrite(PARTLY, "text/html", CDN_PAGE, "<a href='https:/x'>").on(MIRROR))
                .asString()
                .isEqualTo("<a href='http:/x'>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "img-src cdn.example.org ~ img-src https://cdn.news.example/ ~ img-src https://third.example/-/o/cdn.example.org/",
                "img-src https://cdn.example.org/a/ ~ img-src https://cdn.news.example/a/ ~"
                        + " img-src https://third.example/-/o/cdn.example.org/a/",
                "img-src *.example.org ~ img-src *.example.org https://news.example https://cdn.news.example/ ~"
                        + " img-src *.example.org https://third.example https://third.example/-/o/cdn.example.org/",
                "img-src 'self' *.cdn.example.org ~ img-src 'self' *.cdn.example.org ~ img-src 'self' *.cdn.example.org",
                "img-src * ~ img-src * ~ img-src *",
                "img-src * *.example.org ~ img-src * *.example.org ~ img-src * *.example.org",
                "frame-ancestors https://cdn.example.org ~ frame-ancestors https://cdn.news.example ~"
                        + " frame-ancestors https://third.example",
            })
    void policy_allowsTheCompanion(String policy, String news, String third) {
        String meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">";

        Slotted made = rewrite(PARTLY, "text/html", PAGE, meta);

        assertThat(made.on(NEWS)).asString().isEqualTo(meta.replace(policy, news));
        assertThat(made.on(THIRD)).asString().isEqualTo(meta.replace(policy, third));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "text/html ~ <meta http-equiv='Content-Security-Policy' content='a-src https: *.example.org cdn.example.org'>"
                        + "<a href='/x' style='b:url(https://cdn.example.org)'>https://cdn.example.org</a>",
                "text/css ~ @import '//cdn.example.org/x'; a{b:url(/x)}",
                "application/json ~ [\"https:\\/\\/cdn.example.org\\/x\"]",
            })
    void rewritingAgain_changesNothing(String type, String body) {
        for (String url : List.of(PAGE, CDN_PAGE)) {
            for (String host : List.of(NEWS, MIRROR, THIRD)) {
                String once = new String(rewrite(PARTLY, type, url, body).on(host), UTF_8);

                assertThat(rewrite(PARTLY, type, url, once).on(host)).asString().isEqualTo(once);
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** No place stands anywhere but for where an origin is found, and no other byte changes. */
    @ParameterizedTest
    @MethodSource("seeds")
    void filledWithTheOrigins_isWhatTheyHaveSent(int seed) {
        OriginMap itself = map(Map.of("https://www.example.org", "https://cdn.example.org"), true);
        RewriteRules rules = new RewriteRules(itself, List.of(NEWS), Canonical.HOST);
        String page =
                TrapPages.html(new Random(seed)).replace("https://www.example.org/x", "https://cdn.example.org/x");

        for (String type : List.of("text/html", "text/css", "text/javascript", "text/xml", "text/vtt")) {
            for (String url : List.of(PAGE, CDN_PAGE)) {
                Slotted made = new Rewriter(rules)
                        .rewrite(new Original(page.getBytes(UTF_8), url, type, true), Integrity.UNKNOWN)
                        .body();

                assertThat(made.on("https://www.example.org")).asString().isEqualTo(page);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rewritingWildPagesAgain_changesNothing(int seed) {
        String page = TrapPages.wildestHtml(new Random(seed));
        for (String type : List.of("text/html", "text/css", "text/javascript", "application/json", "text/xml")) {
            for (String host : List.of(NEWS, MIRROR, THIRD)) {
                String once = new String(rewrite(PARTLY, type, CDN_PAGE, page).on(host), UTF_8);

                assertThat(rewrite(PARTLY, type, CDN_PAGE, once).on(host))
                        .asString()
                        .isEqualTo(once);
            }
        }
    }

    @Test
    void digest_isAnotherWithOtherCompanions() throws NoSuchAlgorithmException {
        String body = "<a href='https://cdn.example.org/x'>";
        OriginMap others = map(Map.of(NEWS, "https://static.news.example"), false);

        assertThat(digest(rewrite(PARTLY, "text/html", PAGE, body)))
                .isEqualTo(digest(rewrite(map(TWO, false), "text/html", PAGE, body)))
                .isNotEqualTo(digest(rewrite(others, "text/html", PAGE, body)));
    }

    @Test
    void hostAtThePortOfItsListener_hasItsCompanionThereToo() {
        OriginMap local = map(Map.of("http://localhost:8080", "http://cdn.localhost:8080"), true);

        assertThat(rewrite(local, "text/html", PAGE, "<a href='https://cdn.example.org/x'>")
                        .on("http://localhost:49152"))
                .asString()
                .isEqualTo("<a href='http://cdn.localhost:49152/x'>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a, https://www.example.org/a",
        "https://cdn.news.example/a?b, https://cdn.example.org/a?b",
        "https://CDN.news.example, https://cdn.example.org",
        "https://cdn.news.example.evil.example, https://cdn.news.example.evil.example",
        "http://cdn.mirror.example:8080, http://cdn.mirror.example:8080",
        "https://news.example/-/o/img.example.org/a, https://img.example.org/a",
    })
    void back_isTheUrlThatTheOriginKnows(String url, String known) {
        assertThat(PARTLY.back(url, NEWS)).isEqualTo(known);
    }

    @Test
    void moved_leadsFromThePathToTheCompanion() {
        assertThat(PARTLY.moved("/-/o/cdn.example.org/x?y", NEWS)).contains("https://cdn.news.example/x?y");
        assertThat(PARTLY.moved("/-/o/cdn.example.org", MIRROR)).contains("http://cdn.mirror.example:8080/");
        assertThat(PARTLY.moved("/-/o/cdn.example.org/x", THIRD)).isEmpty();
        assertThat(PARTLY.moved("/-/o/cdn.example.organ/x", NEWS)).isEmpty();
        assertThat(PARTLY.moved("/-/o/img.example.org/x", NEWS)).isEmpty();
        assertThat(PARTLY.target("/-/o/cdn.example.org/x")).isEqualTo("https://cdn.example.org/x");
        assertThat(PARTLY.pathOn("https://cdn.example.org/x", NEWS)).isEmpty();
        assertThat(PARTLY.pathOn("https://cdn.example.org/x", THIRD)).isEqualTo("/-/o/cdn.example.org");
    }

    @Test
    void companion_isAHostAlone() {
        assertThatThrownBy(() -> map(Map.of(NEWS, "https://cdn.news.example/path"), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Slotted rewrite(OriginMap origins, String type, String url, String body) {
        RewriteRules rules = new RewriteRules(origins, List.of(NEWS, MIRROR, THIRD), Canonical.ORIGIN);
        return new Rewriter(rules)
                .rewrite(new Original(body.getBytes(UTF_8), url, type, true), Integrity.UNKNOWN)
                .body();
    }

    private static byte[] digest(Slotted made) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        made.digest(digest);
        return digest.digest();
    }
}
