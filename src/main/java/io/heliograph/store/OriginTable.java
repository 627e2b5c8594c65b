package io.heliograph.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The origins of all sites: which are configured, and what is remembered of each. */
final class OriginTable {

    private OriginTable() {}

    /** Notes which origins a site has; others stay, since articles are theirs, but count as configured no more. */
    static void configure(Session session, String site, Set<String> origins) throws SQLException {
        session.update("update origin set configured = 0 where site = ?", site);
        for (String origin : origins) {
            session.update(
                    "insert into origin (site, key) values (?, ?)"
                            + " on conflict (site, key) do update set configured = 1",
                    site,
                    origin);
        }
    }

    static Optional<OriginState> find(Session session, String site, String origin) throws SQLException {
        return session.one(
                "select title, description, language, etag, last_modified, failures, last_success, next_poll"
                        + " from origin where site = ? and key = ?",
                row -> new OriginState(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        Instant.ofEpochSecond(row.getLong(7)),
                        Instant.ofEpochSecond(row.getLong(8))),
                site,
                origin);
    }

    static void remember(Session session, String site, String origin, OriginState state) throws SQLException {
        session.update(
                "insert into origin (site, key, title, description, language, etag, last_modified, failures,"
                        + " last_success, next_poll) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (site, key) do update set title = excluded.title,"
                        + " description = excluded.description, language = excluded.language, etag = excluded.etag,"
                        + " last_modified = excluded.last_modified, failures = excluded.failures,"
                        + " last_success = excluded.last_success, next_poll = excluded.next_poll",
                site,
                origin,
                state.title(),
                state.description(),
                state.language(),
                state.etag(),
                state.lastModified(),
                state.failures(),
                state.lastSuccess().getEpochSecond(),
                state.nextPoll().getEpochSecond());
    }
}
