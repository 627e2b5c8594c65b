package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.FieldLines;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks of a mirror.
 *
 * @param host of the site that was asked, or beside which the {@link Companion} is that was
 * @param server scheme and authority of the further server for which that companion stands; empty for none
 * @param path normalised
 * @param query without its question mark; empty if there is none
 * @param fields all that the visitor sent
 * @param body paused, of a request that may have one
 * @param hints takes the fields of early hints (RFC 8297)
 */
public record MirrorRequest(
        Host host,
        String server,
        String method,
        String path,
        String query,
        FieldLines fields,
        @Nullable ReadStream<Buffer> body,
        Consumer<FieldLines> hints) {

    /** The same with other fields. */
    MirrorRequest with(FieldLines others) {
        return new MirrorRequest(host, server, method, path, query, others, body, hints);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
