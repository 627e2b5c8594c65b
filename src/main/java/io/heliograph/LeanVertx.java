package io.heliograph;

import io.heliograph.server.WatchedTransport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/**
 * The Vert.x of a gateway. What is not used is not set up: name resolution of its own, and files on the class path. Sets of
 * header fields that do not change are turned into bytes once.
 */
final class LeanVertx {

    private LeanVertx() {}

    static Vertx start(int cores) {
        System.setProperty("vertx.cacheImmutableHttpResponseHeaders", "true");
        System.setProperty("vertx.disableDnsResolver", "true");
        // Netty's events for the flight recorder are a tenth of a start, recorded or not.
        System.setProperty("io.netty.jfr.enabled", System.getProperty("io.netty.jfr.enabled", "false"));
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(Math.max(2, cores))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        return Vertx.builder()
                .with(options)
                .withTransport(WatchedTransport.best())
                .build();
    }
}
