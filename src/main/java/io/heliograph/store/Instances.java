package io.heliograph.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When each representation last changed, and what the latest instances of the lasting feeds held. */
final class Instances {

    /** Instances of a feed that are kept. A reader with an older one gets the whole. */
    static final int MOST = 32;

    private final Session session;
    private final String site;

    Instances(Session session, String site) {
        this.session = session;
        this.site = site;
    }

    /** Remembers a time of change, as {@link ArticleStore#modified} says. */
    Instant modified(String key, String hash, Instant changed) throws SQLException {
        return session.one(
                        "insert into representation (site, key, hash, modified) values (?, ?, ?, ?)"
                                + " on conflict (site, key) do update set hash = excluded.hash, modified ="
                                + " case when excluded.modified > representation.modified then excluded.modified"
                                + " else representation.modified + 1 end returning modified",
                        row -> Instant.ofEpochSecond(row.getLong(1)),
                        site,
                        key,
                        hash,
                        changed.getEpochSecond())
                .orElse(changed);
    }

    void add(String key, String hash, Instant modified, Collection<Long> revisions) throws SQLException {
        session.update(
                "insert into instance (site, key, modified, hash, entries) values (?, ?, ?, ?, ?)"
                        + " on conflict (site, key, modified) do nothing",
                site,
                key,
                modified.getEpochSecond(),
                hash,
                revisions.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        session.update(
                "delete from instance where site = ? and key = ? and modified <= (select modified from instance"
                        + " where site = ? and key = ? order by modified desc limit 1 offset " + MOST + ")",
                site,
                key,
                site,
                key);
    }

    /** The latest first. */
    List<Instance> of(String key) throws SQLException {
        return new ArrayList<>(session.all(
                "select hash, modified, entries from instance where site = ? and key = ? order by modified desc",
                row -> new Instance(
                        row.getString(1), Instant.ofEpochSecond(row.getLong(2)), revisions(row.getString(3))),
                site,
                key));
    }

    private static Set<Long> revisions(String entries) {
        return Stream.of(entries.split(" "))
                .filter(entry -> !entry.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }
}
