package io.heliograph.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host name. */
public interface Resolver {

    /** Every address of a name or literal, at least one; fails with an {@link java.net.UnknownHostException}. */
    Future<List<InetAddress>> resolve(String name);

    /** The machine's own resolver. It blocks, so it is asked on a worker. */
    static Resolver system(Vertx vertx) {
        return name -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(name)), false);
    }
}
