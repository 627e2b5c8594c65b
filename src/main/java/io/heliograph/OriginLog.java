package io.heliograph;

import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the operator what the origins do, an event a line. */
final class OriginLog implements OriginListener {

    private static final Logger LOG = LoggerFactory.getLogger(OriginLog.class);
    private static final int MOST_PROBLEMS = 20;

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
        for (EntryProblem problem :
                gathered.problems().stream().limit(MOST_PROBLEMS).toList()) {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", origin)
                    .addKeyValue("entry", problem.where())
                    .addKeyValue("problem", problem.detail())
                    .log(problem.reason().isTaken() ? "An entry is taken, but not as it is" : "An entry is left out");
        }
        if (gathered.problems().size() > MOST_PROBLEMS) {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", origin)
                    .addKeyValue("more", gathered.problems().size() - MOST_PROBLEMS)
                    .log("More entries have problems; heliograph fetch lists them all");
        }
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        LOG.atWarn()
                .addKeyValue("site", site)
                .addKeyValue("origin", origin)
                .addKeyValue("reason", failure.getMessage())
                .addKeyValue("failures", failures)
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
