package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents with a few bytes changed, by a seed: a reader takes them or says that they are unreadable, always ends, and
 * lets nothing through that no article may have.
 */
class ReaderFuzzTest {

    private static final int ROUNDS = 20;
    private static final int MUTATIONS = 100;

    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE a [",
            "]>",
            "&a;",
            "&#0;",
            "&#x110000;",
            "&lt;script&gt;",
            "<script>",
            "</item>",
            "<item>",
            "xmlns:x=\"\"",
            "xml:base=\"//[\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "-",
            "\u0001/",
            "\u0000",
            "\u202e",
            "\ufffe",
            "\ud83d",
            "---\n",
            "\n",
            "\r",
            "*a",
            "&a ",
            "? ",
            "|\n",
            "!!",
            "%",
            "\t",
            "javascript:",
            "http://[",
            "2026-99-99",
            "99999999999999999999",
            "(",
            "\\",
            "`",
            "~~~",
            "| a |",
            "![](",
            "\u00a0");

    /** What would run, if it came through as markup. */
    private static final Pattern ALIVE = Pattern.compile("<(script|iframe|style|svg)|<[^>]*\\son\\w+=");

    private static final String RSS = FeedSamples.rssChannel("<ttl>60</ttl>", """
            <title>Fish &amp; chips</title><link>/2026/fish?x=1</link><guid isPermaLink="false">a-1</guid>
            <pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><dc:creator>Ann (a@b.example)</dc:creator>
            <category>Food</category><description>Short &lt;b&gt;text&lt;/b&gt;</description>
            <content:encoded><![CDATA[<p>Long <img src="a.jpg" onerror="x"> <a href="b">b</a></p>]]></content:encoded>
            <enclosure url="/a.mp3?x" type="audio/mpeg" length="123"/><itunes:duration>1:02:03</itunes:duration>
            <media:group><media:content url="/a.mp4" type="video/mp4" width="1280" height="720" duration="5">
            <media:title>Clip</media:title><media:subTitle href="/en.vtt" lang="en"/></media:content></media:group>""");

    private static final String ATOM = FeedSamples.atomFeed("<author><name>Ann</name><uri>/ann</uri></author>", """
            <id>urn:uuid:1</id><title type="html">Fish &amp;amp; &lt;i&gt;chips&lt;/i&gt;</title>
            <link rel="alternate" href="fish"/><link rel="enclosure" href="/a.mp3" type="audio/mpeg" length="5"/>
            <published>2026-11-23T10:00:00.5+01:00</published><updated>2026-11-23T10:00:00Z</updated>
            <category term="food" label="Food"/><summary>Short</summary>
            <content type="xhtml" xml:base="/b/"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div></content>""");

    private static final String JSON =
            FeedSamples.jsonFeed("\"authors\": [{\"name\": \"Ann\", \"url\": \"/ann\"}],", """
            {"id": 5, "url": "/fish", "title": "Fish", "content_html": "<p>Long <img src='a.jpg'></p>", "summary": "S",
             "date_published": "2026-11-23T10:00:00Z", "image": "/a.png?x", "tags": ["Food", "Sea"], "language": "en",
             "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}""");

    private static final String MARKDOWN = """
            ---
            title: Fish
            date: 2026-11-23 10:00
            authors: [{name: Ann, url: "https://ann.example/"}]
            tags: [food, sea]
            image: {url: "https://cdn.example/a.jpg", alt: A fish}
            media: [{url: "https://cdn.example/a.mp4", duration: 1m5s, renditions: [{url: "//b/c.m3u8"}]}]
            language: en
            ---
            # Fish

            Some *text* with [a link](b.md), ![a picture](a.png) and `code`.

            | a | b |
            |---|---|
            | 1 | ~~2~~ |

            > quoted <b>html</b>
            """;

    private static final String HTML = """
            <!DOCTYPE html><html><head><title>Fish</title></head><body><article><h1>Fish</h1>
            <p style="x">Text <a href="https://news.example/x">own</a> <script>x()</script></p>
            <table><tr><td>1</table><video src="/a.mp4" poster=a.jpg></video></article></body></html>
            """;

    private static final String JSON_FILE = """
            [{"title": "Fish", "html": "<p>x</p>", "date": "2026-11-23", "tags": "a, b", "image": {"url": "/a.png"}},
             {"title": "Chips", "markdown": "*x*", "media": [{"url": "//cdn.example/a.mp4", "live": true}]}]
            """;

    static Stream<Arguments> feeds() {
        return Stream.of(Arguments.of("RSS", RSS), Arguments.of("Atom", ATOM), Arguments.of("JSON", JSON))
                .flatMap(document -> IntStream.range(0, ROUNDS)
                        .mapToObj(seed -> Arguments.of(document.get()[0], document.get()[1], seed)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("feeds")
    void feed_isReadOrRefused(String kind, String document, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated(document.getBytes(StandardCharsets.UTF_8), random);
            List<Draft> drafts;
            try {
                drafts = FeedDocument.parse(bytes, "", FeedSamples.URL, FeedSamples.HOSTS)
                        .drafts();
            } catch (OriginFailure e) {
                drafts = List.of();
            }
            assertThat(drafts).allSatisfy(ReaderFuzzTest::isClean);
        }
    }

    static Stream<Arguments> files() {
        return Stream.of(
                        Arguments.of("a.md", MARKDOWN), Arguments.of("a.html", HTML), Arguments.of("a.json", JSON_FILE))
                .flatMap(document -> IntStream.range(0, ROUNDS)
                        .mapToObj(seed -> Arguments.of(document.get()[0], document.get()[1], seed)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("files")
    void file_isReadOrRefused(String name, String document, int seed) {
        Random random = new Random(seed);
        Path folder = Path.of("/nowhere");
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated(document.getBytes(StandardCharsets.UTF_8), random);
            List<Draft> drafts = new ArrayList<>();
            try {
                for (ArticleFile article : ArticleFile.read(name, bytes)) {
                    FileLinks links = new FileLinks(
                            folder,
                            folder.resolve(name),
                            new HashMap<>(),
                            FeedSamples.HOSTS,
                            (file, root, mayTakeLong) -> {
                                throw new IllegalStateException("nothing is there");
                            },
                            () -> true);
                    FileDraft draft = new FileDraft("a", drafts.size(), article, ZoneId.of("UTC"));
                    drafts.add(draft.read(links, name, new ArrayList<>()));
                }
            } catch (OriginFailure e) {
                drafts.clear();
            }
            assertThat(drafts).allSatisfy(ReaderFuzzTest::isClean);
        }
    }

    private static void isClean(Draft draft) {
        String html = draft.story().html();
        assertThat(Text.block(html)).isEqualTo(html);
        assertThat(html).doesNotContainPattern(ALIVE).doesNotContain(Href.OPEN_HOST + "\u0001");
        assertThat(html.replace("=\"" + Href.OPEN_HOST + "/", "")).doesNotContain(String.valueOf(Href.OPEN_HOST));
        assertThat(Text.line(draft.story().title()))
                .isEqualTo(draft.story().title())
                .isNotEmpty();
        assertThat(draft.link())
                .satisfiesAnyOf(
                        link -> assertThat(link).isEmpty(),
                        link -> assertThat(Href.absolute(link)).isTrue());
        assertThat(draft.path()).matches("|/.*").doesNotStartWith("//");
    }

    private static byte[] mutated(byte[] document, Random random) {
        byte[] bytes = document;
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(40));
            int at = random.nextInt(bytes.length + 1);
            bytes = switch (random.nextInt(7)) {
                case 0 -> join(part(bytes, 0, from), part(bytes, to, bytes.length));
                case 1 -> join(part(bytes, 0, at), part(bytes, from, to), part(bytes, at, bytes.length));
                case 2 -> flipped(bytes, random);
                case 3 -> part(bytes, 0, Math.max(1, from));
                case 4 ->
                    join(part(bytes, 0, from), new byte[] {(byte) random.nextInt(256)}, part(bytes, to, bytes.length));
                default ->
                    join(
                            part(bytes, 0, from),
                            TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8),
                            part(bytes, random.nextBoolean() ? from : to, bytes.length));
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
