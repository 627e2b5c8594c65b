package io.heliograph.outbound;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;

/**
 * Passes over the interim responses that nobody here waits for, which a client must be able to read (RFC 9110, section 15.2):
 * Vert.x would take such a one for the final response, and that for nobody's. It sits behind the decoder of one connection.
 */
public final class InterimResponses extends ChannelInboundHandlerAdapter {

    /** Those that Vert.x knows: continue, another protocol, early hints. */
    private static final Set<Integer> KNOWN = Set.of(100, 101, 103);

    private boolean passingOver;

    private InterimResponses() {}

    /** Channels whose interim responses are passed over, if they turn out to be those of an HTTP client. */
    public static ChannelFactory<Channel> watched(ChannelFactory<? extends Channel> channels) {
        return () -> {
            Channel channel = channels.newChannel();
            channel.pipeline().addLast(new Mark());
            return channel;
        };
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            int status = response.status().code();
            passingOver = status >= 100 && status < 200 && !KNOWN.contains(status);
        }
        if (!passingOver) {
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            passingOver = false;
        }
        if (message instanceof HttpResponse || message instanceof HttpContent) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Marks a new channel. Vert.x takes it out when it has connected, and then puts in what it speaks HTTP with. */
    private static final class Mark extends ChannelInboundHandlerAdapter {

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            if (context.channel().isActive()) {
                context.channel().eventLoop().execute(() -> place(context.pipeline()));
            }
        }

        private static void place(ChannelPipeline pipeline) {
            ChannelHandlerContext decoder = pipeline.context(HttpClientCodec.class);
            if (decoder != null) {
                pipeline.addAfter(decoder.name(), null, new InterimResponses());
            }
        }
    }
}
