package io.heliograph.store;

import io.heliograph.article.Choice;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out the members of what a publisher put together, where it was put together otherwise before. */
final class Choices {

    private record Row(long number, String id, long revision, Instant published, Story story) {}

    private final Session session;
    private final String site;
    private final Instant now;

    Choices(Session session, String site, Instant now) {
        this.session = session;
        this.site = site;
        this.now = now;
    }

    void keepUp(List<Choice> wanted) throws SQLException {
        Map<String, String> known = new HashMap<>();
        session.all(
                        "select id, definition from choice where site = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        site)
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        Set<String> gone = new HashSet<>(known.keySet());
        wanted.forEach(choice -> gone.remove(choice.id()));
        for (String id : gone) {
            forget(new Selection.Chosen(id));
            session.update("delete from choice where site = ? and id = ?", site, id);
        }
        List<Choice> other = wanted.stream()
                .filter(choice -> !choice.definition().equals(known.get(choice.id())))
                .toList();
        if (!other.isEmpty()) {
            workOut(other);
        }
    }

    private void workOut(List<Choice> choices) throws SQLException {
        for (Choice choice : choices) {
            forget(choice.selection());
        }
        Membership membership = new Membership(session, site, choices);
        Map<String, Long> arrivals = arrivals(session, site);
        long after = 0;
        for (List<Row> some = next(after); !some.isEmpty(); some = next(after)) {
            for (Row row : some) {
                after = row.number();
                Set<Selection> holding = membership.selections(row.number(), row.story());
                holding.removeAll(row.story().selections());
                membership.add(
                        row.number(),
                        row.published(),
                        List.of(),
                        holding,
                        arrivals.getOrDefault(row.id(), row.revision()),
                        Map.of());
            }
        }
        ChangeTimes times = new ChangeTimes(session, site, now);
        for (Choice choice : choices) {
            new Archives(session, site).renew(choice.selection());
            times.noteMembers(choice.selection());
            session.update(
                    "insert into choice (site, id, definition) values (?, ?, ?)"
                            + " on conflict (site, id) do update set definition = excluded.definition",
                    site,
                    choice.id(),
                    choice.definition());
        }
    }

    private void forget(Selection selection) throws SQLException {
        session.update("delete from member where site = ? and selection = ?", site, selection.path());
        session.update("delete from departure where site = ? and selection = ?", site, selection.path());
        new Archives(session, site).forget(selection);
    }

    private List<Row> next(long after) throws SQLException {
        return session.all(
                "select number, id, revision, published, document from article where site = ? and visible = 1"
                        + " and number > ? order by number limit 200",
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        Instant.ofEpochSecond(row.getLong(4)),
                        StoryDocument.read(row.getString(5)).story()),
                site,
                after);
    }

    /** The first revision of each article of a site, by its id: when it came. */
    static Map<String, Long> arrivals(Session session, String site) throws SQLException {
        Map<String, Long> arrivals = new HashMap<>();
        session.all(
                        "select id, min(revision) from revision where site = ? group by id",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        site)
                .forEach(entry -> arrivals.put(entry.getKey(), entry.getValue()));
        return arrivals;
    }
}
