package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.heliograph.article.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a folder are articles, under which ids and paths. */
class FolderFilesTest extends FolderFixture {

    /* ---------------- Which files ---------------- */

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".hidden.md",
                "~lock.md",
                ".git/a.md",
                "a.md~",
                "#a.md#",
                "a.txt",
                "a",
                "md",
                "a.md.swp",
                "a.md.tmp",
                "picture.png",
                ".DS_Store"
            })
    void whatIsNoArticlesFile_isPassedOver(String name) {
        write(name, "# No");
        write("a.md", "# One");

        assertThat(titles(look())).containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.md",
                "A.MD",
                "a.markdown",
                "a.html",
                "a.htm",
                "a.HTML",
                "deep/er/a.md",
                "a b.md",
                "caf\u00e9.md"
            })
    void whatIsAnArticlesFile_isRead(String name) {
        write(name, "<h1>One</h1>");

        assertThat(titles(look())).containsExactly("One");
    }

    @Test
    void fileThatIsTooLarge_isLeftOut_andNoted() {
        write("huge.md", "x".repeat((int) ArticleFile.LARGEST_BYTES + 1));
        write("a.md", "# One");

        Gathered gathered = look();

        assertThat(titles(gathered)).containsExactly("One");
        assertThat(gathered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("huge.md");
            assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.TOO_LARGE);
        });
    }

    @Test
    void emptyFile_isAnArticleByItsName() {
        write("empty.md", "");

        assertThat(titles(look())).containsExactly("empty");
    }

    @Test
    void folderThatIsNotThere_isUnreachable_andKeepsItsArticles() {
        write("a.md", "# One");
        look();
        remove("a.md");
        folder.toFile().delete();

        OriginFailure failure = failure();

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining(folder.toString()).hasMessageContaining("are kept");
    }

    @Test
    void folderThatIsAFile_isUnreachable() throws Exception {
        Files.delete(folder);
        Files.writeString(folder, "x");

        assertThat(failure().reason()).isIn(OriginFailure.Reason.UNREACHABLE, OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void folderWithoutArticles_isUnreadable() {
        write("picture.png", PICTURE);

        assertThat(failure()).hasMessageContaining("holds no articles");
    }

    @Test
    void fileThatMayNotBeRead_isNoted_andReadOnceItMay() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("root may read everything")
                .isNotEqualTo("root");
        Path file = write("a.md", "# One");
        write("b.md", "# Two");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Gathered before = look();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Gathered after = look();

        assertThat(reasons(before)).containsExactly(EntryProblem.Reason.UNREADABLE);
        assertThat(titles(after)).containsExactly("One");
    }

    /* ---------------- Links of the file system ---------------- */

    @Test
    void linkToAFileOutside_isNoArticle() throws Exception {
        Path outside = Files.writeString(directory.resolve("secret.md"), "# Secret");
        Files.createSymbolicLink(folder.resolve("link.md"), outside);
        Files.createSymbolicLink(folder.resolve("out"), directory);
        write("a.md", "# One");

        assertThat(titles(look())).containsExactly("One");
    }

    @Test
    void pictureOutside_isNotShelved_howeverItIsNamed() throws Exception {
        Files.write(directory.resolve("secret.png"), PICTURE);
        Files.createSymbolicLink(folder.resolve("link.png"), directory.resolve("secret.png"));
        Files.createSymbolicLink(folder.resolve("out"), directory);
        int i = 0;
        for (String reference : new String[] {
            "../secret.png",
            "/../secret.png",
            "link.png",
            "out/secret.png",
            "%2e%2e/secret.png",
            "..%2fsecret.png",
            directory.resolve("secret.png").toString(),
            directory.resolve("secret.png").toUri().toString()
        }) {
            write("a" + i++ + ".md", "---\nimage: \"" + reference + "\"\n---\n![x](" + reference + ")");
        }

        Gathered gathered = look();

        assertThat(gathered.drafts()).hasSize(8).allSatisfy(draft -> {
            assertThat(draft.story().images()).isEmpty();
            assertThat(draft.story().html()).doesNotContain("/media/");
        });
    }

    @Test
    void linkInACircle_ends() throws Exception {
        Files.createSymbolicLink(folder.resolve("self"), folder);
        write("a.md", "# One");

        assertThat(titles(look())).containsExactly("One");
    }

    /* ---------------- Ids and paths ---------------- */

    @Test
    void oneIdInTwoFiles_isTakenOnce_andNoted() {
        write("a.md", "---\nid: same\n---\n# One");
        write("b.md", "---\nid: same\n---\n# Two");

        Gathered gathered = look();

        assertThat(titles(gathered)).containsExactly("One");
        assertThat(gathered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("b.md");
            assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.DUPLICATE);
        });
    }

    @Test
    void oneIdInTwoFiles_isFreeAgain_whenTheFirstGivesItUp() {
        write("a.md", "---\nid: same\n---\n# One");
        write("b.md", "---\nid: same\n---\n# Two");
        look();

        write("a.md", "---\nid: other\n---\n# One");
        look();

        assertThat(titles(look())).containsExactly("Two");
    }

    @Test
    void sameNameWithTwoExtensions_isTakenOnce() {
        write("a.html", "<h1>One</h1>");
        write("a.md", "# Two");

        Gathered gathered = look();

        assertThat(titles(gathered)).containsExactly("One");
        assertThat(reasons(gathered)).containsExactly(EntryProblem.Reason.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, '', /a",
        "Harbour/Pier News.md, '', /harbour/pier-news",
        "harbour/index.md, '', /harbour",
        "a.md, My Slug, /my-slug",
        "harbour/a.md, My Slug, /harbour/my-slug",
        "index.md, '', /index",
        "feed.md, '', /feed-article",
        "a.md, ../../etc, /etc",
        "a.md, '???', /a",
        "2026-11-23-a.md, '', /2026-11-23-a",
    })
    void path_isThatOfTheFile_underItsSlug(String name, String slug, String path) {
        Draft draft = draft(name, "---\nslug: \"" + slug + "\"\n---\n# T");

        assertThat(draft.path()).isEqualTo(path.equals("/feed-article") ? "" : path);
    }

    @Test
    void oneFileWithManyArticles_givesEachAnIdOfItsOwn() {
        write("all.json", "[{\"title\": \"One\"}, {\"title\": \"Two\"}, {\"title\": \"Three\", \"slug\": \"third\"}]");

        Gathered gathered = look();

        assertThat(gathered.drafts())
                .extracting(Draft::source, Draft::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("file:all", "/all"),
                        org.assertj.core.groups.Tuple.tuple("file:all#1", ""),
                        org.assertj.core.groups.Tuple.tuple("file:all#2", "/third"));
    }

    @Test
    void linksBetweenFiles_leadToTheArticles() {
        write("news/a.md", "[b](b.md) [c](../c.html#x) [d](/news/b.md) [e](missing.md) [f](https://news.example/z)");
        write("news/b.md", "# B");
        write("c.html", "<h1>C</h1>");

        Gathered gathered = look();

        assertThat(gathered.drafts())
                .filteredOn(draft -> draft.path().equals("/news/a"))
                .singleElement()
                .satisfies(draft -> assertThat(draft.story().html())
                        .contains("\"\u0001/news/b\"", "\"\u0001/c#x\"", "\"\u0001/z\"")
                        .doesNotContain("missing"));
        assertThat(gathered.problems())
                .extracting(EntryProblem::detail)
                .containsExactly("a link leads to nothing: missing.md");
    }
}
