package io.heliograph;

import io.heliograph.article.Site;
import io.heliograph.media.MediaLibrary;
import io.heliograph.media.NotDeveloped;
import io.heliograph.media.PictureMirror;
import io.heliograph.origin.FeedOrigin;
import io.heliograph.origin.FeedSettings;
import io.heliograph.origin.FolderOrigin;
import io.heliograph.origin.FolderSettings;
import io.heliograph.origin.FolderWatch;
import io.heliograph.origin.MediaShelf;
import io.heliograph.origin.Origin;
import io.heliograph.origin.OriginSettings;
import io.heliograph.origin.RemotePictures;
import io.heliograph.outbound.Fetcher;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Makes origins of their settings. */
final class Origins {

    private final Fetcher fetcher;
    private final MediaLibrary library;
    private final PictureMirror mirror;
    private final Optional<FolderWatch> watch;
    private final WorkerExecutor workers;
    private final InstantSource clock;

    Origins(
            Fetcher fetcher,
            MediaLibrary library,
            PictureMirror mirror,
            Optional<FolderWatch> watch,
            WorkerExecutor workers,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.library = library;
        this.mirror = mirror;
        this.watch = watch;
        this.workers = workers;
        this.clock = clock;
    }

    /** What names an origin within its site. */
    static String key(OriginSettings settings) {
        return settings instanceof FeedSettings feed
                ? feed.url().toString()
                : ((FolderSettings) settings).folder().toString();
    }

    Origin of(OriginSettings settings, Site site) {
        RemotePictures remote = new SitePictures(mirror, site);
        if (settings instanceof FeedSettings feed) {
            return new FeedOrigin(feed, site.hosts(), fetcher, remote, workers, clock);
        }
        return new FolderOrigin(
                (FolderSettings) settings,
                site.hosts(),
                (file, root, mayTakeLong) -> shelve(site.id(), file, root, mayTakeLong),
                remote,
                watch,
                workers,
                clock);
    }

    private MediaShelf.Shelved shelve(String site, Path file, Path root, boolean mayTakeLong) throws IOException {
        try {
            return SitePictures.shelved(library.keep(site, file, root, mayTakeLong));
        } catch (NotDeveloped e) {
            throw new MediaShelf.NotYet();
        }
    }
}
