package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are made to keep a rewriter busy, or to grow. */
class RewriteBoundsTest {

    static Stream<String> floods() {
        String url = "https://www.example.org/x";
        return Stream.of(
                "text/html|<a <a ",
                "text/html|<",
                "text/html|<!--",
                "text/html|<a href=\"",
                "text/html| href=x data-a=b onx=y",
                "text/html|<a href='" + url + "'>",
                "text/html|<iframe srcdoc='&lt;iframe srcdoc=",
                "text/html|<script></script",
                "text/html|<svg></x>",
                "text/html|<svg><desc>",
                "text/html|<svg><![CDATA[",
                "text/html|&amp",
                "text/html|<img srcset='a,b c,(d '>",
                "text/html|www.example.org ",
                "text/css|url(",
                "text/css|url(\"",
                "text/css|image-set(",
                "text/css|/*",
                "text/css|\\",
                "text/javascript|=//",
                "text/javascript|=/[",
                "text/javascript|`${",
                "text/javascript|'//www.example.org/",
                "text/javascript|https://",
                "application/json|\"\\u0068\",",
                "application/json|{\"",
                "text/xml|<!DOCTYPE [",
                "text/xml|<a>&lt;a>",
                "application/vnd.apple.mpegurl|#EXTM3U,=\"",
                "text/vtt|//www");
    }

    /** What is repeated two hundred thousand times would never come to an end, were it looked at again for each time. */
    @ParameterizedTest
    @MethodSource("floods")
    void flood_comesToAnEnd(String flood) {
        // Given
        int bar = flood.indexOf('|');
        byte[] body = flood.substring(bar + 1).repeat(200_000).getBytes(UTF_8);

        // When
        Rewritten rewritten = Mirrored.rewritten(flood.substring(0, bar), Mirrored.CDN_PAGE, body);

        // Then
        assertThat(rewritten.body().openLength()).isPositive();
    }

    @Test
    void nestedDocuments_areReadToADepth() {
        // Given
        String page = "<a href=\"https://www.example.org/\">";
        for (int i = 0; i < 6; i++) {
            page = "<iframe srcdoc=\"" + page.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
        }

        // When
        Rewritten rewritten = Mirrored.rewritten("text/html", Mirrored.PAGE, page.getBytes(UTF_8));

        // Then
        assertThat(rewritten.leaks()).extracting(Leak::context).containsExactly(Leak.Context.ATTRIBUTE);
    }

    /** A page that asks for many copies of a long text, or is nothing but places to fill, is none that is served (R7). */
    @Test
    void documentThatWouldGrowWithoutEnd_isRefused() {
        String copies = "<base href=\"https://www.example.org/" + "a".repeat(100_000) + "/\">"
                + "<link rel=canonical href=a>".repeat(100_000);
        String places = "<img srcset='" + "/a 1x,".repeat(100_000) + "'>";

        assertThatThrownBy(() -> Mirrored.on("text/html", Mirrored.PAGE, copies))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Mirrored.on("text/html", Mirrored.CDN_PAGE, places))
                .isInstanceOf(IllegalStateException.class);
    }
}
