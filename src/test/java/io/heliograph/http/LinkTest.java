package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8288. */
class LinkTest {

    @Test
    void field_listsTheLinks_bySection3() {
        assertThat(Link.field(List.of(
                        new Link("/feed.rss", "alternate", "application/rss+xml"),
                        new Link("https://hub.example/", "hub", "text/html"))))
                .isEqualTo("</feed.rss>; rel=\"alternate\"; type=\"application/rss+xml\","
                        + " <https://hub.example/>; rel=\"hub\"; type=\"text/html\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a>", "</a", "/caf\u00e9", "/a\r\nSet-Cookie: x"})
    void targetThatWouldBreakOut_isRefused(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Link(target, "alternate", "text/html"));
    }
}
