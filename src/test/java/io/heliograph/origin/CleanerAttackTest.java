package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.heliograph.article.Host;
import io.heliograph.article.Href;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an origin sends, its readers get text, structure, links and pictures. */
class CleanerAttackTest {

    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt"
                            + " em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp"
                            + " section small source span strong sub summary sup table tbody td tfoot th thead time tr"
                            + " track u ul var video wbr")
                    .split(" "));
    private static final Set<String> ATTRIBUTES =
            Set.of(("alt cite colspan controls datetime dir headers height href hreflang kind label lang open poster"
                            + " reversed rowspan scope span src srclang start title type value width")
                    .split(" "));
    private static final Set<String> URLS = Set.of("href", "src", "cite", "poster");

    private static final Cleaner.Links LINKS =
            new EntryLinks(URI.create("https://origin.example/a/b"), List.of(Host.parse("https://news.example")));

    static Stream<String> payloads() {
        return XssPayloads.all();
    }

    /** Half of a payload is in one place, half in another, and what stands around it opens or closes something. */
    static Stream<String> surroundings() {
        return Stream.of(
                "%s",
                "<p>%s</p>",
                "<pre>\n%s</pre>",
                "<table><tr><td>%s</td></tr></table>",
                "<table>%s</table>",
                "<ul><li>%s</ul>",
                "<svg>%s</svg>",
                "<math><mtext>%s</mtext></math>",
                "<select>%s</select>",
                "<noscript>%s</noscript>",
                "<template>%s</template>",
                "<!-- %s -->",
                "<a href=/x>%s</a>",
                "<b><i><u>%s",
                "<p title='%s'>x</p>",
                "<p title=\"%s\">x</p>",
                "<img alt=%s src=/x.jpg>");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payload_leavesNothingThatRuns(String payload) {
        String html = Cleaner.clean(payload, LINKS).html();

        assertHarmless(html);
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void payloadWithinOtherMarkup_leavesNothingThatRuns(String surrounding) {
        List<String> cleaned = payloads()
                .map(payload ->
                        Cleaner.clean(surrounding.replace("%s", payload), LINKS).html())
                .toList();

        assertThat(cleaned).hasSizeGreaterThan(100).allSatisfy(CleanerAttackTest::assertHarmless);
    }

    /** What is cleaned again, as when the rules change, or read by a parser that nests it elsewhere, stays as it is. */
    @ParameterizedTest
    @MethodSource("surroundings")
    void cleanHtml_isCleanedIntoItself(String surrounding) {
        List<String> once = payloads()
                .map(payload ->
                        Cleaner.clean(surrounding.replace("%s", payload), LINKS).html())
                .toList();

        List<String> twice =
                once.stream().map(html -> Cleaner.clean(html, LINKS).html()).toList();

        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void cleanHtmlInAnotherParsersContext_staysHarmless(String surrounding) {
        List<String> cleaned =
                payloads().map(payload -> Cleaner.clean(payload, LINKS).html()).toList();

        Stream<String> nested = cleaned.stream()
                .filter(html -> !surrounding.startsWith("<!--")
                        && !surrounding.contains("=%s")
                        && !surrounding.contains("'%s'"))
                .filter(html -> !surrounding.contains("\"%s\""))
                .map(html -> surrounding.replace("%s", html));

        assertThat(nested)
                .allSatisfy(html -> assertThat(Jsoup.parse(html).getAllElements())
                        .noneMatch(e -> e.normalName().equals("script")
                                || e.normalName().equals("iframe"))
                        .allSatisfy(e -> assertThat(e.attributes().asList())
                                .noneMatch(attribute -> attribute.getKey().startsWith("on"))));
    }

    /** Tags of all kinds in any order: what a parser makes of it is clean, and stays what it is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void mixtureOfTags_isCleanedIntoSomethingHarmlessThatStays(long seed) {
        Random random = new Random(seed);
        List<String> mixtures = IntStream.range(0, 150)
                .mapToObj(i ->
                        random.ints(25, 0, TOKENS.size()).mapToObj(TOKENS::get).collect(Collectors.joining()))
                .toList();

        List<String> cleaned =
                mixtures.stream().map(html -> Cleaner.clean(html, LINKS).html()).toList();

        assertThat(cleaned).allSatisfy(html -> {
            assertHarmless(html);
            assertThat(Cleaner.clean(html, LINKS).html()).isEqualTo(html);
        });
    }

    private static final List<String> TOKENS = Stream.of(
                    ("a b i u p div span h1 h2 ul li table caption colgroup tbody tr td th pre blockquote svg math mi mtext"
                                    + " mglyph style title textarea noscript template select option form button object"
                                    + " iframe xmp plaintext details summary figure figcaption img video audio source"
                                    + " foreignObject desc annotation-xml script font nobr marquee ruby rt rp dl dt dd")
                            .split(" "))
            .flatMap(tag ->
                    Stream.of("<" + tag + ">", "<" + tag + " href=/x src=/y onclick=z title='<b>'>", "</" + tag + ">"))
            .collect(Collectors.collectingAndThen(Collectors.toList(), tokens -> {
                tokens.addAll(
                        List.of("x", "\n", " ", "<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#1;", "\"", "'", "</"));
                return List.copyOf(tokens);
            }));

    static Map<String, String> bombs() {
        return Map.ofEntries(
                Map.entry("nested divs", "<div>".repeat(209_000)),
                Map.entry("empty paragraphs", "<p></p>".repeat(149_000)),
                Map.entry("empty paragraphs between text", "x<p></p>".repeat(130_000)),
                Map.entry("links to nowhere", "<a>x</a>".repeat(130_000)),
                Map.entry("players without sources", "<video>".repeat(149_000)),
                Map.entry("pictures without sources", "<img>x".repeat(170_000)),
                Map.entry("bold paragraphs", "<p><b>".repeat(170_000)),
                Map.entry(
                        "formatting that is made again in each paragraph",
                        "<p>" + bold(50, 1) + "</p>" + "<p>x".repeat(250_000)),
                Map.entry("formatting with long titles", "<p>" + bold(12, 50_000) + "</p>" + "<p>x".repeat(100_000)),
                Map.entry(
                        "formatting that is made again at the second parsing",
                        "<p>" + bold(12, 40_000) + "<object>" + "<p>x</p>".repeat(19_000) + "</object>"),
                Map.entry("tables in tables", "<table><tr><td>".repeat(60_000)),
                Map.entry("text in tables", "<table>x".repeat(130_000)),
                Map.entry("links around blocks", "<a href=x><div>".repeat(65_000)),
                Map.entry("misnested formatting", "<b><p></b>".repeat(100_000)),
                Map.entry("attributes", "<p " + "a=x ".repeat(250_000) + ">x"),
                Map.entry("brackets", "<".repeat(1 << 20)),
                Map.entry("ampersands", "&".repeat(1 << 20)),
                Map.entry("comments", "<!--".repeat(260_000)),
                Map.entry("frames", "<iframe src=x></iframe>".repeat(45_000)),
                Map.entry("foreign elements", "<svg><math>".repeat(90_000)),
                Map.entry("line ends", "\r\n".repeat(1 << 19)),
                Map.entry("ten million characters", "<p>words and words</p>".repeat(480_000)));
    }

    static Stream<String> bombNames() {
        return bombs().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("bombNames")
    void bomb_isCleanedInTimeAndItsResultIsBounded(String name) {
        String bomb = bombs().getOrDefault(name, "");

        String html = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Cleaner.clean(bomb, LINKS).html());

        assertThat(html.length()).isLessThan(6 * Cleaner.LONGEST);
    }

    private static String bold(int elements, int titleLength) {
        return IntStream.range(0, elements)
                .mapToObj(i -> "<b title=" + i + "x".repeat(titleLength) + ">")
                .collect(Collectors.joining());
    }

    private static void assertHarmless(String html) {
        assertThat(html).doesNotContain("\u0001", "\u0000", "\ufdd0");
        Document document = Jsoup.parse("<!DOCTYPE html><body>" + html);
        assertThat(document.head().childNodes()).isEmpty();
        for (Element element : document.body().getAllElements()) {
            if (element.equals(document.body())) {
                continue;
            }
            assertThat(element.normalName()).isIn(ELEMENTS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn(ATTRIBUTES);
                if (URLS.contains(attribute.getKey())) {
                    assertThat(attribute.getValue())
                            .matches(
                                    element.normalName().equals("a")
                                            ? "(https?://[!-~]+|(?i:mailto|tel):[^\\p{Cc}]*)"
                                            : "https?://[!-~]+");
                }
            }
            for (Node child : element.childNodes()) {
                assertThat(child).isInstanceOfAny(Element.class, TextNode.class).isNotInstanceOf(DataNode.class);
            }
        }
        assertThat(html.indexOf(Href.OPEN_HOST)).isNegative();
    }
}
