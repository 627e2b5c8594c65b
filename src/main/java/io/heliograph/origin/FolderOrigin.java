package io.heliograph.origin;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.origin.FolderListing.Stamp;
import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder of articles: Markdown, HTML and JSON files. Only files that changed are read again, and only once they are
 * still. A file must be gone in two looks before its article is; many that vanish at once are kept.
 */
public final class FolderOrigin implements Origin {

    /** A file that was written this recently may be written to still. */
    private static final Duration STILL = Duration.ofMillis(200);

    /** A look works on new pictures for so long; articles do not wait longer for theirs. */
    private static final Duration PICTURES = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration CONFIRM = Duration.ofMillis(600);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private final FolderSettings settings;
    private final List<Host> hosts;
    private final MediaShelf shelf;
    private final Optional<FolderWatch> watch;
    private final ArticlePictures pictures;
    private final WorkerExecutor workers;
    private final InstantSource clock;

    /** Files as they were last read. Used by one gathering at a time. */
    private final Map<Path, KnownFile> known = new HashMap<>();

    private final Map<Path, String> articlePaths = new HashMap<>();
    private final Vanishing vanishing;
    private Runnable onChange = () -> {};

    /** What one look gives. */
    private record Look(
            List<Draft> drafts, List<EntryProblem> problems, Set<String> deleted, boolean again, boolean confirm) {}

    /**
     * A folder of a site.
     *
     * @param hosts of the site: links to them are own links
     * @param remote fetches pictures of other hosts
     * @param watch tells of changes; empty to look often instead
     * @param workers on which files are read
     */
    public FolderOrigin(
            FolderSettings settings,
            List<Host> hosts,
            MediaShelf shelf,
            RemotePictures remote,
            Optional<FolderWatch> watch,
            WorkerExecutor workers,
            InstantSource clock) {
        this.settings = settings;
        this.vanishing = new Vanishing(settings);
        this.hosts = List.copyOf(hosts);
        this.shelf = shelf;
        this.pictures = new ArticlePictures(remote, workers, RemotePictures.NONE);
        this.watch = watch;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public String key() {
        return settings.folder().toString();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public void onChange(Runnable poll) {
        onChange = poll;
    }

    @Override
    public Duration retry(OriginFailure failure, int failures) {
        return Duration.ofSeconds(2);
    }

    @Override
    public Future<Gathered> gather(OriginState state, Set<String> stored) {
        Future<Gathered> look = workers.executeBlocking(() -> look(stored), false);
        return settings.pictures() == Pictures.LINK ? look : look.compose(this::illustrate);
    }

    /** With pictures of ours; what lacks some is looked at again when they are there. */
    private Future<Gathered> illustrate(Gathered gathered) {
        return pictures.illustrate(gathered.drafts(), clock.instant()).map(illustrated -> {
            if (!illustrated.all().isComplete()) {
                illustrated.all().onComplete(there -> onChange.run());
            }
            return gathered.illustrated(illustrated);
        });
    }

    private Gathered look(Set<String> stored) throws OriginFailure {
        Path folder;
        FolderListing listing;
        try {
            folder = settings.folder().toRealPath();
            listing = FolderListing.of(folder);
        } catch (IOException e) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREACHABLE,
                    "the folder " + settings.folder() + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): is it there, and may this user read it? Its articles are kept",
                    e);
        }
        boolean watched = watch.isPresent() && watch.get().watch(listing.directories(), onChange);
        if (listing.files().isEmpty()) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE,
                    "the folder " + settings.folder() + " holds no articles (.md, .html, .json)"
                            + (stored.isEmpty() ? "" : "; the " + stored.size() + " it gave are kept"));
        }
        Look look = new Reading(folder, listing).look(stored);
        boolean unchanged = look.drafts().isEmpty()
                && look.problems().isEmpty()
                && look.deleted().isEmpty();
        Duration next = look.again() ? SOON : look.confirm() ? CONFIRM : watched ? SELDOM : OFTEN;
        return new Gathered(
                "", "", "", "", "", look.drafts(), look.problems(), look.deleted(), next, unchanged, look.again());
    }

    /** One look at the folder. */
    private final class Reading {
        private final Path folder;
        private final FolderListing listing;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<EntryProblem> problems = new ArrayList<>();
        private final Set<String> withdrawn = new HashSet<>();
        private final Map<String, Path> owners = new HashMap<>();
        private final Map<Path, Stamp> stamps;
        private final Instant enough = clock.instant().plus(PICTURES);
        private boolean again;

        Reading(Path folder, FolderListing listing) {
            this.folder = folder;
            this.listing = listing;
            this.stamps = listing.files();
            known.keySet().retainAll(listing.files().keySet());
            articlePaths.keySet().retainAll(listing.files().keySet());
            Set<String> due = pictures.due(clock.instant());
            known.replaceAll((file, read) -> read.sources().stream().anyMatch(due::contains) ? read.stale() : read);
            known.forEach((file, read) -> read.sources().forEach(source -> owners.put(source, file)));
        }

        Look look(Set<String> stored) {
            Map<Path, List<FileDraft>> changed = readChanged(stored);
            changed.forEach(this::makeDrafts);
            drafts.sort(Comparator.comparing(Draft::published).reversed().thenComparing(Draft::source));
            Set<String> deleted = new HashSet<>(withdrawn);
            deleted.retainAll(stored);
            deleted.addAll(vanished(stored));
            return new Look(drafts, problems, deleted, again, vanishing.awaitsAnotherLook());
        }

        private Map<Path, List<FileDraft>> readChanged(Set<String> stored) {
            Map<Path, List<FileDraft>> changed = new TreeMap<>();
            // Where there is nothing yet, a file half written is better than none, and whole at the next look.
            Instant still = stored.isEmpty() ? clock.instant() : clock.instant().minus(STILL);
            listing.files().forEach((file, stamp) -> {
                KnownFile before = known.get(file);
                if (before != null && before.isCurrent(stamp) && owners.keySet().containsAll(before.contested())) {
                    return;
                }
                if (stamp.modified().isAfter(still) && !stamp.modified().isAfter(clock.instant())) {
                    again = true;
                    return;
                }
                try {
                    List<FileDraft> articles = read(file, stamp);
                    changed.put(file, articles);
                    articles.stream()
                            .filter(article -> !article.isUnfinished())
                            .map(FileDraft::path)
                            .filter(path -> !path.isEmpty())
                            .findFirst()
                            .ifPresent(path -> articlePaths.put(file, path));
                } catch (OriginFailure e) {
                    unreadable(file, stamp, before, reason(e), String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    // Read again at the next look: what bars us, such as its permissions, is not in its stamp.
                    unreadable(
                            file,
                            Stamp.ABSENT,
                            before,
                            EntryProblem.Reason.UNREADABLE,
                            "cannot be read: " + e.getClass().getSimpleName());
                }
            });
            return changed;
        }

        private void unreadable(
                Path file, Stamp stamp, @Nullable KnownFile before, EntryProblem.Reason reason, String why) {
            problems.add(new EntryProblem(relative(file), reason, why));
            List<String> sources = before == null ? List.of() : before.sources();
            known.put(file, new KnownFile(stamp, Map.of(), sources, List.of(), false));
        }

        private static EntryProblem.Reason reason(OriginFailure e) {
            return e.reason() == OriginFailure.Reason.TOO_LARGE
                    ? EntryProblem.Reason.TOO_LARGE
                    : EntryProblem.Reason.UNREADABLE;
        }

        private List<FileDraft> read(Path file, Stamp stamp) throws IOException, OriginFailure {
            if (stamp.bytes() > ArticleFile.LARGEST_BYTES) {
                throw new OriginFailure(
                        OriginFailure.Reason.TOO_LARGE,
                        "larger than " + ArticleFile.LARGEST_BYTES + " bytes: " + stamp.bytes());
            }
            List<ArticleFile> articles = ArticleFile.read(file.getFileName().toString(), Files.readAllBytes(file));
            List<FileDraft> read = new ArrayList<>();
            for (ArticleFile article : articles) {
                read.add(new FileDraft(FileDraft.name(relative(file)), read.size(), article, settings.zone()));
            }
            return read;
        }

        private void makeDrafts(Path file, List<FileDraft> articles) {
            FileLinks links = new FileLinks(
                    folder,
                    file,
                    articlePaths,
                    hosts,
                    shelf,
                    () -> clock.instant().isBefore(enough));
            String name = relative(file);
            List<String> sources = new ArrayList<>();
            List<String> contested = new ArrayList<>();
            for (FileDraft article : articles) {
                if (article.isUnfinished()) {
                    withdrawn.add(article.source());
                } else if (!owners.computeIfAbsent(article.source(), s -> file).equals(file)) {
                    contested.add(article.source());
                    String why = "another file has the same id or name: " + article.source();
                    problems.add(new EntryProblem(name, EntryProblem.Reason.DUPLICATE, why));
                } else {
                    Unexpected.caught(name, problems, () -> Optional.of(article.read(links, name, problems)))
                            .ifPresent(drafts::add);
                    sources.add(article.source());
                }
            }
            Map<Path, Stamp> used = links.used().stream().collect(Collectors.toMap(path -> path, Stamp::of));
            // What had no time for its pictures is read again at the next look.
            again |= links.isUnfinished();
            Stamp stamp = links.isUnfinished() ? Stamp.ABSENT : stamps.getOrDefault(file, Stamp.ABSENT);
            known.put(file, new KnownFile(stamp, used, sources, contested, true));
        }

        /** What is gone for good; nothing while anything is uncertain. */
        private Set<String> vanished(Set<String> stored) {
            Set<String> missing = new HashSet<>(stored);
            known.values().forEach(file -> missing.removeAll(file.sources()));
            missing.removeAll(withdrawn);
            boolean uncertain = !listing.whole()
                    || again
                    || known.values().stream()
                            .anyMatch(file -> !file.readable() && file.sources().isEmpty());
            return uncertain ? vanishing.uncertain() : vanishing.look(missing, stored.size(), problems);
        }

        private String relative(Path file) {
            return folder.relativize(file).toString().replace('\\', '/');
        }
    }
}
