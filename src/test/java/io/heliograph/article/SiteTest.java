package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");

    @Test
    void canonical_isTheFirstHost() {
        // Given
        Site site = site("Bay News", Host.parse("https://news.example"), Host.parse("https://mirror.example"));

        // Then
        assertThat(site.canonical()).isEqualTo(Host.parse("https://news.example"));
    }

    @Test
    void site_keepsItsTextsOnOneLine() {
        // The mark of an open host would become a host in every feed.
        assertThat(site(" Bay\u0001\u0000\nNews ", Host.parse("https://news.example"))
                        .title())
                .isEqualTo("Bay News");
    }

    @Test
    void site_fails_withoutAHost() {
        assertThatThrownBy(() -> site("Bay News")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Site site(String title, Host... hosts) {
        return new Site("bay", title, title, "en", AUTHORITY, ZoneOffset.UTC, List.of(hosts));
    }
}
