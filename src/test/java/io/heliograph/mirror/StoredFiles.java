package io.heliograph.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The files in which a gateway keeps what it has stored of an origin.
 *
 * @param directory of the gateway
 */
record StoredFiles(Path directory) {

    /** How many there are. */
    long count() {
        return sum(file -> 1);
    }

    /** The room that they take, bytes. */
    long room() {
        return sum(file -> (file.toFile().length() + 4095) / 4096 * 4096);
    }

    private long sum(ToLongFunction<Path> what) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".response"))
                    .mapToLong(what)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
