package io.heliograph.store;

import io.heliograph.article.Article;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.Selection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages of each selection's archive. Which page an article is in follows from when it came, not from its date, and is
 * settled when the page is closed: whatever comes, changes or goes later moves no other article.
 */
final class Archives {

    /** Articles in a page when it is closed. As many stay behind, so that what changes soon after it came is not yet in one. */
    static final int PAGE = 25;

    private static final int FINGERPRINT = 16;

    private final Session session;
    private final String site;
    private final Map<Selection, Set<Long>> arrivals = new HashMap<>();

    Archives(Session session, String site) {
        this.session = session;
        this.site = site;
    }

    /** Something came, changed or went that arrived with a revision. */
    void touch(Selection selection, long arrival) {
        arrivals.computeIfAbsent(selection, s -> new TreeSet<>()).add(arrival);
    }

    /**
     * Brings the archives of the touched selections up to date; returns those of which a page is another now, what arrived
     * since the last was closed included: a feed that does not show all of that leads to it by a name that is then another.
     */
    Set<Selection> close() throws SQLException {
        Set<Selection> changed = new HashSet<>();
        for (Map.Entry<Selection, Set<Long>> touched : arrivals.entrySet()) {
            String path = touched.getKey().path();
            Set<Integer> pages = new TreeSet<>();
            for (long arrival : touched.getValue()) {
                session.one(
                                "select page from archive where site = ? and selection = ? and upto >= ?"
                                        + " order by page limit 1",
                                row -> row.getInt(1),
                                site,
                                path,
                                arrival)
                        .ifPresentOrElse(pages::add, () -> changed.add(touched.getKey()));
            }
            for (int page : pages) {
                if (hash(path, page)) {
                    changed.add(touched.getKey());
                }
            }
            closePages(path);
        }
        return changed;
    }

    /** Makes all of a selection's archive anew where its members changed in another way than by coming and going. */
    void renew(Selection selection) throws SQLException {
        for (int page = 1, last = lastPage(selection.path()); page <= last; page++) {
            hash(selection.path(), page);
        }
        closePages(selection.path());
    }

    /** Forgets a selection's archive. */
    void forget(Selection selection) throws SQLException {
        session.update("delete from archive where site = ? and selection = ?", site, selection.path());
    }

    Archive of(Selection selection) throws SQLException {
        String path = selection.path();
        List<String> hashes = session.all(
                "select hash from archive where site = ? and selection = ? order by page",
                row -> row.getString(1),
                site,
                path);
        List<String> chain = new ArrayList<>();
        String before = "";
        for (String hash : hashes) {
            before = fingerprint(before + hash);
            chain.add(before);
        }
        long after = upto(path, hashes.size());
        return new Archive(chain, revisions(path, after), content(path, after, Long.MAX_VALUE));
    }

    /** The articles of a page, newest first; after the last closed page comes one of what arrived since. */
    List<Article> articles(Selection selection, int page) throws SQLException {
        String path = selection.path();
        int last = lastPage(path);
        if (page < 1 || page > last + 1) {
            return List.of();
        }
        return session.all(
                "select " + Shelves.COLUMNS + " from member m join article a on a.number = m.article where m.site = ?"
                        + " and m.selection = ? and m.arrival > ? and m.arrival <= ?"
                        + " order by m.published desc, m.article desc",
                Shelves::article,
                site,
                path,
                upto(path, page - 1),
                page > last ? Long.MAX_VALUE : upto(path, page));
    }

    private void closePages(String path) throws SQLException {
        int page = lastPage(path);
        long after = upto(path, page);
        int open = session.one(
                        "select count(*) from member where site = ? and selection = ? and arrival > ?",
                        row -> row.getInt(1),
                        site,
                        path,
                        after)
                .orElse(0);
        for (; open >= 2 * PAGE; open -= PAGE) {
            after = session.one(
                            "select arrival from member where site = ? and selection = ? and arrival > ?"
                                    + " order by arrival limit 1 offset " + (PAGE - 1),
                            row -> row.getLong(1),
                            site,
                            path,
                            after)
                    .orElseThrow();
            page++;
            session.update(
                    "insert into archive (site, selection, page, upto, hash) values (?, ?, ?, ?, '')",
                    site,
                    path,
                    page,
                    after);
            hash(path, page);
        }
    }

    /** Writes down what is in a page; whether it was something else. */
    private boolean hash(String path, int page) throws SQLException {
        String hash = content(path, upto(path, page - 1), upto(path, page));
        return session.update(
                        "update archive set hash = ? where site = ? and selection = ? and page = ? and hash <> ?",
                        hash,
                        site,
                        path,
                        page,
                        hash)
                > 0;
    }

    private List<Long> revisions(String path, long after) throws SQLException {
        return session.all(
                "select a.revision from member m join article a on a.number = m.article where m.site = ?"
                        + " and m.selection = ? and m.arrival > ? order by m.arrival, m.article",
                row -> row.getLong(1),
                site,
                path,
                after);
    }

    /** Made of all that the articles say, and of no number of ours, so that other stores with the same find the same. */
    private String content(String path, long after, long upto) throws SQLException {
        MessageDigest digest = Fingerprint.sha256();
        session.all(
                        "select " + Shelves.COLUMNS + " from member m join article a on a.number = m.article"
                                + " where m.site = ? and m.selection = ? and m.arrival > ? and m.arrival <= ?"
                                + " order by m.published desc, m.article desc",
                        row -> row.getString(1)
                                + '\n'
                                + row.getString(4)
                                + '\n'
                                + row.getLong(5)
                                + '\n'
                                + row.getLong(6)
                                + '\n'
                                + row.getString(7)
                                + '\n',
                        site,
                        path,
                        after,
                        upto)
                .forEach(article -> digest.update(article.getBytes(StandardCharsets.UTF_8)));
        return Fingerprint.of(digest.digest(), FINGERPRINT);
    }

    private int lastPage(String path) throws SQLException {
        return session.one(
                        "select coalesce(max(page), 0) from archive where site = ? and selection = ?",
                        row -> row.getInt(1),
                        site,
                        path)
                .orElse(0);
    }

    private long upto(String path, int page) throws SQLException {
        return session.one(
                        "select upto from archive where site = ? and selection = ? and page = ?",
                        row -> row.getLong(1),
                        site,
                        path,
                        page)
                .orElse(0L);
    }

    private static String fingerprint(String text) {
        return Fingerprint.of(text, FINGERPRINT);
    }
}
