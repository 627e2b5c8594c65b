package io.heliograph.representation;

import io.heliograph.feed.Format;
import io.heliograph.feed.profile.Quarantined;
import io.heliograph.feed.profile.Rule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles that feeds leave out because they break a rule, as of the last time that each feed was written. Told once
 * for each edit of an article and each rule, however many feeds it is left out of.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** Feeds with something left out that are remembered, and edits that were told of. */
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<Written, List<Held>> held = new ConcurrentHashMap<>();
    private final Map<Told, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Told, Boolean> eldest) {
            return size() > MOST;
        }
    };

    private volatile QuarantineListener listener = (site, format, rule) -> {};

    /**
     * An article that a feed leaves out.
     *
     * @param feed path of the feed
     * @param id of the article
     * @param detail what breaks the rule, for a person
     */
    public record Held(String site, String feed, String id, String path, Rule rule, String detail, Instant since) {}

    /** A feed, by the key of its target. */
    private record Written(String site, String feed) {}

    private record Told(String site, String id, Instant updated, Rule rule) {}

    public Quarantine(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on this hears of what is left out. */
    public void tell(QuarantineListener other) {
        listener = other;
    }

    /** Everything that is left out. */
    public List<Held> held() {
        return held.values().stream().flatMap(List::stream).toList();
    }

    /** How many articles of a site some feed leaves out. */
    public long articles(String site) {
        return held.entrySet().stream()
                .filter(entry -> entry.getKey().site().equals(site))
                .flatMap(entry -> entry.getValue().stream())
                .map(Held::id)
                .distinct()
                .count();
    }

    /** A feed has been written, and leaves these out; nothing where there is no such feed any more. */
    void written(String site, Target target, Format format, List<Quarantined> out) {
        Written key = new Written(site, target.key());
        if (out.isEmpty()) {
            held.remove(key);
            return;
        }
        for (Quarantined quarantined : out) {
            listener.quarantined(site, format.name(), quarantined.rule());
            tell(site, target, quarantined);
        }
        if (target.isLasting() && (held.size() < MOST || held.containsKey(key))) {
            Instant now = clock.instant();
            held.put(
                    key,
                    out.stream()
                            .map(q -> new Held(
                                    site,
                                    target.key(),
                                    q.article().id().value(),
                                    q.article().path(),
                                    q.rule(),
                                    q.detail(),
                                    now))
                            .toList());
        }
    }

    private void tell(String site, Target target, Quarantined quarantined) {
        Told once = new Told(
                site, quarantined.article().id().value(), quarantined.article().updated(), quarantined.rule());
        synchronized (told) {
            if (told.put(once, true) != null) {
                return;
            }
        }
        LOG.atWarn()
                .addKeyValue("site", site)
                .addKeyValue("article", quarantined.article().path())
                .addKeyValue("feed", target.key())
                .addKeyValue("rule", quarantined.rule().label())
                .addKeyValue("source", quarantined.rule().source())
                .addKeyValue("found", quarantined.detail())
                .log("An article is left out of a feed, which would be invalid with it; the others are in it");
    }
}
