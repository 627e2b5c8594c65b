package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a directory of the test, with one site and one feed. */
abstract class StoreFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    static final String SITE = "news";
    static final String FEED = "https://origin.example/feed";

    @TempDir
    Path directory;

    ArticleStore store;

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        store.origins(SITE, Set.of(FEED));
    }

    @AfterEach
    void close() {
        store.close();
    }

    Saved save(Draft... drafts) {
        return save(NOW, drafts);
    }

    Saved save(Instant now, Draft... drafts) {
        return store.save(SITE, AUTHORITY, FEED, List.of(drafts), now);
    }

    /** Somebody is given a document: from now on, selections change by the clock. */
    void isRead() {
        store.modified(SITE, "/", "hash", NOW);
    }

    Article articleOf(Saved saved) {
        return found(saved.changes().paths().iterator().next());
    }

    Article found(String path) {
        assertThat(store.find(SITE, path)).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) store.find(SITE, path)).article();
    }

    List<String> titles(Selection selection) {
        return store.select(SITE, selection, 100).articles().stream()
                .map(Article::title)
                .toList();
    }

    Map<String, String> titlesAndPaths() {
        Map<String, String> paths = new HashMap<>();
        for (Article article :
                new ArrayList<>(store.select(SITE, Selection.WHOLE, 100).articles())) {
            paths.put(article.title(), article.path());
        }
        return paths;
    }

    static Story story(String title) {
        return Story.of(title, "<p>" + title + "</p>");
    }

    static Draft draft(String id, String title) {
        return draft(id, title, "");
    }

    static Draft draft(String id, String title, String section) {
        return new Draft(
                id,
                id,
                "",
                "/p-" + Math.abs(id.replaceFirst("^https?", "").hashCode()),
                NOW.minusSeconds(60),
                Draft.UNDATED,
                new Story(
                        title,
                        "",
                        "<p>" + title + "</p>",
                        List.of(),
                        section,
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of()));
    }

    static Draft undated(String id, String title) {
        return new Draft(id, id, "", "/" + id, Draft.UNDATED, Draft.UNDATED, story(title));
    }

    static Draft dated(String id, String title, Instant published) {
        return new Draft(id, id, "", "/" + id, published, published, story(title));
    }

    static Draft dated(String id, String title, Instant published, String section) {
        Draft draft = draft(id, title, section);
        return new Draft(id, id, "", draft.path(), published, published, draft.story());
    }

    static Draft at(String path, String id, String title) {
        return new Draft(id, id, "", path, NOW.minusSeconds(60), Draft.UNDATED, story(title));
    }
}
