package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Deletion;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.profile.Press;
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
    private static final int GUESSES = 6;

    /** Bytes of a document for each character of titles and bodies, before the first is written. */
    private static final double USUAL_RATIO = 1.2;

    /** A number of articles, and the document with them. */
    record Fit(int articles, long bytes, Slotted open) {}

    /** The feed with the newest so many articles. */
    Feed of(int articles) {
        return bare.with(
                selected.articles().subList(0, articles),
                past.chapter(selected.revisions().subList(0, articles)),
                deletions);
    }

    /** As many articles as the size of a feed allows; one at least, where there is any. */
    Fit fitting(Format format) {
        int all = selected.articles().size();
        if (all == 0) {
            return fit(format, 0);
        }
        Fit last = fit(format, Math.max(1, guess(format, USUAL_RATIO)));
        Fit best = last;
        int tooMany = all + 1;
        for (int tries = 0; true; tries++) {
            if (isAllowed(format, last)) {
                best = last;
            } else {
                tooMany = last.articles();
                best = isAllowed(format, best) ? best : fit(format, 1);
            }
            if (tooMany - best.articles() <= 1) {
                return best;
            }
            int next = tries < GUESSES ? guess(format, last) : (best.articles() + tooMany) / 2;
            last = fit(format, Math.max(best.articles() + 1, Math.min(next, tooMany - 1)));
        }
    }

    private boolean isAllowed(Format format, Fit fit) {
        return fit.articles() == 1 || fit.bytes() <= format.mostBytes(bare.site());
    }

    private int guess(Format format, Fit last) {
        return guess(format, (double) last.bytes() / length(last.articles()));
    }

    /** How many articles may fit, by the length of their bodies, which is most of what a feed holds. */
    private int guess(Format format, double bytesForEachLength) {
        double left = format.mostBytes(bare.site()) / bytesForEachLength;
        int articles = 0;
        for (Article article : selected.articles()) {
            left -= length(article);
            if (left < 0) {
                break;
            }
            articles++;
        }
        return articles;
    }

    /** Its size is taken for the largest that it has on any host. */
    private Fit fit(Format format, int articles) {
        Slotted open = Placing.on(bare.site(), Press.draft(format, of(articles)));
        int longest = bare.site().hosts().stream()
                .mapToInt(host -> host.base().length())
                .max()
                .orElse(0);
        return new Fit(articles, open.openLength() + (long) open.openMarks() * longest, open);
    }

    private long length(int articles) {
        return 1
                + selected.articles().subList(0, articles).stream()
                        .mapToLong(Cut::length)
                        .sum();
    }

    private static long length(Article article) {
        return 1L + article.story().html().length() + article.title().length();
    }
}
