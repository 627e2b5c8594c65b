package io.heliograph.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;

/**
 * SQLite in one file, in WAL mode with full synchronisation: a commit that has returned survives a crash of the
 * machine. A lock file keeps a second gateway out of the directory.
 */
final class SqliteEngine implements Engine {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    private final FileChannel lock;

    private SqliteEngine(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes hold of a directory, which is made if it is not there.
     *
     * @throws StoreFailure if it cannot be made or written, or another gateway has it
     */
    static SqliteEngine in(Path directory) {
        Path lockFile = directory.resolve("heliograph.lock");
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StoreFailure("the data directory " + directory
                        + " is in use by another gateway: stop that one, or give this one its own with data:");
            }
            return new SqliteEngine(directory.resolve("heliograph.db"), channel);
        } catch (IOException e) {
            throw new StoreFailure(
                    "the data directory " + directory + " cannot be written: " + e.getMessage(), false, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The other gateway is in this very process.
            return null;
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("cache_size", "-8192");
        pragmas.setProperty("transaction_mode", "DEFERRED");
        // What is deleted is overwritten.
        pragmas.setProperty("secure_delete", "true");
        Connection connection;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file, pragmas);
        } catch (UnsatisfiedLinkError e) {
            // So the driver says from the second time on that it has no native library.
            throw new SQLException(new NativeLibraryNotFoundException(String.valueOf(e.getMessage())));
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public int writers() {
        return 1;
    }

    @Override
    public int readers() {
        return 4;
    }

    @Override
    public String schema() {
        return "sqlite";
    }

    @Override
    public boolean retryHelps(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == BUSY || code == LOCKED || code == FULL || code == IO_ERROR;
    }

    @Override
    public String explain(SQLException e) {
        if (e.getCause() instanceof NativeLibraryNotFoundException) {
            String unpacked = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
            return "SQLite's native library cannot be loaded: it is unpacked into " + unpacked
                    + ", which must be there, writable and not mounted noexec. Name another directory with"
                    + " -Dorg.sqlite.tmpdir=DIR, or -Djava.io.tmpdir=DIR for everything that Java unpacks";
        }
        return switch (e.getErrorCode() & 0xff) {
            case FULL -> "no room on the disk of " + file + ": free some; nothing accepted is lost";
            case CORRUPT, NOT_A_DATABASE ->
                file + " is damaged: put back a copy of it, or move it away and the origins will be read anew";
            default -> file + ": " + e.getMessage();
        };
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreFailure("the lock of " + file + " could not be given back: " + e.getMessage(), false, e);
        }
    }
}
