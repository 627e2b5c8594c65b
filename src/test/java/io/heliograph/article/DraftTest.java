package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {

    private static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");

    @Test
    void id_isTheOriginsOwn_whereItGaveOne() {
        // Given
        Draft draft = draft("guid-1", "https://news.example/pier");

        // Then
        assertThat(draft.id(AUTHORITY)).isEqualTo(ArticleId.of("guid-1", AUTHORITY));
        assertThat(draft.source()).isEqualTo("guid-1");
    }

    @Test
    void id_isMinted_whereTheOriginGaveNone() {
        // Given
        Draft draft = draft("", "https://news.example/pier");

        // Then
        assertThat(draft.id(AUTHORITY)).isEqualTo(ArticleId.minted("https://news.example/pier", AUTHORITY));
        assertThat(draft.source()).isEqualTo("https://news.example/pier");
    }

    @Test
    void toldApartBy_forgetsTheId() {
        // Given
        Draft draft = draft("guid-1", "https://news.example/pier");

        // When
        Draft other = draft.toldApartBy("third");

        // Then
        assertThat(other.source()).isEqualTo("third");
        assertThat(other.id(AUTHORITY)).isEqualTo(ArticleId.minted("third", AUTHORITY));
        assertThat(other.story()).isEqualTo(draft.story());
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/?p=1, '', true",
        "urn:isbn:0451450523, '', true",
        "123, https://news.example/pier, false",
        "'', https://news.example/pier, true",
        "'', file:pier, false",
    })
    void isGlobal_isForIrisAndUrls(String sourceId, String distinction, boolean global) {
        assertThat(draft(sourceId, distinction).isGlobal(AUTHORITY)).isEqualTo(global);
    }

    @Test
    void draft_fails_whereNothingTellsItApart() {
        assertThatThrownBy(() -> draft("", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft(" \u0000\n", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "The Pier, /a/the-pier-",
        "'', /a/",
        "!!!, /a/",
        "Caf\u00e9, /a/caf%C3%A9-",
        "</a><script>, /a/a-script-",
        "../.., /a/",
    })
    void ownPath_isSlugAndHash(String title, String beginning) {
        // Given
        Draft draft = new Draft("1", "", "", "", Draft.UNDATED, Draft.UNDATED, Story.of(title, ""));
        ArticleId id = draft.id(AUTHORITY);

        // When
        String path = draft.ownPath(id);

        // Then
        assertThat(path).isEqualTo(beginning + id.token().substring(0, 8));
    }

    private static Draft draft(String sourceId, String distinction) {
        return new Draft(
                sourceId, distinction, "", "", Draft.UNDATED, Draft.UNDATED, Story.of("The pier", "<p>Text</p>"));
    }
}
