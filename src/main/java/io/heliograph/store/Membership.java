package io.heliograph.store;

import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which selections a visible article is in: written when it comes into sight, forgotten when it goes. */
final class Membership {

    private final Session session;
    private final String site;
    private final TextIndex words;
    private final Set<Selection> left = new HashSet<>();

    /** Whether a section or language came, went or changed its name: every page shows them. */
    private boolean siteChanged;

    Membership(Session session, String site) {
        this.session = session;
        this.site = site;
        this.words = new TextIndex(session);
    }

    boolean siteChanged() {
        return siteChanged;
    }

    Set<Selection> of(long article) throws SQLException {
        return new HashSet<>(session.all(
                "select selection from member where article = ?",
                row -> Selection.at(row.getString(1)).orElseThrow(),
                article));
    }

    /** Puts an article in; returns the selections that are called something else from now on. */
    Set<Selection> add(long article, Instant published, Story story) throws SQLException {
        for (Selection selection : story.selections()) {
            session.update(
                    "insert into member (site, selection, published, article) values (?, ?, ?, ?)",
                    site,
                    selection.path(),
                    published.getEpochSecond(),
                    article);
        }
        words.add(article, site, story);
        Set<Selection> renamed = new HashSet<>();
        for (Facet facet : story.facets()) {
            if (name(facet, article)) {
                renamed.add(facet.selection());
            }
        }
        return renamed;
    }

    /** The words of an article are others; it stays where it is. */
    void reword(long article, Story story) throws SQLException {
        words.remove(article);
        words.add(article, site, story);
    }

    /** Whether facets are called what they are called already. */
    boolean isNamed(List<Facet> facets) throws SQLException {
        for (Facet facet : facets) {
            if (!name(facet.selection()).equals(Optional.of(facet.name()))) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> name(Selection selection) throws SQLException {
        return session.one(
                "select name from facet where site = ? and path = ?", row -> row.getString(1), site, selection.path());
    }

    void remove(long article) throws SQLException {
        left.addAll(of(article));
        session.update("delete from member where article = ?", article);
        words.remove(article);
    }

    /** Forgets what selections are called that have no article any more. */
    void close() throws SQLException {
        for (Selection selection : left) {
            forgetIfEmpty(selection);
        }
    }

    /** Calls a facet as its newest article does; whether it had another name. */
    private boolean name(Facet facet, long article) throws SQLException {
        Optional<String> before = name(facet.selection());
        if (before.isPresent() && (before.get().equals(facet.name()) || !isNewest(article, facet.selection()))) {
            return false;
        }
        session.update(
                "insert into facet (site, path, name) values (?, ?, ?)"
                        + " on conflict (site, path) do update set name = excluded.name",
                site,
                facet.selection().path(),
                facet.name());
        siteChanged |= isEverywhere(facet.selection());
        return before.isPresent();
    }

    private boolean isNewest(long article, Selection selection) throws SQLException {
        return session.one(
                        "select article from member where site = ? and selection = ?"
                                + " order by published desc, article desc limit 1",
                        row -> row.getLong(1) == article,
                        site,
                        selection.path())
                .orElse(true);
    }

    private void forgetIfEmpty(Selection selection) throws SQLException {
        boolean held = session.one(
                        "select 1 from member where site = ? and selection = ? limit 1",
                        row -> true,
                        site,
                        selection.path())
                .isPresent();
        if (!held) {
            session.update("delete from facet where site = ? and path = ?", site, selection.path());
            siteChanged |= isEverywhere(selection);
        }
    }

    private static boolean isEverywhere(Selection selection) {
        return selection instanceof Selection.InSection || selection instanceof Selection.InLanguage;
    }
}
