package io.heliograph.media;

import io.heliograph.article.Slug;
import io.heliograph.media.Mirrored.Why;
import io.heliograph.media.PictureLedger.Entry;
import io.heliograph.media.picture.BadPicture;
import io.heliograph.media.picture.Darkroom;
import io.heliograph.outbound.FetchFailure;
import io.heliograph.outbound.Fetched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what fetches bring, and remembers what they did not. Every call blocks. */
final class PictureDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PictureDesk.class);

    static final long LARGEST_BYTES = Darkroom.LARGEST_BYTES;

    /** A picture that is still shown is asked for again after so long, with its validators. */
    private static final Duration FRESH = Duration.ofDays(7);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** After so many failures in a row what may pass is taken to stay. */
    private static final int MOST_FAILURES = 8;

    private final MediaLibrary library;
    private final InstantSource clock;
    private final Map<String, PictureLedger> ledgers = new ConcurrentHashMap<>();

    PictureDesk(MediaLibrary library, InstantSource clock) {
        this.library = library;
        this.clock = clock;
    }

    /**
     * What is known of a URL.
     *
     * @param state now
     * @param isDue whether to ask for it
     */
    record Known(Mirrored state, boolean isDue, Entry entry) {}

    Map<URI, Known> look(String site, Collection<URI> urls) throws IOException {
        Map<URI, Known> known = new LinkedHashMap<>();
        for (URI url : urls) {
            known.put(url, look(site, url));
        }
        return known;
    }

    private Known look(String site, URI url) throws IOException {
        Entry entry = ledger(site).find(url.toString()).orElse(Entry.NEW);
        boolean due = !clock.instant().isBefore(entry.next());
        if (!entry.hash().isEmpty()) {
            Optional<KeptMedia> kept = library.picture(site, entry.hash());
            return kept.isPresent()
                    ? new Known(new Mirrored.Kept(kept.get()), due, entry)
                    : new Known(new Mirrored.Waiting(), true, Entry.NEW);
        }
        return due ? new Known(new Mirrored.Waiting(), true, entry) : new Known(entry.refusal(), false, entry);
    }

    Mirrored take(String site, URI url, Entry before, Fetched fetched) throws IOException {
        if (fetched.status() == 304 && !before.hash().isEmpty()) {
            Optional<KeptMedia> kept = library.picture(site, before.hash());
            if (kept.isPresent()) {
                return keep(site, url, kept.get(), fetched, before);
            }
        }
        if (fetched.status() != 200) {
            boolean mayPass = fetched.status() >= 500 || fetched.status() == 429 || fetched.status() == 304;
            return refuse(site, url, before, Why.UNREACHABLE, "answered with status " + fetched.status(), mayPass);
        }
        try {
            return keep(site, url, library.keepPicture(site, name(url), fetched.body()), fetched, Entry.NEW);
        } catch (BadPicture e) {
            Why why = e.reason() == BadPicture.Reason.TOO_LARGE ? Why.TOO_LARGE : Why.UNREADABLE;
            return refuse(site, url, before, why, String.valueOf(e.getMessage()), false);
        }
    }

    Mirrored miss(String site, URI url, Entry before, Throwable cause) throws IOException {
        String detail = String.valueOf(cause.getMessage());
        if (!(cause instanceof FetchFailure failure)) {
            return refuse(site, url, before, Why.UNREACHABLE, detail, true);
        }
        return switch (failure.reason()) {
            // Not remembered: to another origin of the site it may be allowed.
            case FORBIDDEN -> new Mirrored.Refused(Why.FORBIDDEN, detail, false);
            case TOO_LARGE -> refuse(site, url, before, Why.TOO_LARGE, detail, false);
            default ->
                refuse(
                        site,
                        url,
                        before,
                        Why.UNREACHABLE,
                        detail,
                        failure.reason().retryHelps());
        };
    }

    /** The answer for a failure of our own, such as a full disk: nothing is remembered. */
    static Mirrored own(Throwable cause) {
        return new Mirrored.Refused(Why.UNREACHABLE, "could not be kept: " + cause.getMessage(), true);
    }

    private Mirrored keep(String site, URI url, KeptMedia kept, Fetched fetched, Entry before) {
        String etag = fetched.field("etag").isEmpty() ? before.etag() : fetched.field("etag");
        String modified =
                fetched.field("last-modified").isEmpty() ? before.lastModified() : fetched.field("last-modified");
        Instant next = clock.instant().plus(FRESH);
        note(site, url, new Entry(kept.hash(), etag, modified, 0, next, Why.UNREACHABLE, "", false));
        return new Mirrored.Kept(kept);
    }

    /** A picture that was there before stays, whatever its host says now. */
    private Mirrored refuse(String site, URI url, Entry before, Why why, String detail, boolean mayPass)
            throws IOException {
        int failures = before.failures() + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 12));
        Duration bounded = mayPass && pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        Entry entry = new Entry(
                before.hash(),
                before.etag(),
                before.lastModified(),
                failures,
                clock.instant().plus(bounded),
                why,
                detail,
                mayPass && failures < MOST_FAILURES);
        note(site, url, entry);
        Optional<KeptMedia> kept = before.hash().isEmpty() ? Optional.empty() : library.picture(site, before.hash());
        return kept.<Mirrored>map(Mirrored.Kept::new).orElse(entry.refusal());
    }

    void forgetSwept(String site) throws IOException {
        ledger(site).forget(hash -> {
            try {
                return library.picture(site, hash).isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private void note(String site, URI url, Entry entry) {
        try {
            ledger(site).note(url.toString(), entry);
        } catch (IOException | UncheckedIOException e) {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("url", url)
                    .setCause(e)
                    .log("What became of a picture could not be written down; it is fetched again");
        }
    }

    private PictureLedger ledger(String site) {
        return ledgers.computeIfAbsent(site, s -> {
            try {
                return new PictureLedger(library.ledgerFile(s));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What a reader of the URL would call it: the last part of its path, as a slug. */
    private static String name(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String slug = Slug.of(dot > 0 ? last.substring(0, dot) : last);
        return (slug.isEmpty() ? "picture" : slug) + ".img";
    }
}
