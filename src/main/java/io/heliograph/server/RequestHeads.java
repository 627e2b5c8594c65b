package io.heliograph.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A reader of the heads of requests that sits before the decoder and makes it refuse what it would take: lines that are
 * folded (RFC 9112, section 5.2), and versions of HTTP that are not ours (section 2.3). One for each connection.
 */
final class RequestHeads extends ChannelInboundHandlerAdapter {

    /** No field name has it, so no decoder takes a line that begins with it. */
    private static final int REFUSED = 0;

    private enum Position {
        LINE_START,
        AFTER_RETURN_AT_LINE_START,
        INSIDE
    }

    private Position position = Position.LINE_START;
    private boolean placed;

    /** Whether a request with a body has come. It is the last on its connection, so nothing is read after its head. */
    private boolean body;

    /** A request of HTTP/1.x is needed, and this is none. */
    static final class UnknownVersion extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownVersion() {
            super("neither HTTP/1.0 nor HTTP/1.1", null, false, false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (body || !(message instanceof ByteBuf bytes) || !placed && !isPlaced(context)) {
            context.fireChannelRead(message);
            return;
        }
        int end = bytes.writerIndex();
        int at = bytes.readerIndex();
        while (at < end && !body) {
            boolean headEnds = false;
            byte first = bytes.getByte(at);
            if (position == Position.LINE_START && (first == ' ' || first == '\t')) {
                bytes.setByte(at, REFUSED);
            } else if (position == Position.LINE_START && first == '\r') {
                position = Position.AFTER_RETURN_AT_LINE_START;
                at++;
                continue;
            } else {
                headEnds = position != Position.INSIDE && first == '\n';
            }
            int lineEnd = bytes.indexOf(at, end, (byte) '\n');
            position = lineEnd < 0 ? Position.INSIDE : Position.LINE_START;
            at = lineEnd < 0 ? end : lineEnd + 1;
            if (headEnds && at < end) {
                // What follows is a body or another head: that is known when the decoder has seen this one.
                context.fireChannelRead(bytes.readRetainedSlice(at - bytes.readerIndex()));
            }
        }
        context.fireChannelRead(bytes);
    }

    /** Whether this is between the proxy protocol and the decoder; else it will be, from the next bytes on. */
    private boolean isPlaced(ChannelHandlerContext context) {
        ChannelHandlerContext proxy = context.pipeline().context(HAProxyMessageDecoder.class);
        if (proxy != null) {
            context.pipeline().addAfter(proxy.name(), null, new RequestHeads());
            context.pipeline().remove(this);
            return false;
        }
        ChannelHandlerContext decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            context.pipeline().addAfter(decoder.name(), null, new Decoded());
        }
        placed = true;
        return true;
    }

    /** Sees requests as the decoder reads them. */
    private final class Decoded extends ChannelInboundHandlerAdapter {

        @Override
        @SuppressWarnings("ReferenceEquality") // an equal one may be spelled in another way
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                HttpHeaders fields = request.headers();
                String length = fields.get(HttpHeaderNames.CONTENT_LENGTH);
                body |= length != null && !length.equals("0") || fields.contains(HttpHeaderNames.TRANSFER_ENCODING);
                // Only what is spelled as it must be is one of these two.
                HttpVersion version = request.protocolVersion();
                if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
                    request.setProtocolVersion(HttpVersion.HTTP_1_1);
                    request.setDecoderResult(DecoderResult.failure(new UnknownVersion()));
                }
            }
            context.fireChannelRead(message);
        }
    }
}
