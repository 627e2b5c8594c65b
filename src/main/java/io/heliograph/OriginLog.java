package io.heliograph;

import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells the operator what the origins do, an event a line. What has been said is not said again at every poll: a problem
 * that stays, once; a failure that lasts, at the first, second, fourth, eighth… time.
 */
final class OriginLog implements OriginListener {

    private static final Logger LOG = LoggerFactory.getLogger(OriginLog.class);
    private static final int MOST_PROBLEMS = 20;

    /** An origin of a site. */
    private record Place(String site, String origin) {}

    /** The problems of each origin's last answer, as far as they were told. */
    private final Map<Place, Set<EntryProblem>> problems = new ConcurrentHashMap<>();

    /** Why each origin that fails gave nothing the last time. */
    private final Map<Place, String> failures = new ConcurrentHashMap<>();

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        if (saved.added() + saved.updated() > 0 || !gathered.deleted().isEmpty()) {
            long waiting = gathered.waiting(at);
            LoggingEventBuilder event = LOG.atInfo()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", origin)
                    .addKeyValue("added", saved.added())
                    .addKeyValue("updated", saved.updated())
                    .addKeyValue("deleted", gathered.deleted().size());
            if (waiting > 0) {
                event = event.addKeyValue("waiting", waiting);
            }
            event.log(
                    waiting > 0
                            ? "The origin's articles are taken in; those that wait for their date are not shown yet"
                            : "The origin's articles are taken in");
        }
        if (failures.remove(new Place(site, origin)) != null) {
            LOG.atInfo().addKeyValue("site", site).addKeyValue("origin", origin).log("The origin answers again");
        }
        problems(site, origin, gathered.problems());
    }

    private void problems(String site, String origin, List<EntryProblem> found) {
        Place place = new Place(site, origin);
        Set<EntryProblem> told = Set.copyOf(found.subList(0, Math.min(found.size(), MOST_PROBLEMS)));
        Set<EntryProblem> before = told.isEmpty() ? problems.remove(place) : problems.put(place, told);
        if (told.equals(before)) {
            return;
        }
        for (EntryProblem problem : found.subList(0, Math.min(found.size(), MOST_PROBLEMS))) {
            if (before != null && before.contains(problem)) {
                continue;
            }
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", origin)
                    .addKeyValue("entry", problem.where())
                    .addKeyValue("problem", problem.detail())
                    .log(problem.reason().isTaken() ? "An entry is taken, but not as it is" : "An entry is left out");
        }
        if (found.size() > MOST_PROBLEMS) {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", origin)
                    .addKeyValue("more", found.size() - MOST_PROBLEMS)
                    .log("More entries have problems; heliograph fetch lists them all");
        }
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int times, Instant next) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.equals(failures.put(new Place(site, origin), reason)) && Integer.bitCount(times) > 1) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("site", site)
                .addKeyValue("origin", origin)
                .addKeyValue("reason", reason)
                .addKeyValue("failures", times)
                .addKeyValue("next", next.truncatedTo(ChronoUnit.SECONDS))
                .log("The origin gave nothing; what it gave before is served");
    }

    @Override
    public void changed(Changes changes) {
        LOG.atDebug()
                .addKeyValue("site", changes.site())
                .addKeyValue("revision", changes.revision())
                .addKeyValue("articles", changes.paths().size())
                .log("Readers see a change");
    }
}
