package io.heliograph;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** The threads on which documents are made. */
class RenderWorkersTest {

    @Test
    void execute_afterTheEnd_isNotDoneAndNoFault() {
        Vertx vertx = Vertx.vertx();
        RenderWorkers workers = new RenderWorkers(vertx, 2);
        ScriptedServer.settle(vertx.close());

        assertThatCode(() -> workers.execute(() -> {})).doesNotThrowAnyException();
    }
}
