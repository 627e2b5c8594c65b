package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Feeds for tests. */
public final class Samples {

    /** When every feed in these tests last changed. */
    public static final Instant CHANGED = Instant.parse("2026-11-24T08:30:05.750Z");

    private Samples() {}

    /** Texts that have broken one format or reader or another. */
    public static Stream<String> nasty() {
        return Stream.of(
                "Plain",
                "Fish & chips",
                "&amp; &lt;b&gt; &#65; &nbsp; &unknown;",
                "<b>bold</b> <script>alert(1)</script>",
                "1 < 2 > 1",
                "\"double\" 'single' `back`",
                "\"><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "]]>",
                "<![CDATA[ a ]]> b",
                "<!-- comment --> <?php ?> <!DOCTYPE a>",
                "{{ template }} ${expression} <%= erb %> #{ruby}",
                "back\\slash \\u0041 \\n",
                "a\u0000b\u0001c\u0008d\u001be\u007ff\u0085g",
                "tab\tnew\nline\r\nend\fform",
                "lone \ud83d high, lone \ude00 low",
                "\ufffe\uffff\ufdd0\ud83f\udffe not characters",
                "\ufeffbyte order mark",
                "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddeb\ud83c\uddf7",
                "\u0623\u062e\u0628\u0627\u0631 \u0627\u0644\u0645\u064a\u0646\u0627\u0621 (1)",
                "\u202eright to left override\u202c",
                "\u05e9\u05dc\u05d5\u05dd & <\u05d5>",
                "\u6e2f\u53e3\u65b0\u95fb \u2028 \u2029 \u00a0 end",
                "e\u0323\u0301\u0327 \u00bd \u00df \u0130 \u01c5",
                "100% %s %n %00 +");
    }

    /** Articles with a bit of everything, newest first. */
    public static List<Article> newest() {
        Rendition mp3 = new Rendition(Href.own("/media/talk.mp3"), "audio/mpeg", 0, 0, 128, 2_000_000);
        return List.of(
                titled("Pier reopens")
                        .id("https://old.example/?p=1")
                        .path("/2026/pier")
                        .published("2026-11-23T10:00:00.999Z")
                        .updated("2026-11-23T12:30:00Z")
                        .summary("After a year of repairs.")
                        .html("<p>The <a href=\"\u0001/harbour\">harbour</a> has its pier back.</p>"
                                + "<pre>tide   high\n\n\tlow\n</pre>"
                                + "<p><img src=\"\u0001/media/crowd.jpg\" alt=\"\"></p>")
                        .authors(new Author("Ann Bay", "https://ann.example/"), new Author("Bo Cove", ""))
                        .section("Harbour")
                        .tags("pier", "sea")
                        .images(picture("/media/pier.jpg"))
                        .media(video(Duration.ofSeconds(95), hls("/media/pier/index.m3u8"), mp4("/media/pier.mp4")))
                        .article(),
                titled("Entrevista")
                        .id("42")
                        .path("/a/entrevista-abcdefgh")
                        .published("2026-11-22T23:59:59Z")
                        .html("<p>Una charla.</p>")
                        .language("es")
                        .media(new Media(Media.Kind.AUDIO, "Charla", Duration.ofMinutes(2), List.of(mp3), List.of()))
                        .article(),
                titled("Only a title")
                        .id("urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af6")
                        .path("/2026/only")
                        .published("2024-02-29T00:00:00Z")
                        .article(),
                titled("Live from the quay")
                        .id("live")
                        .path("/2026/live")
                        .published("2023-01-01T05:06:07Z")
                        .html("<p>Watch the boats come in.</p>")
                        .images(picture("/media/quay.jpg"))
                        .media(new Media(
                                Media.Kind.VIDEO,
                                "Boats",
                                Duration.ofMinutes(40),
                                List.of(mp4("/media/boats.mp4")),
                                List.of(new Caption(Href.own("/media/boats.vtt"), "text/vtt", "en"))))
                        .live(new Live("Quay", List.of(hls("/media/quay/live.m3u8"))))
                        .article());
    }

    public static Feed feed(Article... articles) {
        return new Feed(SampleArticle.site(), Selection.WHOLE, "Bay News", List.of(articles), "");
    }

    static Feed newestFeed() {
        return feed(newest().toArray(Article[]::new));
    }

    /** A feed as a host serves it. */
    public static String written(Format format, Feed feed, String base) {
        return new String(format.write(feed).modified(format.stamp(CHANGED)).on(base), UTF_8);
    }

    public static String written(Format format, Feed feed) {
        return written(format, feed, NEWS);
    }
}
