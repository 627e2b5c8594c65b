package io.heliograph;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which documents are made. What is wanted after the gateway's end is not done: nobody waits for it. */
final class RenderWorkers implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RenderWorkers.class);

    private final WorkerExecutor threads;

    RenderWorkers(Vertx vertx, int cores) {
        threads = vertx.createSharedWorkerExecutor("render", Math.max(2, cores), 1, TimeUnit.MINUTES);
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.executeBlocking(
                    () -> {
                        task.run();
                        return true;
                    },
                    false);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().setCause(e).log("The gateway is at its end; nothing more is rendered");
        }
    }
}
