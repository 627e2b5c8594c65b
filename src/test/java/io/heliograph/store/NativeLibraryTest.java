package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's native library is unpacked into the directory for temporary files, from which nothing may be run at times. */
class NativeLibraryTest {

    @TempDir
    Path directory;

    @Test
    void libraryThatCannotBeUnpacked_isExplained_eachTime() throws Exception {
        // Given
        Path unusable = Files.createFile(directory.resolve("no-directory"));

        // When
        String said = output(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.sqlite.tmpdir=" + unusable,
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                directory.toString());

        // Then
        assertThat(said.lines().filter(line -> line.startsWith("StoreFailure ")).toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(unusable.toString(), "noexec", "-Dorg.sqlite.tmpdir=", "-Djava.io.tmpdir="));
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Opens a store twice, in a process of its own. */
    static final class Opening {
        public static void main(String[] arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    JdbcArticleStore.open(
                            new StoreSettings(Path.of(arguments[0]).resolve("data")));
                } catch (StoreFailure e) {
                    System.out.println("StoreFailure " + e.getMessage());
                }
            }
        }
    }
}
