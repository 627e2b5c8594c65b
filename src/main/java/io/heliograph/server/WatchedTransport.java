package io.heliograph.server;

import io.heliograph.outbound.InterimResponses;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The best sockets that this machine has, with {@link RequestHeads} at the front of every connection that is accepted, and
 * {@link InterimResponses} on every one that is made. Vert.x has no other way of reading what its decoders read.
 */
public final class WatchedTransport implements io.vertx.core.transport.Transport {

    private final io.vertx.core.transport.Transport sockets;

    private WatchedTransport(io.vertx.core.transport.Transport sockets) {
        this.sockets = sockets;
    }

    /** The system's own sockets where there is a library for them, else those of the JDK. */
    public static WatchedTransport best() {
        io.vertx.core.transport.Transport best = io.vertx.core.transport.Transport.nativeTransport();
        return new WatchedTransport(best == null || !best.available() ? io.vertx.core.transport.Transport.NIO : best);
    }

    @Override
    public String name() {
        return sockets.name();
    }

    @Override
    public boolean available() {
        return sockets.available();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return sockets.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return new Watched(sockets.implementation());
    }

    /** Is told of every connection that a listener accepts, before anything is read from it. */
    @Sharable
    private static final class Acceptance extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel channel) {
                channel.pipeline().addLast(new RequestHeads());
            }
            context.fireChannelRead(accepted);
        }
    }

    private record Watched(Transport sockets) implements Transport {

        @Override
        public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
            sockets.configure(config, domainSocket, bootstrap);
            bootstrap.handler(new Acceptance());
        }

        @Override
        public boolean supportsDomainSockets() {
            return sockets.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return sockets.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return sockets.isAvailable();
        }

        @Override
        public @Nullable Throwable unavailabilityCause() {
            return sockets.unavailabilityCause();
        }

        @Override
        public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
            return sockets.convert(address);
        }

        @Override
        public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
            return sockets.convert(address);
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return sockets.ioHandlerFactory();
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
            return sockets.eventLoopGroup(type, threads, factory, ioRatio);
        }

        @Override
        @SuppressWarnings("deprecation") // Netty's, not Vert.x's
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return sockets.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
            return sockets.datagramChannelFactory();
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return InterimResponses.watched(sockets.channelFactory(domainSocket));
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return sockets.serverChannelFactory(domainSocket);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            sockets.configure(channel, options);
        }

        @Override
        public void configure(TcpConfig config, boolean domainSocket, Bootstrap bootstrap) {
            sockets.configure(config, domainSocket, bootstrap);
        }
    }
}
