package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder gives as its files come and change. */
class FolderOriginTest extends FolderFixture {

    /* ---------------- Files that come and change ---------------- */

    @Test
    void newFiles_areRead_newestFirst() {
        write("a.md", "---\ndate: 2026-01-01\n---\n# Old");
        write("b.md", "---\ndate: 2026-02-01\n---\n# New");
        write("c.html", "<h1>Undated</h1>");

        assertThat(titles(look())).containsExactly("New", "Old", "Undated");
    }

    @Test
    void whatDidNotChange_isNotReadAgain() {
        write("a.md", "# One");
        look();

        Gathered again = look();

        assertThat(again.unchanged()).isTrue();
        assertThat(again.drafts()).isEmpty();
    }

    @Test
    void fileThatComesLater_isReadAlone() {
        write("a.md", "# One");
        look();

        write("b.md", "# Two");

        assertThat(titles(look())).containsExactly("Two");
    }

    @Test
    void edit_givesTheSameArticleAnew() {
        write("a.md", "# One");
        Draft before = look().drafts().get(0);

        write("a.md", "# One, corrected");

        Draft after = look().drafts().get(0);
        assertThat(after.story().title()).isEqualTo("One, corrected");
        assertThat(after.source()).isEqualTo(before.source());
        assertThat(after.path()).isEqualTo(before.path()).isEqualTo("/a");
    }

    @Test
    void fileSavedByRename_isAnEdit_evenWithTheSameSizeAndTime() throws Exception {
        Path file = write("a.md", "# One");
        look();

        Path saved = write(".a.md.swp", "# Two");
        Files.setLastModifiedTime(saved, Files.getLastModifiedTime(file));
        Files.move(saved, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(titles(look())).containsExactly("Two");
    }

    @Test
    void fileThatIsBeingWritten_isReadWhenItIsStill() {
        write("a.md", "# One");
        look();
        write("b.md", "# Tw".getBytes(StandardCharsets.UTF_8), nextLook().minusMillis(10));

        Gathered early = look();
        write("b.md", "# Two");
        Gathered later = look();

        assertThat(early.drafts()).isEmpty();
        assertThat(early.next()).isLessThan(Duration.ofSeconds(1));
        assertThat(titles(later)).containsExactly("Two");
    }

    @Test
    void firstLook_takesWhatWasJustWritten() {
        write("a.md", "# One".getBytes(StandardCharsets.UTF_8), nextLook().minusMillis(10));

        assertThat(titles(look())).containsExactly("One");
    }

    @Test
    void fileOfTheFuture_isRead() {
        write("a.md", "# One");
        look();
        write("b.md", "# Two".getBytes(StandardCharsets.UTF_8), nextLook().plusSeconds(86_400));

        assertThat(titles(look())).containsExactly("Two");
    }

    @Test
    void pictureThatComesLater_hasItsArticleReadAgain() {
        write("a.md", "---\nimage: pier.png\n---\n# One");
        Gathered without = look();
        write("pier.png", PICTURE);

        Gathered with = look();

        assertThat(without.drafts().get(0).story().images()).isEmpty();
        assertThat(without.problems()).extracting(EntryProblem::detail).containsExactly("there is no file pier.png");
        assertThat(with.drafts().get(0).story().images()).hasSize(1);
        assertThat(with.problems()).isEmpty();
    }

    @Test
    void draft_isNotGiven_andWithdrawsWhatItWas() {
        write("a.md", "# One");
        look();

        write("a.md", "---\ndraft: true\n---\n# One");
        Gathered gathered = look();

        assertThat(gathered.drafts()).isEmpty();
        assertThat(gathered.deleted()).containsExactly("file:a");
    }

    @Test
    void draft_thatIsFinished_isGiven() {
        write("a.md", "---\ndraft: yes\n---\n# One");
        write("b.md", "# Two");
        Gathered before = look();

        write("a.md", "---\ndraft: false\n---\n# One");

        assertThat(titles(before)).containsExactly("Two");
        assertThat(titles(look())).containsExactly("One");
    }

    /* ---------------- Bytes ---------------- */

    @Test
    void byteOrderMarkAndLineEndsOfWindows_areUnderstood() {
        write("a.md", "\ufeff---\r\ntitle: Caf\u00e9\r\n---\r\nOne\r\n\r\nTwo\r\n");

        Draft draft = look().drafts().get(0);

        assertThat(draft.story().title()).isEqualTo("Caf\u00e9");
        assertThat(draft.story().html()).isEqualTo("<p>One</p>\n<p>Two</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8"})
    void textInAnOldCharset_isUnderstood(String charset) {
        write("a.md", "# Caf\u00e9 \u201cX\u201d".getBytes(Charset.forName(charset)));

        assertThat(titles(look())).containsExactly("Caf\u00e9 \u201cX\u201d");
    }

    @Test
    void bytesThatAreNoText_areAnArticleOrNoted_butNoFailure() {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        write("noise.md", bytes);
        write("a.md", "# One");

        assertThat(titles(look())).contains("One");
    }

    /* ---------------- Watching ---------------- */

    @Test
    void watchedFolder_tellsOfAChange_andIsLookedAtSeldom() throws Exception {
        write("a.md", "# One");
        CountDownLatch told = new CountDownLatch(1);
        try (FolderWatch watch = new FolderWatch()) {
            origin = origin(false, Optional.of(watch));
            origin.onChange(told::countDown);
            look();
            Gathered gathered = look();
            write("b.md", "# Two");

            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(gathered.next()).isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void directoryThatWasNotWatchedWhenLookedInto_isLookedIntoAgainSoon() throws Exception {
        write("a.md", "# One");
        try (FolderWatch watch = new FolderWatch()) {
            origin = origin(false, Optional.of(watch));
            look();
            look();
            write("deep/down/b.md", "# Two");

            assertThat(look().next()).isLessThan(Duration.ofSeconds(2));
            assertThat(look().next()).isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void folderOfTwoSites_tellsBoth() throws Exception {
        write("a.md", "# One");
        CountDownLatch told = new CountDownLatch(2);
        try (FolderWatch watch = new FolderWatch()) {
            for (int i = 0; i < 2; i++) {
                AtomicBoolean first = new AtomicBoolean(true);
                origin = origin(false, Optional.of(watch));
                origin.onChange(() -> {
                    if (first.getAndSet(false)) {
                        told.countDown();
                    }
                });
                look();
            }
            write("b.md", "# Two");

            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void folderThatIsNotWatched_isLookedAtOften() {
        write("a.md", "# One");

        assertThat(look().next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void directoryThatComesLater_isWatchedToo() throws Exception {
        write("a.md", "# One");
        Semaphore told = new Semaphore(0);
        try (FolderWatch watch = new FolderWatch()) {
            origin = origin(false, Optional.of(watch));
            origin.onChange(told::release);
            look();
            write("news/b.md", "# Two");
            assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            look();
            told.drainPermits();
            write("news/c.md", "# Three");

            assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            assertThat(titles(look())).containsExactly("Three");
        }
    }
}
