package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.article.Draft;
import io.heliograph.article.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter as YAML: what it may hold, and what it may not. */
class FrontMatterTest extends FolderFixture {

    @ParameterizedTest
    @CsvSource({
        "published: 2026-11-23, date",
        "pubDate: 2026-11-23, date",
        "PUBLISHDATE: 2026-11-23, date",
        "lastmod: 2026-11-23, updated",
        "author: Ann, authors",
        "by: Ann, authors",
        "category: News, section",
        "categories: [News], section",
        "keywords: sea, tags",
        "lang: fr, language",
        "excerpt: x, summary",
        "standfirst: x, summary",
        "featured_image: x, image",
    })
    void namesOfOtherTools_areUnderstood(String line, String field) throws OriginFailure {
        assertThat(FrontMatter.part("---\n" + line + "\n---\n").matter().has(field))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags: sea, pier|sea;pier",
                "tags: [a, ' b ', '', ~, 5, true, a]|a;b;5;true;a",
                "tags: [[nested], {a: b}, c, !!binary aGk=]|c",
                "tags: 'a,,b'|a;b",
            })
    void tags_areReadAsPeopleWriteThem(String line, String tags) throws OriginFailure {
        assertThat(FrontMatter.part("---\n" + line + "\n---\n").matter().texts("tags"))
                .containsExactly(tags.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---\\ntitle: [\\n---\\n|no valid YAML",
                "---\\n\\ttitle: x\\n---\\n|no valid YAML",
                "---\\na: 1\\na: 2\\n---\\n|no valid YAML",
                "---\\n- a\\n- b\\n---\\n|no list of names and values",
                "---\\njust words\\n---\\n|no list of names and values",
                "---\\ntitle: x\\n|no line of --- at its end",
                "---\\ntitle: x\\n----\\n|no line of --- at its end",
                "---\\na: *missing\\n---\\n|no valid YAML",
                "---\\na: !!java.lang.Runtime x\\n---\\n|no valid YAML",
                "---\\na: 1\\n...\\nb: 2\\n---\\n|no valid YAML",
                "---\\na: {{ template }}\\n---\\n|no valid YAML",
                "+++\\ntitle = 'x'\\n+++\\n|TOML",
            })
    void whatIsNoFrontMatter_isRefused_withAReason(String text, String reason) {
        OriginFailure failure = catchThrowableOfType(
                OriginFailure.class,
                () -> FrontMatter.part(text.replace("\\n", "\n").replace("\\t", "\t")));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
        assertThat(failure).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---\\n---\\nBody|Body",
                "---\\n\\n---  \\nBody|Body",
                "---\\ntitle: x\\n---|''",
                "---\\ntitle: >-\\n  ---x\\n---\\nBody|Body",
                "No front matter\\n---\\nx|'No front matter\\n---\\nx'",
                "--- \\ntitle: x\\n---\\n|'--- \\ntitle: x\\n---\\n'",
                "''|''",
                "---|---",
            })
    void body_isWhatComesAfterTheFrontMatter(String text, String body) throws OriginFailure {
        assertThat(FrontMatter.part(text.replace("\\n", "\n")).body()).isEqualTo(body.replace("\\n", "\n"));
    }

    @Test
    void aliasesOfAliases_areRefused() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        bomb.append("tags: *a29\n---\n");

        OriginFailure failure = catchThrowableOfType(OriginFailure.class, () -> FrontMatter.part(bomb.toString()));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void aliasesOfAliases_withinWhatIsAllowed_areNoBombEither() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [\"" + "x".repeat(1_000) + "\"]\n");
        for (int i = 1; i <= 10; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        write("a.md", bomb + "tags: *a10\ntitle: *a10\n---\nText");

        Gathered gathered = look();

        assertThat(gathered.drafts())
                .allSatisfy(draft -> assertThat(draft.story().tags().stream()
                                .mapToInt(String::length)
                                .sum())
                        .isLessThan(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&a [*a]",
                "&a [[*a]]",
                "&a {b: *a}",
                "[&a [[x, *a]], &b {c: *b}]",
                "{? &a [x] : *a}",
                "{? &a [x, [*a]] : y}"
            })
    void valueThatHoldsItself_isNothing_orRefused(String value) {
        write(
                "a.md",
                "---\ntitle: " + value + "\ntags: " + value + "\nimage: " + value + "\nmedia: " + value + "\nauthors: "
                        + value + "\n---\nText");
        write("b.md", "# Other");

        assertThat(titles(look())).contains("Other").isSubsetOf("Other", "Text", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
    void nothing_isNothing_howeverItIsWritten(String nothing) {
        Story story = story("---\ntitle: " + nothing + "\nimage: " + nothing + "\ntags: [" + nothing + "]\n---\n# T");

        assertThat(story.title()).isEqualTo("T");
        assertThat(story.tags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"007", "1.10", "1e3", "0x10", "0o17", "1_000", ".nan", "True", "2026", "99999999999999999999"})
    void textThatLooksLikeANumber_isTakenAsItIsWritten(String text) {
        Draft draft = draft("a.md", "---\nid: " + text + "\ntitle: " + text + "\n---\nText");

        assertThat(draft.sourceId()).isEqualTo(text);
        assertThat(draft.story().title()).isEqualTo(text);
    }

    @Test
    void nothingInQuotes_isAWord() {
        assertThat(story("---\ntitle: 'null'\n---\nText").title()).isEqualTo("null");
    }

    @Test
    void deepNesting_isRefused() {
        String deep = "---\na: " + "[".repeat(20_000) + "]".repeat(20_000) + "\n---\n";

        OriginFailure failure = catchThrowableOfType(OriginFailure.class, () -> FrontMatter.part(deep));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void longFrontMatter_isRefused() {
        String text = "---\na: " + "x".repeat(300_000) + "\n---\n";

        OriginFailure failure = catchThrowableOfType(OriginFailure.class, () -> FrontMatter.part(text));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }
}
