package io.heliograph;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.feed.Feed;
import io.heliograph.feed.tv.RokuObstacle;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of a site whose TV channel is empty although its articles have video: once, and again only after
 * there was something in it. It is not told while there may be something soon: before every origin was asked, and while
 * pictures are on their way.
 */
final class ChannelLog implements OriginListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLog.class);

    /** An origin of a site. */
    private record Place(String site, String origin) {}

    private final ArticleStore store;
    private final WorkerExecutor workers;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<Place> partial = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private volatile boolean loaded;

    ChannelLog(ArticleStore store, WorkerExecutor workers) {
        this.store = store;
        this.workers = workers;
    }

    /** Every origin was asked once. These sites are looked at, for what an earlier run stored changes no more. */
    void loaded(Collection<String> sites) {
        loaded = true;
        changed.addAll(sites);
        sites.forEach(this::look);
    }

    /** Is followed by the end of the poll; what came into sight by its date waits for the next. */
    @Override
    public void changed(Changes changes) {
        if (!changes.paths().isEmpty()) {
            changed.add(changes.site());
        }
    }

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        if (gathered.partial()) {
            partial.add(new Place(site, origin));
        } else {
            partial.remove(new Place(site, origin));
        }
        look(site);
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        partial.remove(new Place(site, origin));
        look(site);
    }

    private void look(String site) {
        if (!loaded || partial.stream().anyMatch(place -> place.site().equals(site)) || !changed.remove(site)) {
            return;
        }
        workers.executeBlocking(() -> store.select(site, Selection.WATCHABLE, Feed.MOST), false)
                .onSuccess(selected -> tell(site, selected.articles()))
                .onFailure(e -> LOG.atWarn()
                        .addKeyValue("site", site)
                        .setCause(e)
                        .log("Whether the site's TV channel is empty could not be found out"));
    }

    private void tell(String site, List<Article> watchable) {
        Map<RokuObstacle, Long> obstacles = watchable.stream()
                .map(RokuObstacle::of)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(obstacle -> obstacle, Collectors.counting()));
        long barred = obstacles.values().stream().mapToLong(count -> count).sum();
        if (watchable.isEmpty() || barred < watchable.size()) {
            told.remove(site);
        } else if (told.add(site)) {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("articles", watchable.size())
                    .addKeyValue("why", why(obstacles))
                    .log("The site's TV channel is empty: of its articles with video none has what a Roku title must");
        }
    }

    /** The obstacles, the most frequent first. */
    private static String why(Map<RokuObstacle, Long> obstacles) {
        return obstacles.entrySet().stream()
                .sorted(Map.Entry.<RokuObstacle, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(obstacle -> obstacle.getValue() + " " + obstacle.getKey().words())
                .collect(Collectors.joining("; "));
    }
}
