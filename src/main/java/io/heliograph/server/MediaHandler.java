package io.heliograph.server;

import io.heliograph.http.ByteRange;
import io.heliograph.http.Conditional;
import io.heliograph.http.HttpDate;
import io.heliograph.media.MediaFile;
import io.heliograph.media.MediaLibrary;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for files of the media library: whole or in part, straight from the file to the socket. */
final class MediaHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MediaHandler.class);

    private final MediaLibrary library;
    private final WorkerExecutor workers;

    MediaHandler(MediaLibrary library, WorkerExecutor workers) {
        this.library = library;
        this.workers = workers;
    }

    /** An open file of the library. */
    private record Opened(MediaFile media, FileChannel channel) {}

    /**
     * Answers, or calls {@code missing} if there is no such file.
     *
     * @param path normalised
     */
    void handle(Exchange exchange, String path, Runnable missing) {
        workers.executeBlocking(() -> open(exchange.site(), path), false).onComplete(result -> {
            Opened opened = result.result();
            if (result.failed()) {
                LOG.atWarn().addKeyValue("path", path).setCause(result.cause()).log("A media file could not be opened");
                DocumentHandler.inWords(exchange);
            } else if (opened == null) {
                missing.run();
            } else if (exchange.response().closed()) {
                close(opened);
            } else {
                try {
                    answer(exchange, opened);
                } catch (RuntimeException e) {
                    // Vert.x trips where the connection ends at this very moment.
                    close(opened);
                    LOG.atDebug().setCause(e).log("A reader left before the answer");
                }
            }
        });
    }

    private @Nullable Opened open(String site, String path) throws IOException {
        Optional<MediaFile> media = library.find(site, path);
        return media.isEmpty()
                ? null
                : new Opened(media.get(), FileChannel.open(media.get().file(), StandardOpenOption.READ));
    }

    private void answer(Exchange exchange, Opened opened) {
        MediaFile media = opened.media();
        HttpServerResponse response = exchange.response();
        Fields.common(response.headers());
        response.putHeader(Fields.ETAG, media.tag().field());
        response.putHeader(Fields.LAST_MODIFIED, HttpDate.format(media.modified()));
        response.putHeader(Fields.CACHE_CONTROL, Fields.MEDIA_CACHING);
        response.putHeader(Fields.ACCEPT_RANGES, Fields.BYTES);
        Conditional.Outcome outcome = exchange.conditional().decide(media.tag(), media.modified());
        if (outcome != Conditional.Outcome.SEND) {
            response.setStatusCode(outcome == Conditional.Outcome.NOT_MODIFIED ? 304 : 412);
            if (outcome == Conditional.Outcome.FAILED) {
                response.putHeader(Fields.CONTENT_LENGTH, Fields.ZERO);
            }
            response.end();
            close(opened);
            return;
        }
        boolean ranged = Conditional.rangeHolds(exchange.field("if-range"), media.tag(), media.modified());
        // Ranges are for GET alone (RFC 9110, section 14.2).
        String range = ranged && !exchange.isHead() ? exchange.field("range") : "";
        ByteRange part = ByteRange.of(range, media.length());
        if (part instanceof ByteRange.Unsatisfiable) {
            response.setStatusCode(416);
            response.putHeader(Fields.CONTENT_RANGE, "bytes */" + media.length());
            response.putHeader(Fields.CONTENT_LENGTH, Fields.ZERO);
            response.end();
            close(opened);
            return;
        }
        response.putHeader(Fields.CONTENT_TYPE, media.type());
        long first = 0;
        long length = media.length();
        if (part instanceof ByteRange.Part bytes) {
            first = bytes.first();
            length = bytes.length();
            response.setStatusCode(206);
            response.putHeader(Fields.CONTENT_RANGE, bytes.field(media.length()));
        }
        response.putHeader(Fields.CONTENT_LENGTH, Long.toString(length));
        if (exchange.isHead() || length == 0) {
            response.end();
            close(opened);
        } else {
            long end = first + length;
            response.sendFile(opened.channel(), first, length).onComplete(sent -> {
                if (sent.failed()) {
                    workers.executeBlocking(() -> checkLength(opened, end), false);
                } else {
                    close(opened);
                }
            });
        }
    }

    /** Most who get no more of a file have left; but the file may have shrunk, and that is for the operator. */
    private static boolean checkLength(Opened opened, long needed) throws IOException {
        try {
            long length = opened.channel().size();
            if (length < needed) {
                LOG.atWarn()
                        .addKeyValue("file", opened.media().file())
                        .addKeyValue("length", length)
                        .addKeyValue("needed", needed)
                        .log("A media file is shorter than when it was opened; the next start keeps it anew");
            }
            return length >= needed;
        } finally {
            close(opened);
        }
    }

    private static void close(Opened opened) {
        try {
            opened.channel().close();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", opened.media().file()).setCause(e).log("A media file did not close");
        }
    }
}
