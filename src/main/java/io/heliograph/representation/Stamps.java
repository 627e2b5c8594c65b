package io.heliograph.representation;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.StoreFailure;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when documents last changed, as {@code Last-Modified} says it: when this gateway heard of it. What a document
 * itself says follows from its content alone, so no such time is in it or in its tag.
 */
final class Stamps {

    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);

    /** Characters of a tag, before what a coding adds. */
    static final int TAG = 26;

    /** The name of the time at which something was first made of a site without articles. */
    private static final String BEGINNING = "beginning";

    /** Stands in the store for all documents that are not remembered one by one. */
    private static final String OTHERS = "others";

    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final ArticleStore store;
    private final InstantSource clock;

    Stamps(ArticleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * When a document last changed, whole seconds.
     *
     * @param changed when what it shows last changed; {@link Instant#EPOCH} if it never did
     */
    Instant page(Site site, Target target, String hash, Instant changed) {
        if (!target.isLasting()) {
            return unremembered(site, target, changed);
        }
        Instant since = past(changed);
        return remembered(site, target, since, () -> store.modified(site.id(), target.key(), hash, since));
    }

    /** The same of a lasting feed, by its tag; what is in it is remembered too. */
    Instant feed(Site site, Target target, String tag, Instant changed, List<Long> revisions) {
        Instant since = past(changed);
        return remembered(site, target, since, () -> store.modified(site.id(), target.key(), tag, since, revisions));
    }

    /**
     * When a document last changed of which there are too many to remember each. Where nobody knows, it is as old as what
     * is known of the site: a time of the clock would move with every rendering.
     */
    Instant unremembered(Site site, Target target, Instant changed) {
        if (!given.contains(site.id())) {
            // The store takes no time from content any more, for there is a reader who has one.
            remembered(site, target, changed, () -> store.modified(site.id(), OTHERS, "", Instant.EPOCH));
            given.add(site.id());
        }
        if (!changed.equals(Instant.EPOCH)) {
            return past(changed);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return remembered(site, target, now, () -> {
            Instant known = store.select(site.id(), Selection.WHOLE, 1).changed();
            return known.equals(Instant.EPOCH)
                    ? Instant.parse(store.settled(site.id(), BEGINNING, now.toString()))
                    : past(known);
        });
    }

    /** What never changed, such as a page about the hosts, is as old as its first rendering. */
    private Instant past(Instant changed) {
        Instant now = clock.instant();
        return changed.equals(Instant.EPOCH) || changed.isAfter(now) ? now : changed;
    }

    static String hash(Slotted open) {
        MessageDigest digest = Fingerprint.sha256();
        open.digest(digest);
        return Fingerprint.of(digest.digest(), TAG);
    }

    /** The tag of a document that is written with its time open, and says a time. */
    static String tag(String hash, Instant said) {
        return Fingerprint.of(hash + ' ' + said.getEpochSecond(), TAG);
    }

    private static Instant remembered(Site site, Target target, Instant since, Supplier<Instant> memory) {
        try {
            return memory.get();
        } catch (StoreFailure e) {
            LOG.atWarn()
                    .addKeyValue("site", site.id())
                    .addKeyValue("document", target.key())
                    .setCause(e)
                    .log("The time of change could not be remembered; the document is served all the same");
            return since;
        }
    }
}
