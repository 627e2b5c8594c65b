package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R20: robots.txt and plain sitemaps lead to the host that is asked. */
class RobotsRewriterTest {

    private static String robots(String text) {
        return Mirrored.on("text/plain; charset=utf-8", "https://www.example.org/robots.txt", text);
    }

    @Test
    void sitemapsAndHosts_areTheHosts() {
        assertThat(robots("# https://www.example.org/about\r\nUser-agent: *\r\nDisallow: /a\r\n"
                        + "Sitemap: https://www.example.org/s.xml # all\r\nsitemap:http://www.example.org/n.xml\r\n"
                        + "Sitemap: https://cdn.example.org/c.xml\nSitemap: https://other.example/o.xml\n"
                        + "Sitemap: /r.xml\nHost: www.example.org\nHost: https://www.example.org"))
                .isEqualTo("# https://www.example.org/about\r\nUser-agent: *\r\nDisallow: /a\r\n"
                        + "Sitemap: https://news.example/s.xml # all\r\nsitemap:https://news.example/n.xml\r\n"
                        + "Sitemap: https://news.example/-/o/cdn.example.org/c.xml\nSitemap: https://other.example/o.xml\n"
                        + "Sitemap: /r.xml\nHost: news.example\nHost: https://news.example");
    }

    @Test
    void listOfUrls_isOfTheHost() {
        assertThat(robots("https://www.example.org/a\nhttps://www.example.org/b?c=https://www.example.org/\n"))
                .isEqualTo("https://news.example/a\nhttps://news.example/b?c=https://www.example.org/\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://www.example.org/ for more.",
                "https://www.example.org/ is where we are",
                "https://www.example.org/a\nand more",
                "From: a@www.example.org",
                "",
            })
    void otherText_isForPeople(String text) {
        assertThat(robots(text)).isEqualTo(text);
    }
}
