package io.heliograph.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The connections to an engine, and transactions on them. A transaction borrows a connection and waits for one if all
 * are in use, so it runs on a worker.
 */
final class Database implements AutoCloseable {

    private final Engine engine;
    private final BlockingQueue<Session> readers;
    private final BlockingQueue<Session> writers;
    private final List<Session> all = new ArrayList<>();

    /** What a transaction does. */
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    Database(Engine engine) {
        this.engine = engine;
        this.readers = new ArrayBlockingQueue<>(engine.readers());
        this.writers = new ArrayBlockingQueue<>(engine.writers());
        try {
            open(writers, engine.writers());
            write(session -> {
                migrate(session);
                return true;
            });
            open(readers, engine.readers());
        } catch (SQLException e) {
            close();
            throw failure(e);
        } catch (StoreFailure e) {
            close();
            throw e;
        }
    }

    /** Runs work that only reads, on one state of the data. */
    <T> T read(Work<T> work) {
        return transact(readers, work);
    }

    /** Runs work that changes data: all of it or nothing. */
    <T> T write(Work<T> work) {
        return transact(writers, work);
    }

    private <T> T transact(BlockingQueue<Session> pool, Work<T> work) {
        Session session = borrow(pool);
        try {
            T result = work.run(session);
            session.commit();
            return result;
        } catch (SQLException e) {
            rollback(session, e);
            throw failure(e);
        } catch (RuntimeException | Error e) {
            rollback(session, e);
            throw e;
        } finally {
            pool.add(session);
        }
    }

    private static Session borrow(BlockingQueue<Session> pool) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pool.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void rollback(Session session, Throwable cause) {
        try {
            session.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void open(BlockingQueue<Session> pool, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            Session session = new Session(engine.connect());
            all.add(session);
            pool.add(session);
        }
    }

    private void migrate(Session session) throws SQLException {
        session.script("create table if not exists schema_version (version integer not null primary key);\n");
        int have = session.one("select coalesce(max(version), 0) from schema_version", row -> row.getInt(1))
                .orElse(0);
        List<String> steps = steps();
        if (have > steps.size()) {
            throw new StoreFailure("the store was written by a newer Heliograph (schema " + have + ", this one knows "
                    + steps.size() + "): run that one, or give this one its own data directory");
        }
        for (int version = have + 1; version <= steps.size(); version++) {
            session.script(resource(steps.get(version - 1)));
            session.update("insert into schema_version (version) values (?)", version);
        }
    }

    /** The numbered files of the schema, in order, as {@code migrations.txt} lists them. */
    private List<String> steps() {
        return resource("migrations.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String resource(String name) {
        String path = engine.schema() + "/" + name;
        try (InputStream in = Database.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(String.format(Locale.ROOT, "resource %s is missing", path));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoreFailure failure(SQLException e) {
        return new StoreFailure(engine.explain(e), engine.retryHelps(e), e);
    }

    @Override
    public void close() {
        for (Session session : all) {
            try {
                session.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
        engine.close();
    }
}
