package io.heliograph.store;

import io.heliograph.article.Author;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.PlainText;
import io.heliograph.article.Story;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the visible articles, found with SQLite's FTS5. A second engine brings an index of its own. */
final class TextIndex {

    /** More are not counted, nor shown. */
    static final int MOST = 1000;

    private static final int MOST_CHARACTERS = 100_000;

    /** Pages of 4 KB that one merge writes: the whole index of some thousand articles, in about a second. */
    private static final int MERGED_PAGES = 500;

    private final Session session;

    TextIndex(Session session) {
        this.session = session;
    }

    void add(long article, String site, Story story) throws SQLException {
        String names = story.authors().stream().map(Author::name).collect(Collectors.joining(" "))
                + ' '
                + String.join(" ", story.topics());
        session.update(
                "insert into words (rowid, site, title, names, body) values (?, ?, ?, ?, ?)",
                article,
                site(site),
                Words.parted(story.title()),
                Words.parted(names),
                Words.parted(story.summary() + ' ' + PlainText.of(story.html(), MOST_CHARACTERS)));
    }

    void remove(long article) throws SQLException {
        session.update("delete from words where rowid = ?", article);
    }

    /**
     * Takes words that were removed out of the file, too, where FTS5 would only mark them until it merges what they are in.
     * What is more than one merge goes with the next.
     */
    void purge() throws SQLException {
        // Negative: all of the index, not only what would be merged by itself (FTS5, "The 'merge' Command").
        session.update("insert into words (words, rank) values ('merge', ?)", -MERGED_PAGES);
    }

    /** The numbers of the articles that match, the best first; at most {@link #MOST}. */
    List<Long> find(String site, Words words) throws SQLException {
        if (words.isEmpty()) {
            return List.of();
        }
        return session.all(
                "select rowid from words where words match ? order by bm25(words, 0, 8, 4, 1), rowid desc limit "
                        + MOST,
                row -> row.getLong(1),
                expression(site, words));
    }

    /** What FTS5 is asked for texts of a site that match; there must be something to look for. */
    static String expression(String site, Words words) {
        String own = "site:" + site(site);
        return words.wanted().isEmpty()
                ? own + " NOT " + inTexts(words.refusal())
                : own + " AND " + inTexts(words.expression());
    }

    /** Whether an article matches; it does not where there is nothing to look for. */
    boolean matches(long article, Words words) throws SQLException {
        if (words.wanted().isEmpty()) {
            return !words.isEmpty() && !has(article, words.refusal());
        }
        return has(article, words.expression());
    }

    private boolean has(long article, String expression) throws SQLException {
        return session.one(
                        "select 1 from words where words match ? and rowid = ?",
                        row -> true,
                        inTexts(expression),
                        article)
                .isPresent();
    }

    private static String inTexts(String expression) {
        return "{title names body}:(" + expression + ")";
    }

    /** A word of letters and digits alone. */
    private static String site(String id) {
        return "s" + Fingerprint.of(id, 12);
    }
}
