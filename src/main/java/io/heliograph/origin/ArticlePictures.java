package io.heliograph.origin;

import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Story;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives articles pictures of ours in place of those that live on other hosts. What cannot be had is left out, and named;
 * what is not there yet is left out until it is.
 */
final class ArticlePictures {

    /** Pictures of an article beyond this many are left out. */
    static final int MOST = 12;

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final RemotePictures remote;
    private final WorkerExecutor workers;
    private final URI typed;
    private final Map<String, Instant> unfinished = new ConcurrentHashMap<>();

    /**
     * Pictures for the articles of one origin.
     *
     * @param typed as {@link RemotePictures#ask} has it
     */
    ArticlePictures(RemotePictures remote, WorkerExecutor workers, URI typed) {
        this.remote = remote;
        this.workers = workers;
        this.typed = typed;
    }

    /** The articles that lacked pictures and may have them now, by {@link Draft#source}; each is told once. */
    Set<String> due(Instant now) {
        Set<String> due = new HashSet<>();
        unfinished.forEach((source, when) -> {
            if (!now.isBefore(when) && unfinished.remove(source, when)) {
                due.add(source);
            }
        });
        return due;
    }

    /**
     * Articles with what pictures there are now.
     *
     * @param whole whether nothing more is to come
     * @param all completes when nothing is on its way any more
     */
    record Illustrated(List<Draft> drafts, List<EntryProblem> problems, boolean whole, Future<Void> all) {}

    Future<Illustrated> illustrate(List<Draft> drafts, Instant now) {
        return workers.executeBlocking(() -> wanted(drafts), false).compose(wanted -> {
            Set<URI> urls = new LinkedHashSet<>();
            wanted.values().forEach(hrefs -> hrefs.forEach(href -> urls.add(URI.create(href.value()))));
            return urls.isEmpty()
                    ? Future.succeededFuture(new Illustrated(drafts, List.of(), true, Future.succeededFuture()))
                    : remote.ask(typed, urls)
                            .compose(answers -> workers.executeBlocking(() -> illustrate(wanted, answers, now), false));
        });
    }

    /** What each article shows that lives elsewhere: its lead picture first, each once. */
    private static Map<Draft, List<Href>> wanted(List<Draft> drafts) {
        Map<Draft, List<Href>> wanted = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Set<Href> hrefs = new LinkedHashSet<>();
            draft.story().images().forEach(image -> hrefs.add(image.href()));
            hrefs.addAll(BodyPictures.of(draft.story().html()));
            hrefs.removeIf(Href::isOwn);
            wanted.put(draft, List.copyOf(hrefs));
        }
        return wanted;
    }

    private Illustrated illustrate(Map<Draft, List<Href>> wanted, RemotePictures.Answers answers, Instant now) {
        List<Draft> drafts = new ArrayList<>();
        List<EntryProblem> problems = new ArrayList<>();
        List<Draft> lacking = new ArrayList<>();
        wanted.forEach((draft, hrefs) -> {
            One one = new One(draft);
            for (int i = 0; i < hrefs.size(); i++) {
                Href href = hrefs.get(i);
                one.take(
                        href,
                        i < MOST
                                ? answers.now().getOrDefault(URI.create(href.value()), new RemotePictures.Waiting())
                                : new RemotePictures.Refused(
                                        EntryProblem.Reason.PICTURE_TOO_LARGE,
                                        "is more than the " + MOST + " that are taken of an article",
                                        false));
            }
            drafts.add(one.illustrated());
            problems.addAll(one.problems);
            if (one.waits || one.mayPass) {
                lacking.add(draft);
                unfinished.put(draft.source(), one.waits ? now : now.plus(PAUSE));
            }
        });
        return new Illustrated(drafts, problems, lacking.isEmpty(), answers.all());
    }

    /** One article. */
    private static final class One {
        private final Draft draft;
        private final Map<Href, MediaShelf.Shelved> ours = new HashMap<>();
        private final Set<Href> gone = new HashSet<>();
        private final List<EntryProblem> problems = new ArrayList<>();
        private boolean waits;
        private boolean mayPass;

        One(Draft draft) {
            this.draft = draft;
        }

        void take(Href href, RemotePictures.Outcome outcome) {
            if (outcome instanceof RemotePictures.Kept kept) {
                ours.put(href, kept.picture());
                return;
            }
            gone.add(href);
            if (outcome instanceof RemotePictures.Refused refused) {
                mayPass |= refused.mayPass();
                problems.add(new EntryProblem(
                        draft.story().title(),
                        refused.reason(),
                        "the picture " + href.value() + " " + refused.detail()));
            } else {
                waits = true;
            }
        }

        Draft illustrated() {
            Story story = draft.story();
            if (ours.isEmpty() && gone.isEmpty()) {
                return draft;
            }
            Map<Href, Image> images = new LinkedHashMap<>();
            for (Image image : story.images()) {
                MediaShelf.Shelved own = ours.get(image.href());
                if (own != null) {
                    images.putIfAbsent(own.href(), own.image(image.alt(), image.caption(), image.credit()));
                } else if (!gone.contains(image.href())) {
                    images.putIfAbsent(image.href(), image);
                }
            }
            String html = BodyPictures.replaced(story.html(), ours, gone::contains);
            Collection<Image> kept = images.values();
            return draft.telling(story.illustrated(html, List.copyOf(kept)));
        }
    }
}
