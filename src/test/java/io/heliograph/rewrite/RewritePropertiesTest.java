package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every rewritten body, whatever is in it (R10). */
class RewritePropertiesTest {

    private static final int SEEDS = 300;

    private static final List<String> TYPES = List.of(
            "text/html",
            "text/css",
            "text/javascript",
            "application/json",
            "application/manifest+json",
            "text/xml",
            "image/svg+xml",
            "application/xhtml+xml",
            "application/vnd.apple.mpegurl",
            "text/vtt",
            "text/html; charset=shift_jis",
            "text/html; charset=iso-2022-jp",
            "text/plain",
            "");

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static Rewritten rewrite(String type, byte[] body, String url) {
        return Mirrored.rewritten(type, url, body);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void filledWithTheOrigin_isWhatTheOriginSent(int seed) {
        // Given: no slot may stand anywhere but for scheme and authority, and no other byte may change.
        Random random = new Random(seed);
        RewriteRules alone =
                new RewriteRules(OriginMap.of("https://www.example.org"), List.of(Mirrored.HOST), Canonical.HOST);
        byte[] page = TrapPages.html(random).getBytes(UTF_8);

        for (byte[] body : List.of(page, TrapPages.spoilt(page, random))) {
            for (String type : List.of("text/html", "text/css", "text/javascript", "text/xml", "text/vtt")) {
                // When
                Rewritten rewritten =
                        new Rewriter(alone).rewrite(new Original(body, Mirrored.PAGE, type, true), Integrity.UNKNOWN);

                // Then
                assertThat(new String(rewritten.body().on("https://www.example.org"), ISO_8859_1))
                        .isEqualTo(new String(body, ISO_8859_1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rewritingTwice_isRewritingOnce(int seed) {
        Random random = new Random(seed);
        byte[] page = TrapPages.wildestHtml(random).getBytes(UTF_8);
        for (byte[] body : List.of(page, TrapPages.spoilt(page, random))) {
            for (String type : TYPES) {
                for (String url : List.of(Mirrored.PAGE, Mirrored.CDN_PAGE)) {
                    // Given
                    byte[] once = rewrite(type, body, url).body().on(Mirrored.HOST);

                    // When
                    byte[] twice = rewrite(type, once, url).body().on(Mirrored.HOST);

                    // Then
                    assertThat(new String(twice, ISO_8859_1)).isEqualTo(new String(once, ISO_8859_1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameBody_givesTheSame_inRangesToo(int seed) {
        // Given
        Random random = new Random(seed);
        byte[] page = TrapPages.spoilt(TrapPages.wildestHtml(random).getBytes(UTF_8), random);
        Rewritten one = rewrite("text/html", page, Mirrored.PAGE);

        // When
        Rewritten other = rewrite("text/html", page.clone(), Mirrored.PAGE);

        // Then
        assertThat(other).isEqualTo(one);
        byte[] whole = one.body().on(Mirrored.OTHER_HOST);
        int cut = random.nextInt(whole.length + 1);
        assertThat(one.body().rangeOn(Mirrored.OTHER_HOST, 0, cut)).isEqualTo(Arrays.copyOf(whole, cut));
        assertThat(one.body().rangeOn(Mirrored.OTHER_HOST, cut, whole.length))
                .isEqualTo(Arrays.copyOfRange(whole, cut, whole.length));
    }

    /** Attributes of HTML that hold URLs, as a parser of another make sees them. */
    private static final List<String> URLS = List.of(
            "href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href", "data-src");

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherParser_seesTheSamePage_withItsUrlsOnTheHost(int seed) {
        // Given
        String page = TrapPages.wildHtml(new Random(seed));
        String mirrored = Mirrored.on("text/html", Mirrored.PAGE, page);

        // When
        Document before = Jsoup.parse(page, Mirrored.PAGE);
        Document after = Jsoup.parse(mirrored, Mirrored.HOST + "/a/page");

        // Then
        List<Node> nodes = flat(before);
        List<Node> others = flat(after);
        assertThat(others).hasSameSizeAs(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            same(nodes.get(i), others.get(i));
        }
    }

    private static void same(Node before, Node after) {
        assertThat(after.nodeName()).isEqualTo(before.nodeName());
        if (before instanceof Element && after instanceof Element element) {
            Map<String, String> attributes = new HashMap<>();
            for (Attribute attribute : before.attributes()) {
                attributes.put(attribute.getKey(), attribute.getValue());
            }
            for (Attribute attribute : element.attributes()) {
                String value = attributes.remove(attribute.getKey());
                assertThat(value).isNotNull();
                // What is in a document within a URL is read where browsers load it.
                if (URLS.contains(attribute.getKey()) && !value.startsWith("data:")) {
                    assertThat(attribute.getValue()).isEqualTo(onHost(value));
                } else {
                    assertThat(host(attribute.getValue())).isEqualTo(host(value));
                }
            }
            assertThat(attributes).isEmpty();
        } else if (!(before instanceof Element)) {
            assertThat(host(after.outerHtml())).isEqualTo(host(before.outerHtml()));
        }
    }

    /** What a URL is on the mirror, by its schemes and hosts as text. */
    private static String onHost(String url) {
        return url.replaceFirst(
                        "(?i)^(\\s*)https?(:[/\\\\]+)www\\.example\\.org(:443)?(?=[/\\\\?#\\s]|$)",
                        "$1https$2news.example")
                .replaceFirst("^//www\\.example\\.org(?=[/?#]|$)", "//news.example")
                .replaceFirst("^https://cdn\\.example\\.org(?=/)", Mirrored.HOST + "/-/o/cdn.example.org")
                .replaceFirst("^//cdn\\.example\\.org(?=/)", "//news.example/-/o/cdn.example.org")
                .replaceFirst("^https://b\u00fccher\\.example(?=/)", Mirrored.HOST + "/-/o/xn--bcher-kva.example");
    }

    /** Text in which the origin and the host are the same. */
    private static String host(String text) {
        return text.replaceAll(
                        "(?i)https?((:|&colon;)[/\\\\&;sol]*?)www(\\.|&#46;)example\\.org(:443)?",
                        "https$1news.example")
                .replace("//www.example.org", "//news.example")
                .replace("//cdn.example.org", "//news.example/-/o/cdn.example.org")
                .replace("https://b\u00fccher.example", Mirrored.HOST + "/-/o/xn--bcher-kva.example");
    }

    private static List<Node> flat(Document document) {
        List<Node> nodes = new ArrayList<>();
        document.traverse((node, depth) -> nodes.add(node));
        return nodes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noByteIsLost_ofNoise(int seed) {
        // Given
        byte[] noise = new byte[20_000];
        new Random(seed).nextBytes(noise);

        for (String type : TYPES) {
            // When
            Rewritten rewritten = rewrite(type, noise, Mirrored.PAGE);

            // Then
            assertThat(rewritten.body().on(Mirrored.HOST)).isEqualTo(noise);
        }
    }

    @Test
    void leaks_areFoundByContext() {
        // Given
        String page =
                "<p title=\"www.example.org\">www.example.org www.example.org.evil.example</p><!-- www.example.org -->"
                        + "<style>a{content:'www.example.org'}</style><script>a='of www.example.org'</script>"
                        + "<script type=application/ld+json>{\"a\":\"cdn.example.org\"}</script>"
                        + "<a href=https://www.example.org/>a</a>";

        // When
        List<Leak> leaks =
                rewrite("text/html", page.getBytes(UTF_8), Mirrored.PAGE).leaks();

        // Then
        assertThat(leaks)
                .extracting(leak -> leak.context() + " " + leak.host() + " " + leak.count())
                .containsExactlyInAnyOrder(
                        "ATTRIBUTE www.example.org 1",
                        "TEXT www.example.org 1",
                        "COMMENT www.example.org 1",
                        "CSS www.example.org 1",
                        "SCRIPT www.example.org 1",
                        "JSON cdn.example.org 1");
        assertThat(leaks).allSatisfy(leak -> assertThat(leak.sample()).contains(leak.host()));
    }
}
