package io.heliograph;

import io.heliograph.article.Href;
import io.heliograph.article.Scaled;
import io.heliograph.article.Site;
import io.heliograph.media.KeptMedia;
import io.heliograph.media.Mirrored;
import io.heliograph.media.PictureMirror;
import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.MediaShelf;
import io.heliograph.origin.RemotePictures;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pictures that a site's origins name on other hosts, as the media room gets them. */
final class SitePictures implements RemotePictures {

    private final PictureMirror mirror;
    private final Site site;

    SitePictures(PictureMirror mirror, Site site) {
        this.mirror = mirror;
        this.site = site;
    }

    @Override
    public Future<Answers> ask(URI typed, Collection<URI> urls) {
        String contact = site.hosts().get(0).base() + "/";
        return mirror.mirror(new PictureMirror.Wanting(site.id(), typed, contact), urls)
                .map(round -> {
                    Map<URI, Outcome> now = new LinkedHashMap<>();
                    round.now().forEach((url, mirrored) -> now.put(url, outcome(mirrored)));
                    return new Answers(now, round.all());
                });
    }

    private static Outcome outcome(Mirrored mirrored) {
        if (mirrored instanceof Mirrored.Kept kept) {
            return new Kept(shelved(kept.media()));
        }
        return mirrored instanceof Mirrored.Refused refused
                ? new Refused(reason(refused.why()), refused.detail(), refused.mayPass())
                : new Waiting();
    }

    /** A kept file as origins know it. */
    static MediaShelf.Shelved shelved(KeptMedia kept) {
        return new MediaShelf.Shelved(
                Href.own(kept.path()),
                kept.type(),
                kept.bytes(),
                kept.width(),
                kept.height(),
                kept.duration(),
                kept.caption(),
                kept.credit(),
                kept.smaller().stream()
                        .map(smaller -> new Scaled(Href.own(smaller.path()), smaller.width(), smaller.height()))
                        .toList());
    }

    private static EntryProblem.Reason reason(Mirrored.Why why) {
        return switch (why) {
            case UNREACHABLE -> EntryProblem.Reason.PICTURE_UNREACHABLE;
            case FORBIDDEN -> EntryProblem.Reason.PICTURE_FORBIDDEN;
            case TOO_LARGE -> EntryProblem.Reason.PICTURE_TOO_LARGE;
            case UNREADABLE -> EntryProblem.Reason.PICTURE_UNREADABLE;
        };
    }
}
