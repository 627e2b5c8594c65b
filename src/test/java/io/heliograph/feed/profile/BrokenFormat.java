package io.heliograph.feed.profile;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.feed.Dates;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;
import java.time.Instant;
import java.util.function.Function;

/** An RSS writer that is as wrong as a test wants it: the items are what a function makes of articles. */
record BrokenFormat(String head, Function<Article, String> item) implements Format {

    static final String GOOD_HEAD = "<title>T</title><link>https://a.example/</link><description>D</description>";

    static String goodItem(Article article) {
        return "<item><title>T</title><guid isPermaLink=\"false\">"
                + article.id().value() + "</guid></item>";
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/feed.broken";
    }

    @Override
    public String contentType() {
        return "application/rss+xml; charset=utf-8";
    }

    @Override
    public Slotted write(Feed feed) {
        SlottedWriter out = new SlottedWriter(1024);
        out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel>")
                .raw(head);
        feed.articles().forEach(article -> out.raw(item.apply(article)));
        return out.raw("</channel></rss>").finish();
    }

    @Override
    public String stamp(Instant modified) {
        return Dates.rfc822(modified);
    }
}
