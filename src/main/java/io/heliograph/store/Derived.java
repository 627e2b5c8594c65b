package io.heliograph.store;

import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Makes what is derived from the articles anew when it was derived in another way than it would be now. */
final class Derived {

    /** To be raised whenever the selections, slugs or words of an article come out differently. */
    private static final int VERSION = 1;

    private record Row(long number, String site, Instant published, Story story) {}

    private Derived() {}

    static boolean keepUp(Session session) throws SQLException {
        int have = session.one("select coalesce(max(version), 0) from derived", row -> row.getInt(1))
                .orElse(0);
        if (have == VERSION) {
            return false;
        }
        session.update("delete from member");
        session.update("delete from facet");
        session.update("delete from words");
        session.update("delete from derived");
        long after = 0;
        for (List<Row> some = next(session, after); !some.isEmpty(); some = next(session, after)) {
            for (Row row : some) {
                new Membership(session, row.site()).add(row.number(), row.published(), row.story());
                after = row.number();
            }
        }
        session.update("insert into derived (version) values (?)", VERSION);
        return true;
    }

    private static List<Row> next(Session session, long after) throws SQLException {
        return session.all(
                "select number, site, published, document from article where visible = 1 and number > ?"
                        + " order by number limit 200",
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        Instant.ofEpochSecond(row.getLong(3)),
                        StoryDocument.read(row.getString(4)).story()),
                after);
    }
}
