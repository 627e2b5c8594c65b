package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Deletion;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.Selected;
import java.util.List;

/**
 * A feed of which as much is shown as its size allows.
 *
 * @param bare the feed without articles
 * @param selected the most that may be shown
 */
record Cut(Feed bare, Selected selected, Past past, List<Deletion> deletions) {

    /** After so many near misses the rest is halved. */
    private static final int GUESSES = 4;

    /** A number of articles, and the document with them. */
    record Fit(int articles, Slotted open) {}

    /** The feed with the newest so many articles. */
    Feed of(int articles) {
        return bare.with(
                selected.articles().subList(0, articles),
                past.chapter(selected.revisions().subList(0, articles)),
                deletions);
    }

    /** All that may be shown. */
    Fit whole(Format format) {
        int all = selected.articles().size();
        return new Fit(all, format.write(of(all)));
    }

    /** As many articles as the size of a feed allows; one at least, where there is any. */
    Fit fitting(Format format) {
        Fit whole = whole(format);
        if (whole.articles() < 2 || fits(whole.open())) {
            return whole;
        }
        // The most that fits lies between one that is sent whatever its size and one that does not fit.
        Fit best = new Fit(1, format.write(of(1)));
        int tooMany = whole.articles();
        int next = guess(size(whole.open()));
        for (int tries = 0; tooMany - best.articles() > 1; tries++) {
            int articles = tries < GUESSES
                    ? Math.max(best.articles() + 1, Math.min(next, tooMany - 1))
                    : (best.articles() + tooMany) / 2;
            Fit fit = new Fit(articles, format.write(of(articles)));
            if (fits(fit.open())) {
                best = fit;
                next = articles + 1;
            } else {
                tooMany = articles;
                next = articles - 1;
            }
        }
        return best;
    }

    /** How many articles may fit, by the length of their bodies, which is most of what a feed holds. */
    private int guess(long size) {
        long length = selected.articles().stream().mapToLong(Cut::length).sum();
        long allowed = length * allowed() / size;
        int articles = 0;
        for (Article article : selected.articles()) {
            allowed -= length(article);
            if (allowed < 0) {
                break;
            }
            articles++;
        }
        return articles;
    }

    private boolean fits(Slotted open) {
        return size(open) <= allowed();
    }

    private long allowed() {
        return bare.site().syndication().mostBytes();
    }

    /** At most so many bytes, whatever the host. */
    private long size(Slotted open) {
        Site site = bare.site();
        int longest = site.hosts().stream()
                .mapToInt(host -> host.base().length())
                .max()
                .orElse(0);
        return open.openLength() + (long) open.openMarks() * longest;
    }

    private static long length(Article article) {
        return 1L + article.story().html().length() + article.title().length();
    }
}
