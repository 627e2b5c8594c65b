package io.heliograph;

import io.heliograph.config.SiteSettings;
import io.heliograph.http.ContentCoding;
import io.heliograph.mirror.Coder;
import io.heliograph.mirror.Mirror;
import io.heliograph.mirror.MirrorListener;
import io.heliograph.mirror.MirrorSettings;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.outbound.Dialler;
import io.heliograph.representation.Encoder;
import io.heliograph.server.SiteFront;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The mirrors of the sites that have a web origin; they hear of articles that change. */
final class SiteMirrors implements OriginListener, AutoCloseable {

    private final Vertx vertx;
    private final Dialler dialler;
    private final InstantSource clock;
    private final MirrorListener listener;
    private final Map<String, Mirror> mirrors = new ConcurrentHashMap<>();
    private final String pseudonym = "heliograph-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    SiteMirrors(Vertx vertx, Dialler dialler, InstantSource clock, MirrorListener listener) {
        this.vertx = vertx;
        this.dialler = dialler;
        this.clock = clock;
        this.listener = listener;
    }

    /** What is found where on the sites that are not all ours, by their ids. */
    Map<String, SiteFront> fronts(List<SiteSettings> sites) {
        Map<String, SiteFront> fronts = new HashMap<>();
        for (SiteSettings site : sites) {
            MirrorSettings settings = site.mirror();
            if (settings != null) {
                Mirror mirror = mirror(site, settings);
                mirrors.put(site.site().id(), mirror);
                fronts.put(site.site().id(), new SiteFront(site.site().prefix(), mirror, settings.methods()));
            } else if (!site.site().prefix().isEmpty()) {
                fronts.put(site.site().id(), new SiteFront(site.site().prefix(), null, Set.of()));
            }
        }
        return fronts;
    }

    /** The mirrors, by the ids of their sites. */
    Map<String, Mirror> all() {
        return mirrors;
    }

    /** Asks origins for nothing more by themselves. */
    @Override
    public void close() {
        mirrors.values().forEach(Mirror::close);
    }

    @Override
    public void changed(Changes changes) {
        Mirror mirror = mirrors.get(changes.site());
        if (mirror != null) {
            mirror.changed(changes.paths());
            mirror.changed(changes.addresses());
        }
    }

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        // What changed has been told already.
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        // The articles' origin is not the site's.
    }

    private Mirror mirror(SiteSettings site, MirrorSettings settings) {
        int cores = Runtime.getRuntime().availableProcessors();
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("mirror", Math.max(2, cores), 1, TimeUnit.MINUTES);
        Mirror mirror = new Mirror(
                vertx,
                site.site().id(),
                site.site().hosts(),
                site.site().prefix(),
                settings,
                dialler,
                coder(),
                workers,
                clock,
                pseudonym,
                "Heliograph/" + Version.NUMBER,
                listener);
        try {
            mirror.open();
        } catch (IOException e) {
            throw new UncheckedIOException("the mirror's folder " + settings.folder() + " cannot be had", e);
        }
        return mirror;
    }

    private static Coder coder() {
        Encoder encoder = new Encoder();
        return new Coder() {
            @Override
            public Set<ContentCoding> codings() {
                return encoder.atHand();
            }

            @Override
            public byte[] encode(byte[] plain, ContentCoding coding) {
                return encoder.encode(plain, coding);
            }

            @Override
            public String tagSuffix(ContentCoding coding) {
                return encoder.tagSuffix(coding);
            }
        };
    }
}
