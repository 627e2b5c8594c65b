package io.heliograph.mirror;

import io.heliograph.http.ContentRange;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.heliograph.http.StoredResponse;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.heliograph.rewrite.Syntax;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bodies of the origin's answers. What holds links or is in a coding is taken whole, for it is made into something
 * else; all other bodies pass on while they come, and what may be stored of them is, once it is whole.
 */
final class Intake {

    private static final int SMALL_PART = 4;

    /** Plain text that is known to be short, though servers that make it up do not say so. */
    private static final String ROBOTS = "/robots.txt";

    private final String site;
    private final MirrorSettings settings;
    private final Shelf shelf;
    private final ContentMaker maker;
    private final WorkerExecutor workers;
    private final Companions companions;
    private final MirrorListener listener;
    private final SliceIntake slices;
    private final Vestibule vestibule;

    /** Fetches what documents name with hashes, so that these can be made anew. */
    @FunctionalInterface
    interface Companions {
        /** Done when all are stored that can be. */
        Future<Void> fetched(Set<CacheKey> keys);
    }

    Intake(
            String site,
            MirrorSettings settings,
            Shelf shelf,
            ContentMaker maker,
            WorkerExecutor workers,
            Companions companions,
            MirrorListener listener) {
        this.site = site;
        this.settings = settings;
        this.shelf = shelf;
        this.maker = maker;
        this.workers = workers;
        this.companions = companions;
        this.listener = listener;
        this.vestibule = new Vestibule(settings.comingBytes());
        this.slices = new SliceIntake(
                shelf, smallBytes(), bytes -> listener.received(site, bytes), () -> listener.stored(site));
    }

    /**
     * An answer whose body has not begun.
     *
     * @param whole its head
     * @param stored its head without the fields that may not be stored
     * @param isStorable whether it may be stored
     * @param isPart whether it is a part that may be stored
     * @param isShared whether others who wait may have it
     */
    record Arrival(
            Question question,
            OriginBody body,
            StoredResponse whole,
            StoredResponse stored,
            boolean isStorable,
            boolean isPart,
            boolean isShared) {

        String field(String name) {
            return whole.fields().value(name);
        }

        /** What the body's length is said to be, bytes; negative if nothing is said. */
        long length() {
            String length = field("content-length");
            return length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
        }

        boolean isBodiless() {
            return question.method().equals("HEAD") || whole.status() == 204;
        }
    }

    /** Length up to which what says little about itself is looked into, bytes. */
    private long smallBytes() {
        return settings.largestBytes() / SMALL_PART;
    }

    /** Takes an answer; what it comes to is there once it can be passed on. */
    Future<Landing> take(Arrival arrival) {
        if (arrival.isBodiless()) {
            return collect(arrival, false);
        }
        Slice slice = arrival.question().slice();
        if (arrival.whole().status() == 206 && slice != null) {
            return slices.take(arrival, slice);
        }
        if (arrival.whole().status() == 206) {
            return arrival.isPart() && arrival.length() >= 0 && arrival.length() <= settings.largestBytes()
                    ? collectPart(arrival)
                    : Future.succeededFuture(stream(arrival, false, null));
        }
        String type = arrival.field("content-type");
        boolean coded = !arrival.field("content-encoding").isEmpty() && !settings.strict();
        boolean named = Syntax.ofName(type, arrival.question().key().target()) != Syntax.OPAQUE;
        if (coded || named || Syntax.ofType(type) != Syntax.OPAQUE) {
            return collect(arrival, true);
        }
        boolean small = arrival.length() >= 0 && arrival.length() <= smallBytes();
        String target = arrival.question().key().target();
        boolean unsaid = arrival.length() < 0;
        if (Syntax.mayBeRewritable(type) && (small || unsaid && target.equals(ROBOTS))
                || PackedDocument.isLikely(type, target) && (small || unsaid && PackedDocument.isSitemap(target))) {
            return collect(arrival, true);
        }
        boolean large = arrival.length() > settings.largestBytes();
        Variant sliced = large && !settings.strict() ? slices.headOfWhole(arrival) : null;
        return Future.succeededFuture(stream(arrival, arrival.isStorable() && !large, sliced));
    }

    /** The whole body, made into what is stored. */
    private Future<Landing> collect(Arrival arrival, boolean made) {
        long most = Math.min(ContentMaker.LARGEST_DOCUMENT, settings.largestBytes());
        if (made && arrival.length() > most) {
            arrival.body().abandon();
            return tooLarge(most);
        }
        Vestibule.Stay stay = vestibule.document(arrival.body());
        return body(arrival, most, stay)
                .compose(body -> made ? make(arrival, body) : Future.succeededFuture(ContentMaker.Made.of(body)))
                .map(content -> here(arrival, content))
                .onComplete(done -> stay.leave());
    }

    /** A document is made twice where it names with hashes what is not here yet. */
    private Future<ContentMaker.Made> make(Arrival arrival, Buffer body) {
        return make(arrival, body, false)
                .compose(made -> made.missing().isEmpty()
                        ? Future.succeededFuture(made)
                        : companions.fetched(made.missing()).compose(here -> make(arrival, body, true)));
    }

    private Future<ContentMaker.Made> make(Arrival arrival, Buffer body, boolean last) {
        return workers.executeBlocking(
                () -> maker.make(
                        arrival.question().key(),
                        arrival.whole().fields(),
                        arrival.field("content-encoding"),
                        body,
                        shelf::onDisk,
                        last),
                false);
    }

    private Landing here(Arrival arrival, ContentMaker.Made made) {
        Variant whole = Variant.of(adapted(arrival.whole(), made.content()), made.content());
        Variant stored = whole.freshened(adapted(arrival.stored(), made.content()));
        if (arrival.isStorable()) {
            shelf.put(arrival.question().key(), stored, made.plain());
            listener.stored(site);
        }
        return new Landing.Here(
                whole, stored, outcome(arrival), arrival.whole().status(), arrival.isStorable(), arrival.isShared());
    }

    /** The head of a content that is other than what came: without what is true of that alone (R16). */
    static StoredResponse adapted(StoredResponse response, Content content) {
        FieldLines fields = response.fields();
        if (content instanceof Content.Open) {
            fields = fields.without("content-md5", "content-digest", "repr-digest", "digest", "content-encoding");
        } else if (content instanceof Content.Plain plain && !plain.tag().isEmpty()) {
            fields = fields.without("content-md5", "content-digest", "digest", "content-encoding");
        } else {
            return response;
        }
        return response.withFields(fields);
    }

    private Future<Landing> collectPart(Arrival arrival) {
        Vestibule.Stay stay = vestibule.document(arrival.body());
        Future<Buffer> part = body(arrival, settings.largestBytes(), stay);
        return part.onComplete(done -> stay.leave()).map(body -> {
            Optional<ContentRange> range = ContentRange.parse(arrival.field("content-range"));
            if (range.isEmpty()) {
                return new Landing.Here(
                        Variant.of(arrival.whole(), new Content.Plain(body, "")), Outcome.PASS, 206, false, false);
            }
            Content.Part content =
                    new Content.Part(body, range.get().first(), range.get().length());
            shelf.putPart(arrival.question().key(), Variant.of(arrival.stored(), content));
            return new Landing.Here(
                    Variant.of(arrival.whole(), new Content.Plain(body, "")), Outcome.MISS, 206, true, false);
        });
    }

    /**
     * Passes a body on while it comes.
     *
     * @param sliced the head of a large file whose slices are stored as they pass; nothing if it is none
     */
    private Landing stream(Arrival arrival, boolean kept, @Nullable Variant sliced) {
        GrowingBody body = new GrowingBody(arrival.body(), kept);
        arrival.body().takenBy(new Keeper(arrival, body, kept, sliced));
        return new Landing.Coming(
                arrival.whole(), arrival.stored(), body, arrival.length(), kept, arrival.isShared(), sliced);
    }

    private static Outcome outcome(Arrival arrival) {
        return arrival.question().isPersonal() ? Outcome.PASS : Outcome.MISS;
    }

    /** Fills a growing body and, if it may be kept, stores it when it is whole. */
    private final class Keeper implements Upstream.Taker {
        private final Arrival arrival;
        private final GrowingBody body;
        private final SliceIntake.@Nullable Cutter cutter;
        private final Vestibule.Stay stay = vestibule.passing();
        private boolean kept;

        Keeper(Arrival arrival, GrowingBody body, boolean kept, @Nullable Variant sliced) {
            this.arrival = arrival;
            this.body = body;
            this.kept = kept;
            this.cutter =
                    sliced == null ? null : slices.new Cutter(arrival.question().key(), sliced, arrival.length());
        }

        @Override
        public void piece(Buffer piece) {
            body.add(piece);
            if (cutter != null) {
                cutter.add(piece);
            }
            if (kept && (!stay.grow(GrowingBody.weight(piece)) || body.receivedBytes() > settings.largestBytes())) {
                kept = false;
                body.letGo();
                stay.leave();
            }
        }

        @Override
        public void end(FieldLines trailers) {
            listener.received(site, body.receivedBytes());
            if (kept) {
                Buffer whole = body.whole();
                Variant variant = Variant.of(arrival.stored(), new Content.Plain(whole, ""));
                shelf.put(arrival.question().key(), variant, whole);
                listener.stored(site);
            }
            if (cutter != null) {
                cutter.end();
            }
            body.end(trailers);
            stay.leave();
        }

        @Override
        public void broken(OriginFailure failure) {
            listener.failed(site, "broken");
            body.fail(failure);
            stay.leave();
        }
    }

    private Future<Buffer> body(Arrival arrival, long most, Vestibule.Stay stay) {
        return CollectedBody.of(arrival.body(), most, bytes -> listener.received(site, bytes), stay);
    }

    private static <T> Future<T> tooLarge(long most) {
        return Future.failedFuture(
                new OriginFailure(OriginFailure.Kind.UNREADABLE, "a document of more than " + most + " bytes"));
    }
}
