package io.heliograph.mirror;

import io.heliograph.http.ByteRange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A large file at an origin, which gives parts of it as RFC 9110 says unless a test tells it otherwise. */
final class FilmOrigin implements Consumer<HttpServerRequest> {

    /** Length of a slice, bytes. */
    static final int SLICE = 1 << 20;

    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private volatile byte[] bytes;
    private volatile String tag;
    private volatile String type = "video/mp4";
    private volatile String cacheControl = "max-age=1000";
    private volatile Consumer<HttpServerRequest> instead = request -> {};

    FilmOrigin(int length, String tag) {
        this.bytes = bytes(length, tag);
        this.tag = tag;
    }

    /** Bytes of which no two pieces are the same, nor those of two versions. */
    static byte[] bytes(int length, String tag) {
        byte[] bytes = new byte[length];
        long state = tag.hashCode() * 2654435761L + 1;
        for (int i = 0; i < length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            bytes[i] = (byte) state;
        }
        return bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes of it, both ends counted in. */
    byte[] part(int first, int last) {
        return Arrays.copyOfRange(bytes, first, last + 1);
    }

    /** The {@code Range} that asks for a slice. */
    static String range(int slice) {
        return "bytes=" + slice * SLICE + "-" + ((slice + 1) * SLICE - 1);
    }

    /** Another version takes the place of this one. */
    void become(int length, String tag) {
        become(bytes(length, tag), tag);
    }

    /** The same with these bytes. */
    void become(byte[] bytes, String tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    FilmOrigin type(String type) {
        this.type = type;
        return this;
    }

    FilmOrigin cacheControl(String cacheControl) {
        this.cacheControl = cacheControl;
        return this;
    }

    /** Has requests answered otherwise, unless they are not. */
    void instead(Consumer<HttpServerRequest> instead) {
        this.instead = instead;
    }

    /** The {@code Range} fields that came, {@code whole} for none. */
    List<String> ranges() {
        return ranges;
    }

    @Override
    public void accept(HttpServerRequest request) {
        String range = request.getHeader("range");
        ranges.add(range == null ? "whole" : range);
        instead.accept(request);
        if (!request.response().ended() && !request.response().closed()) {
            answer(request);
        }
    }

    /** Answers as it should. */
    void answer(HttpServerRequest request) {
        HttpServerResponse response = head(request);
        String range = request.getHeader("range");
        ByteRange wanted = range == null ? new ByteRange.Whole() : ByteRange.of(range, bytes.length);
        if (tag.equals(request.getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
        } else if (wanted instanceof ByteRange.Part part) {
            response.setStatusCode(206)
                    .putHeader("content-range", part.field(bytes.length))
                    .end(Buffer.buffer(bytes).slice((int) part.first(), (int) part.last() + 1));
        } else if (wanted instanceof ByteRange.Unsatisfiable) {
            response.setStatusCode(416)
                    .putHeader("content-range", "bytes */" + bytes.length)
                    .end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    /** The beginning of an answer. */
    HttpServerResponse head(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .putHeader("content-type", type)
                .putHeader("accept-ranges", "bytes")
                .putHeader("cache-control", cacheControl);
        return tag.isEmpty() ? response : response.putHeader("etag", tag);
    }
}
