package io.heliograph.store;

import io.heliograph.article.Choice;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which selections a visible article is in: written when it comes into sight, forgotten when it goes. */
final class Membership {

    private final Session session;
    private final String site;
    private final List<Choice> choices;
    private final TextIndex words;
    private final Set<Selection> left = new HashSet<>();

    /** The sections and languages as they were, which every page shows; nothing before anything changed. */
    private List<String> listed = List.of();

    private boolean begun;
    private boolean siteChanged;

    /**
     * The membership of a site.
     *
     * @param choices the feeds that its publisher puts together
     */
    Membership(Session session, String site, List<Choice> choices) {
        this.session = session;
        this.site = site;
        this.choices = choices;
        this.words = new TextIndex(session);
    }

    /** Whether a section or language came, went, changed its name or its place. */
    boolean siteChanged() {
        return siteChanged;
    }

    /** The selections that an article is in, and with which revision it came into each. */
    Map<Selection, Long> of(long article) throws SQLException {
        Map<Selection, Long> arrivals = new HashMap<>();
        session.all(
                        "select selection, arrival from member where article = ?",
                        row -> Map.entry(Selection.at(row.getString(1)).orElseThrow(), row.getLong(2)),
                        article)
                .forEach(entry -> arrivals.put(entry.getKey(), entry.getValue()));
        return arrivals;
    }

    /** The selections that an article with this story belongs in, once its words are indexed. */
    Set<Selection> selections(long article, Story story) throws SQLException {
        Set<Selection> selections = story.selections();
        Set<Selection> all = new LinkedHashSet<>(selections);
        for (Choice choice : choices) {
            if (holds(choice, article, selections)) {
                all.add(choice.selection());
            }
        }
        return all;
    }

    /** Whether a choice holds an article that is in these selections. */
    boolean holds(Choice choice, long article, Set<Selection> selections) throws SQLException {
        return choice.include().isInEach(selections)
                && !choice.exclude().isInAny(selections)
                && (choice.include().words().isEmpty()
                        || words.matches(article, Words.all(choice.include().words())))
                && !words.matches(article, Words.all(choice.exclude().words()));
    }

    /**
     * Puts an article in, its words being indexed; returns the selections that are called something else from now on.
     *
     * @param revision with which it comes into those where it was not before
     * @param before with which it came into the others
     */
    Set<Selection> add(
            long article,
            Instant published,
            List<Facet> facets,
            Set<Selection> selections,
            long revision,
            Map<Selection, Long> before)
            throws SQLException {
        for (Selection selection : selections) {
            session.update(
                    "insert into member (site, selection, published, article, arrival) values (?, ?, ?, ?, ?)",
                    site,
                    selection.path(),
                    published.getEpochSecond(),
                    article,
                    before.getOrDefault(selection, revision));
        }
        Set<Selection> renamed = new HashSet<>();
        for (Facet facet : facets) {
            if (name(facet, article)) {
                renamed.add(facet.selection());
            }
        }
        return renamed;
    }

    /** Indexes the words of an article; they may be others than before. */
    void index(long article, Story story) throws SQLException {
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

    /** Takes an article out; its words stay indexed. */
    void remove(long article) throws SQLException {
        left.addAll(of(article).keySet());
        session.update("delete from member where article = ?", article);
    }

    /** Forgets the words of an article. */
    void forgetWords(long article) throws SQLException {
        words.remove(article);
    }

    /** Leaves nothing of forgotten words in the file. */
    void purgeWords() throws SQLException {
        words.purge();
    }

    /**
     * Forgets what selections are called that have no article any more; returns those that are called something else, since
     * the article that they were called by is gone.
     */
    Set<Selection> close() throws SQLException {
        Set<Selection> renamed = new HashSet<>();
        for (Selection selection : left) {
            Optional<String> before = name(selection);
            if (before.isPresent() && !nameAgain(selection).equals(before)) {
                renamed.add(selection);
            }
        }
        siteChanged = begun && !listed().equals(listed);
        return renamed;
    }

    /** Something is about to change; the first time, it is noted what every page shows. */
    void begin() throws SQLException {
        if (!begun) {
            begun = true;
            listed = listed();
        }
    }

    private List<String> listed() throws SQLException {
        List<String> all = new ArrayList<>();
        for (FacetKind kind : List.of(FacetKind.SECTION, FacetKind.LANGUAGE)) {
            all.addAll(new Shelves(session, site).listed(kind.path()));
        }
        return all;
    }

    /** Calls a facet as this article does if it is its newest; whether it had another name. */
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

    /** Calls a selection as its newest article does; says how. One without articles is called nothing. */
    private Optional<String> nameAgain(Selection selection) throws SQLException {
        Optional<String> name = session.one(
                        "select a.document from member m join article a on a.number = m.article where m.site = ?"
                                + " and m.selection = ? order by m.published desc, m.article desc limit 1",
                        row -> StoryDocument.read(row.getString(1)).story(),
                        site,
                        selection.path())
                .flatMap(story -> story.facets().stream()
                        .filter(facet -> facet.selection().equals(selection))
                        .map(Facet::name)
                        .findFirst());
        session.update(
                "update facet set name = ? where site = ? and path = ?", name.orElse(""), site, selection.path());
        session.update("delete from facet where site = ? and path = ? and name = ''", site, selection.path());
        return name;
    }
}
