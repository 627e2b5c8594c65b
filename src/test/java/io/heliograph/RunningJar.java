package io.heliograph;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process of its own. */
final class RunningJar implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "heliograph.jar").toAbsolutePath();
    private static final Pattern PORT = Pattern.compile("listens on port (\\d+)");
    private static final Pattern OPS_PORT = Pattern.compile("metrics http://[^:]+:(\\d+)/");

    private final Process process;
    private final Path output;

    private RunningJar(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the program in a directory; its output goes to a file there. */
    static RunningJar start(Path directory, String... arguments) {
        return start(directory, List.of(), arguments);
    }

    /** Starts the program in a JVM with these options. */
    static RunningJar start(Path directory, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(options);
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(directory, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new RunningJar(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written so far, errors included. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end; the exit code. */
    int exitCode() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** The public port; waits until it is known. */
    int port() {
        return number(PORT);
    }

    /** Waits until the gateway says that it is ready. */
    void awaitReady() {
        int ops = number(OPS_PORT);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> RawHttp.get(ops, "x", "/readyz").status() == 200);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL; returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private int number(Pattern pattern) {
        await().atMost(PATIENCE).until(() -> pattern.matcher(output()).find() || !process.isAlive());
        Matcher matcher = pattern.matcher(output());
        if (!matcher.find()) {
            throw new IllegalStateException("did not start: " + output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
