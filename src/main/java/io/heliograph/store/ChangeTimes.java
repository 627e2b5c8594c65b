package io.heliograph.store;

import io.heliograph.article.Selection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * When the selections of a site changed, as readers are told in one transaction. Until a document of the site was given to
 * anybody, that is when the newest of their articles did: so stores that are filled from one origin at different moments
 * say the same. From then on it is the time of the transaction, for who asked a moment ago must be told of what has come,
 * however old it is.
 */
final class ChangeTimes {

    private final Session session;
    private final String site;
    private final Instant now;
    private final boolean given;

    ChangeTimes(Session session, String site, Instant now) throws SQLException {
        this.session = session;
        this.site = site;
        this.now = now;
        this.given = session.one("select 1 from representation where site = ? limit 1", row -> true, site)
                .isPresent();
    }

    /**
     * A selection is another now; a time that was noted before is never taken back.
     *
     * @param newest when the newest of the articles that came or changed did; {@link Instant#MIN} if some only went
     */
    void note(Selection selection, Instant newest) throws SQLException {
        boolean byClock = given || newest.equals(Instant.MIN) || newest.isAfter(now);
        session.update(
                "insert into selection (site, path, changed) values (?, ?, ?) on conflict (site, path) do update"
                        + " set changed = case when excluded.changed > selection.changed then excluded.changed"
                        + " else selection.changed end",
                site,
                selection.path(),
                (byClock ? now : newest).getEpochSecond());
    }

    /** The members of a selection were worked out. It is as new as they are, and has no time while there are none. */
    void noteMembers(Selection selection) throws SQLException {
        Instant newest = session.one(
                        "select coalesce(max(a.updated), -1) from member m join article a on a.number = m.article"
                                + " where m.site = ? and m.selection = ?",
                        row -> row.getLong(1) < 0 ? Instant.MIN : Instant.ofEpochSecond(row.getLong(1)),
                        site,
                        selection.path())
                .orElse(Instant.MIN);
        if (given || !newest.equals(Instant.MIN)) {
            note(selection, newest);
        }
    }
}
