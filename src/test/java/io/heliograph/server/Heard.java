package io.heliograph.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the public listener tells. */
final class Heard implements ServerListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** What was told so far: {@code host route format status coding}, or {@code rejected reason}. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void answered(String host, String route, String format, int status, String coding, long nanos) {
        lines.add(String.join(" ", host, route, format, String.valueOf(status), coding));
    }

    @Override
    public void rejected(String reason) {
        lines.add("rejected " + reason);
    }

    @Override
    public void loopDelayed(Duration late) {
        // Loops are late as they like here.
    }
}
