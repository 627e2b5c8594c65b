package io.heliograph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** Which Heliograph this is. */
final class Version implements IVersionProvider {

    /** As the project's build says, such as {@code 1.0.0}. */
    static final String NUMBER = read();

    /** For picocli, which makes one to answer {@code --version}. */
    Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {"Heliograph " + NUMBER};
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
