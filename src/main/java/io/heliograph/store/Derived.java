package io.heliograph.store;

import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes what is derived from the articles anew when it was derived in another way than it would be now. */
final class Derived {

    /** To be raised whenever the selections, slugs or words of an article, or the names of pages, come out differently. */
    private static final int VERSION = 4;

    private record Row(long number, String site, String id, long revision, Instant published, Story story) {}

    private record Shelf(String site, Selection selection) {}

    private Derived() {}

    static boolean keepUp(Session session) throws SQLException {
        int have = session.one("select coalesce(max(version), 0) from derived", row -> row.getInt(1))
                .orElse(0);
        if (have == VERSION) {
            return false;
        }
        session.update("delete from facet");
        session.update("delete from words");
        session.update("delete from derived");
        // Worked out anew as soon as the configuration is known.
        session.update("delete from choice");
        Map<String, Map<String, Long>> arrivals = new HashMap<>();
        long after = 0;
        for (List<Row> some = next(session, after); !some.isEmpty(); some = next(session, after)) {
            for (Row row : some) {
                after = row.number();
                Map<String, Long> first = arrivals.get(row.site());
                if (first == null) {
                    first = Choices.arrivals(session, row.site());
                    arrivals.put(row.site(), first);
                }
                derive(session, row, first.getOrDefault(row.id(), row.revision()));
            }
        }
        for (Shelf shelf : session.all("select distinct site, selection from member", Derived::shelf)) {
            new Archives(session, shelf.site()).renew(shelf.selection());
        }
        session.update("insert into derived (version) values (?)", VERSION);
        return true;
    }

    /** An article keeps its place in the archives where it is already. */
    private static void derive(Session session, Row row, long arrival) throws SQLException {
        Membership membership = new Membership(session, row.site(), List.of());
        Map<Selection, Long> before = membership.of(row.number());
        before.values().removeIf(revision -> revision == 0);
        Set<Selection> selections = new LinkedHashSet<>(row.story().selections());
        before.keySet().stream().filter(Selection.Chosen.class::isInstance).forEach(selections::add);
        session.update("delete from member where article = ?", row.number());
        membership.index(row.number(), row.story());
        membership.add(row.number(), row.published(), row.story().facets(), selections, arrival, before);
    }

    private static Shelf shelf(ResultSet row) throws SQLException {
        return new Shelf(row.getString(1), Selection.at(row.getString(2)).orElseThrow());
    }

    private static List<Row> next(Session session, long after) throws SQLException {
        return session.all(
                "select number, site, id, revision, published, document from article where visible = 1 and number > ?"
                        + " order by number limit 200",
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        Instant.ofEpochSecond(row.getLong(5)),
                        StoryDocument.read(row.getString(6)).story()),
                after);
    }
}
