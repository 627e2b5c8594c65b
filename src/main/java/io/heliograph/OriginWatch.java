package io.heliograph;

import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.server.SiteBoard;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import java.time.Instant;

/** Lets the public listener know which origins answer. */
final class OriginWatch implements OriginListener {

    private final SiteBoard board;

    OriginWatch(SiteBoard board) {
        this.board = board;
    }

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        board.heard(site, origin, false, at.getEpochSecond());
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        board.failed(site, origin);
    }

    @Override
    public void changed(Changes changes) {
        // How current a site is says nothing about what is in it.
    }
}
