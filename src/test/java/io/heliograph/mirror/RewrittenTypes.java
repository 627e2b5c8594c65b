package io.heliograph.mirror;

import java.util.List;

/** A document of each type that is rewritten, with URLs of its origin and others. */
final class RewrittenTypes {

    private RewrittenTypes() {}

    /**
     * A document.
     *
     * @param path of it
     * @param body with {@code ORIGIN} where the origin's URL belongs
     */
    record Document(String path, String type, String body) {

        /** As an origin with this URL has it. */
        String at(String origin) {
            return body.replace("ORIGIN", origin);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static List<Document> all() {
        return List.of(
                new Document("/page", "text/html; charset=utf-8", """
                        <!doctype html><title>Fähre</title><link rel=stylesheet href="ORIGIN/a.css">
                        <style>p { background: url(ORIGIN/p.png) }</style>
                        <script type="application/ld+json">{"url": "ORIGIN\\/ferry", "n": 1}</script>
                        <img srcset="ORIGIN/a.png 1x, https://news.example/b.png 2x, https://other.example/c 3x">
                        <a href="https://news.example/own">own</a><a href="/rel">rel</a><a href='ORIGIN/ü?a=1&amp;b'>ü</a>
                        <iframe srcdoc="&lt;a href=&quot;ORIGIN/in&quot;&gt;in&lt;/a&gt;"></iframe>
                        """),
                new Document("/a.css", "text/css", """
                        @import "ORIGIN/b.css"; /* ORIGIN/comment */
                        p { background: url( 'ORIGIN/p.png' ); mask: image-set("ORIGIN/m.png" 1x) }
                        i { background: url(https://news.example/own.png) }
                        """),
                new Document("/master.m3u8", "application/vnd.apple.mpegurl", """
                        #EXTM3U
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="ORIGIN/a.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=1000
                        ORIGIN/v.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=2000
                        https://news.example/own.m3u8
                        """),
                new Document("/film.mpd", "application/dash+xml", """
                        <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Location>ORIGIN/film.mpd</Location>
                        <BaseURL>ORIGIN/dash/</BaseURL><Period><AdaptationSet><SegmentTemplate media="ORIGIN/$Number$.m4s"
                        initialization="https://news.example/i.mp4"/></AdaptationSet></Period></MPD>
                        """),
                new Document("/data.json", "application/json", """
                        {"url": "ORIGIN/ferry", "escaped": "ORIGIN\\/x", "own": "https://news.example/own", "n": [1, 2.50]}
                        """),
                new Document("/feed.xml", "application/rss+xml", """
                        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><link>ORIGIN/</link><item>
                        <guid>ORIGIN/ferry</guid><link>ORIGIN/ferry</link><link>https://news.example/own</link>
                        <description>&lt;a href="ORIGIN/a"&gt;ä&lt;/a&gt;</description></item></channel></rss>
                        """),
                new Document("/sitemap.xml", "application/xml", """
                        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
                        <loc>ORIGIN/ferry</loc></url><url><loc>https://news.example/own</loc></url></urlset>
                        """));
    }
}
