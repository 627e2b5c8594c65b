package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file that is gone: deletion is a decision. */
class FolderDeletionTest extends FolderFixture {

    @Test
    void fileThatIsGone_isDeletedAtTheSecondLook() {
        write("a.md", "# One");
        write("b.md", "# Two");
        look();

        remove("b.md");
        Gathered first = look();
        Gathered second = look();

        assertThat(first.deleted()).isEmpty();
        assertThat(first.next()).isLessThan(Duration.ofSeconds(1));
        assertThat(second.deleted()).containsExactly("file:b");
        assertThat(look().deleted()).isEmpty();
    }

    @Test
    void fileThatIsBackAtTheSecondLook_isKept() {
        write("a.md", "# One");
        write("b.md", "# Two");
        look();

        remove("b.md");
        look();
        write("b.md", "# Two");
        look();

        assertThat(stored).containsExactlyInAnyOrder("file:a", "file:b");
        assertThat(look().deleted()).isEmpty();
    }

    @Test
    void fileThatIsRenamed_isAnotherArticle_unlessItHasAnId() {
        write("a.md", "# One");
        write("b.md", "---\nid: b-1\n---\n# Two");
        write("c.md", "# Three");
        look();

        remove("a.md");
        remove("b.md");
        write("a2.md", "# One");
        write("b2.md", "---\nid: b-1\n---\n# Two");
        look();
        Gathered second = look();

        assertThat(second.deleted()).containsExactly("file:a");
        assertThat(stored).containsExactlyInAnyOrder("file:a2", "b-1", "file:c");
    }

    @Test
    void fileThatIsCopiedUnderAnotherName_andThenGone_leavesItsArticleToTheCopy() {
        write("a.md", "---\nid: same\n---\n# One");
        write("z.md", "# Other");
        look();
        write("b.md", "---\nid: same\n---\n# One, copied");
        Gathered both = look();

        remove("a.md");
        Gathered copy = look();
        look();
        look();

        assertThat(reasons(both)).containsExactly(EntryProblem.Reason.DUPLICATE);
        assertThat(titles(copy)).containsExactly("One, copied");
        assertThat(stored).containsExactlyInAnyOrder("same", "file:z");
    }

    @Test
    void manyThatAreGoneAtOnce_areKept_andNotedOnce() {
        for (int i = 0; i < 10; i++) {
            write("a" + i + ".md", "# " + i);
        }
        look();

        for (int i = 0; i < 8; i++) {
            remove("a" + i + ".md");
        }
        Gathered first = look();
        Gathered second = look();

        assertThat(first.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("8 of 10", "deletions: follow"));
        assertThat(second.problems()).isEmpty();
        assertThat(second.deleted()).isEmpty();
        assertThat(stored).hasSize(10);
    }

    @Test
    void manyThatAreGoneAtOnce_areDeleted_whereThatIsMeant() {
        origin = origin(true, Optional.empty());
        for (int i = 0; i < 10; i++) {
            write("a" + i + ".md", "# " + i);
        }
        look();

        for (int i = 0; i < 8; i++) {
            remove("a" + i + ".md");
        }
        look();
        look();

        assertThat(stored).containsExactlyInAnyOrder("file:a8", "file:a9");
    }

    @Test
    void folderThatIsSuddenlyEmpty_deletesNothing_evenWhereManyMayGo() {
        origin = origin(true, Optional.empty());
        write("a.md", "# One");
        look();
        remove("a.md");

        assertThat(failure()).hasMessageContaining("the 1 it gave are kept");
        assertThat(failure().reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void fewOfMany_areDeleted() {
        for (int i = 0; i < 20; i++) {
            write("a" + i + ".md", "# " + i);
        }
        look();

        for (int i = 0; i < 8; i++) {
            remove("a" + i + ".md");
        }
        look();
        look();

        assertThat(stored).hasSize(12);
    }

    @Test
    void articleThatLeavesAFileOfMany_isDeletedAtTheSecondLook() {
        write("all.json", "[{\"id\": \"1\", \"title\": \"One\"}, {\"id\": \"2\", \"title\": \"Two\"}]");
        look();

        write("all.json", "[{\"id\": \"2\", \"title\": \"Two\"}]");
        look();
        Gathered second = look();

        assertThat(second.deleted()).containsExactly("1");
    }

    @Test
    void fileThatBreaks_keepsItsArticle() {
        write("a.md", "# One");
        write("b.md", "# Two");
        look();

        write("b.md", "---\ntitle: [\n---\n");
        Gathered broken = look();
        look();
        look();

        assertThat(reasons(broken)).containsExactly(EntryProblem.Reason.UNREADABLE);
        assertThat(stored).containsExactlyInAnyOrder("file:a", "file:b");
    }

    @Test
    void fileThatIsUnreadableFromTheStart_bringsNothingToAnEnd() {
        stored.add("file:b");
        write("a.md", "# One");
        write("b.md", "---\ntitle: [\n---\n");

        look();
        look();
        look();

        assertThat(stored).containsExactlyInAnyOrder("file:a", "file:b");
    }

    @Test
    void articleOfAnEarlierRun_thatHasNoFile_isDeletedAtTheSecondLook() {
        stored.add("file:long-gone");
        write("a.md", "# One");

        Gathered first = look();
        Gathered second = look();

        assertThat(first.deleted()).isEmpty();
        assertThat(second.deleted()).containsExactly("file:long-gone");
    }

    @Test
    void directoryThatIsGone_isGoneWithItsFiles() throws Exception {
        write("a.md", "# One");
        write("news/b.md", "# Two");
        look();

        remove("news/b.md");
        Files.delete(folder.resolve("news"));
        look();
        look();

        assertThat(stored).containsExactly("file:a");
    }
}
