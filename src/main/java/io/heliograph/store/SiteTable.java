package io.heliograph.store;

import io.heliograph.article.TagAuthority;
import java.sql.SQLException;

/** What is said of a site once and for ever, in SQL. */
final class SiteTable {

    private SiteTable() {}

    /** Who mints its {@code tag:} URIs: the first that was wanted. */
    static TagAuthority authority(Session session, String site, TagAuthority wanted) throws SQLException {
        session.update(
                "insert into site (id, authority) values (?, ?) on conflict (id) do nothing", site, wanted.toString());
        return session.one("select authority from site where id = ?", row -> row.getString(1), site)
                .map(TagAuthority::parse)
                .orElse(wanted);
    }

    /** The first value that was wanted for a name. */
    static String settled(Session session, String site, String name, String wanted) throws SQLException {
        session.update(
                "insert into settled (site, name, value) values (?, ?, ?) on conflict (site, name) do nothing",
                site,
                name,
                wanted);
        return session.one("select value from settled where site = ? and name = ?", row -> row.getString(1), site, name)
                .orElse(wanted);
    }
}
