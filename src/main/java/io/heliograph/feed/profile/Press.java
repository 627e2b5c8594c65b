package io.heliograph.feed.profile;

import io.heliograph.article.Article;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes feeds, and looks at each before anybody else does. An article that breaks a rule is left out, and the rest is
 * written and looked at once more. What cannot be read at all is looked for in each article alone, so that the work is
 * never more than some times that of one feed.
 */
public final class Press {

    /** On which everything is written that any host on the internet gets. */
    private static final String HOST = "https://host.invalid";

    private Press() {}

    /**
     * Writes a feed in a format.
     *
     * @throws UnfitFeed if it is wrong whatever is left out
     */
    public static Printed print(Format format, Feed feed) {
        List<Quarantined> quarantined = new ArrayList<>();
        Feed good = feed;
        // One look for what cannot be written, one for what cannot be read, one for what breaks a rule, and one at the
        // rest.
        for (int looks = 0; looks < 4; looks++) {
            Slotted document;
            try {
                document = format.write(good);
            } catch (RuntimeException | StackOverflowError e) {
                good = without(good, oneByOne(format, good), quarantined, new UnfitFeed(e));
                continue;
            }
            List<Fault> faults = look(format, document);
            if (faults.isEmpty()) {
                return new Printed(document, quarantined);
            }
            Fault first = faults.get(0);
            UnfitFeed unfit = new UnfitFeed(first.rule(), first.detail());
            boolean unread = first.rule() == Rule.XML_WELL_FORMED || first.rule() == Rule.JSON_WELL_FORMED;
            good = without(good, unread ? oneByOne(format, good) : blamed(good, faults), quarantined, unfit);
        }
        throw new UnfitFeed(
                quarantined.get(quarantined.size() - 1).rule(), "another after each article that was left out");
    }

    /** Writes a feed to find out how long it is: nobody looks at it, and what cannot be written is not in it. */
    public static Slotted draft(Format format, Feed feed) {
        try {
            return format.write(feed);
        } catch (RuntimeException | StackOverflowError e) {
            return format.write(without(feed, oneByOne(format, feed), new ArrayList<>(), new UnfitFeed(e)));
        }
    }

    private static List<Fault> look(Format format, Slotted document) {
        return Inspection.of(
                format, document.modified(format.stamp(Instant.EPOCH)).on(HOST));
    }

    /** A feed without the articles that are to blame; if none is, the feed is. */
    private static Feed without(Feed feed, List<Quarantined> blamed, List<Quarantined> all, UnfitFeed otherwise) {
        if (blamed.isEmpty()) {
            throw otherwise;
        }
        all.addAll(blamed);
        Set<Article> out = new HashSet<>();
        blamed.forEach(quarantined -> out.add(quarantined.article()));
        return feed.holding(feed.articles().stream()
                .filter(article -> !out.contains(article))
                .toList());
    }

    /** The articles that faults are about, each for its first. */
    private static List<Quarantined> blamed(Feed feed, List<Fault> faults) {
        List<Quarantined> blamed = new ArrayList<>();
        Set<Article> seen = new HashSet<>();
        for (Fault fault : faults) {
            if (fault.isOfTheDocument()) {
                throw new UnfitFeed(fault.rule(), fault.detail());
            }
            article(feed, fault)
                    .filter(seen::add)
                    .ifPresent(article -> blamed.add(new Quarantined(article, fault.rule(), fault.detail())));
        }
        return blamed;
    }

    /** The article that a fault is about: by its place, where the item there has its id; else the last with that id. */
    private static Optional<Article> article(Feed feed, Fault fault) {
        List<Article> articles = feed.articles();
        if (fault.item() < articles.size() && (fault.id().isEmpty() || has(articles.get(fault.item()), fault.id()))) {
            return Optional.of(articles.get(fault.item()));
        }
        return articles.stream().filter(article -> has(article, fault.id())).reduce((earlier, later) -> later);
    }

    /** Whether an item's id is one of those that formats make of an article's. */
    private static boolean has(Article article, String id) {
        return id.equals(article.id().value())
                || id.equals(article.id().iri())
                || id.startsWith(article.id().token());
    }

    /** The articles that are wrong in a feed of their own. */
    private static List<Quarantined> oneByOne(Format format, Feed feed) {
        List<Quarantined> wrong = new ArrayList<>();
        for (Article article : feed.articles()) {
            Feed alone = feed.holding(List.of(article));
            try {
                look(format, format.write(alone)).stream()
                        .findFirst()
                        .ifPresent(fault -> wrong.add(new Quarantined(article, fault.rule(), fault.detail())));
            } catch (RuntimeException | StackOverflowError e) {
                wrong.add(new Quarantined(article, Rule.WRITABLE, String.valueOf(e)));
            }
        }
        return wrong.size() == feed.articles().size() && isUnfit(format, feed) ? List.of() : wrong;
    }

    /** Whether a feed is wrong without any articles. */
    private static boolean isUnfit(Format format, Feed feed) {
        try {
            return !look(format, format.write(feed.holding(List.of()))).isEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            return true;
        }
    }
}
