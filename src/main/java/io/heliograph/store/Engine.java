package io.heliograph.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database engine: how to connect to it, and what is peculiar to it. The statements of the store are written so that
 * SQLite and PostgreSQL both understand them; only the schema is written for each.
 */
interface Engine extends AutoCloseable {

    /** A new connection with auto-commit off; the caller closes it. */
    Connection connect() throws SQLException;

    /** How many connections may write at one time. */
    int writers();

    /** How many connections may read at one time. */
    int readers();

    /** Folder of the schema's numbered files among the resources of this package. */
    String schema();

    /** Whether the failed call may succeed later. */
    boolean retryHelps(SQLException e);

    /** What an operator should know and do about a failure. */
    String explain(SQLException e);

    @Override
    void close();
}
