package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R12: URLs in JSON, however its writer escapes them. */
class JsonRewriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "{\"a\":\"https://www.example.org/x\"} ~ {\"a\":\"https://news.example/x\"}",
                "{\"a\":\"https:\\/\\/www.example.org\\/x\"} ~ {\"a\":\"https:\\/\\/news.example\\/x\"}",
                "[\"\\u0068ttps:\\u002F\\u002Fwww.example.org\\u002fx\"] ~ [\"https:\\u002F\\u002Fnews.example\\u002fx\"]",
                "[\"https:\\/\\/b\\u00fccher.example\\/x\"] ~ [\"https:\\/\\/news.example/-/o/xn--bcher-kva.example\\/x\"]",
                "{\"https://www.example.org/x\":1} ~ {\"https://news.example/x\":1}",
                "{\"h\":\"<a href=\\\"https:\\/\\/www.example.org\\/x\\\">\"} ~ {\"h\":\"<a href=\\\"https:\\/\\/news.example\\/x\\\">\"}",
                "{\"j\":\"{\\\"a\\\":\\\"https:\\\\\\/\\\\\\/www.example.org\\\\\\/x\\\"}\"} ~"
                        + " {\"j\":\"{\\\"a\\\":\\\"https:\\\\\\/\\\\\\/news.example\\\\\\/x\\\"}\"}",
                ")]}'\\n{\"a\":\"//cdn.example.org/x\"} ~ )]}'\\n{\"a\":\"//news.example/-/o/cdn.example.org/x\"}",
                "{\"a\":\"/x\",\"b\":\"https://other.example/\",\"c\":1e3} ~ {\"a\":\"/x\",\"b\":\"https://other.example/\",\"c\":1e3}",
                "{\"a\":\"\\\\\",\"b\":\"https://www.example.org/x\"} ~ {\"a\":\"\\\\\",\"b\":\"https://news.example/x\"}",
                "{\"a\":\"https://www.example.org/x ~ {\"a\":\"https://news.example/x",
                "{\"cdnHost\":\"cdn.example.org\",\"text\":\"cdn.example.org\"} ~"
                        + " {\"cdnHost\":\"news.example/-/o/cdn.example.org\",\"text\":\"cdn.example.org\"}",
                "{\"hostname\":\"www.example.org\",\"host\":\"a\"} ~ {\"hostname\":\"news.example\",\"host\":\"a\"}",
                "{\"www.example.org\":{\"u\":\"https://www.example.org/\"},\"WWW.example.org.:443\":1} ~"
                        + " {\"news.example\":{\"u\":\"https://news.example/\"},\"news.example\":1}",
                "{\"cdn.example.org\":1,\"api.example.org:8443\":2,\"www.example.org:8443\":3,\"example.org\":4} ~"
                        + " {\"cdn.example.org\":1,\"api.example.org:8443\":2,\"www.example.org:8443\":3,\"example.org\":4}",
                "{\"https://api.example.org:8443/\":\"//api.example.org:8443\"} ~"
                        + " {\"https://news.example/-/o/api.example.org:8443/\":\"//news.example/-/o/api.example.org:8443\"}",
                "{\"apiHost\":\"api.example.org:8443\",\"apiServer\":\"api.example.org\"} ~"
                        + " {\"apiHost\":\"news.example/-/o/api.example.org:8443\",\"apiServer\":\"api.example.org\"}",
                "{\"a\":\"\\ud83d\\ude00 https://www.example.org/x\"} ~ {\"a\":\"\\ud83d\\ude00 https://news.example/x\"}",
            })
    void string_isOnTheHost(String json, String rewritten) {
        assertThat(Mirrored.on("application/json", Mirrored.PAGE, json)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/activity+json; charset=utf-8",
                "application/ld+json",
                "application/feed+json",
                "application/vnd.apple.steering-list",
                "text/html",
                "application/manifest+json",
                "application/x-ndjson",
                "application/jsonl; charset=utf-8",
                "application/json-seq",
                "text/plain",
                "application/octet-stream",
            })
    void json_isKnown_whateverItIsServedAs(String type) {
        assertThat(Mirrored.on(type, Mirrored.PAGE, " {\"a\": \"https:\\/\\/www.example.org\"}\n"))
                .isEqualTo(" {\"a\": \"https:\\/\\/news.example\"}\n");
    }

    @Test
    void manifest_ofAServerUnderAPath_keepsItsPath() {
        assertThat(Mirrored.on(
                        "application/manifest+json",
                        Mirrored.CDN_PAGE,
                        "{\"start_url\":\"/?a\",\"scope\":\"\\/\",\"icons\":[{\"src\":\"i.png\"}],\"id\":\"../../b\"}"))
                .isEqualTo("{\"start_url\":\"/-/o/cdn.example.org/?a\",\"scope\":\"/-/o/cdn.example.org\\/\","
                        + "\"icons\":[{\"src\":\"i.png\"}],\"id\":\".././b\"}");
    }

    /** A site at a port of its own is looked up in tables by host and port. */
    @Test
    void name_isAHostWithItsPort() {
        // Given
        OriginMap origins = OriginMap.of("https://www.example.org:8443", "/-", List.of("https://www.example.org"));
        RewriteRules rules = new RewriteRules(origins, List.of(Mirrored.HOST), Canonical.ORIGIN);
        String json = "{\"www.example.org:8443\":{\"a\":1},\"www.example.org\":{\"a\":2},\"other.example:8443\":3}";
        String page = "https://www.example.org:8443/a.json";

        // When
        Rewritten rewritten = new Rewriter(rules)
                .rewrite(new Original(json.getBytes(UTF_8), page, "application/json", true), Integrity.UNKNOWN);

        // Then
        assertThat(rewritten.body().on("http://mirror.example:8080"))
                .asString()
                .isEqualTo(json.replace("www.example.org:8443", "mirror.example:8080"));
    }

    /** HTML Standard, import maps: scopes are URLs, and one may be at a port. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "https://api.example.org:8443/a/ ~ https://news.example/-/o/api.example.org:8443/a/",
                "//api.example.org:8443/a/ ~ //news.example/-/o/api.example.org:8443/a/",
                "https://www.example.org:443/a/ ~ https://news.example/a/",
                "/a/ ~ /a/",
                "https://www.example.org:8443/a/ ~ https://www.example.org:8443/a/",
            })
    void scope_isOnTheHost(String scope, String rewritten) {
        String page =
                "<script type=importmap>{\"imports\":{\"m\":\"@m.js\"},\"scopes\":{\"@\":{\"m\":\"@b.js\"}}}</script>";

        assertThat(Mirrored.on("text/html", Mirrored.PAGE, page.replace("@", scope)))
                .isEqualTo(page.replace("@", rewritten));
    }

    @Test
    void idsOfAFeed_stay() {
        // Given
        String feed =
                "{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\",\"items\":[{\"id\":\"https://www.example.org/1\","
                        + "\"url\":\"https://~/1\"}]}";
        byte[] body = feed.replace("~", "www.example.org").getBytes(UTF_8);

        // When
        Rewritten rewritten = Mirrored.rewritten("application/json", Mirrored.PAGE, body);

        // Then
        assertThat(rewritten.body().on(Mirrored.HOST)).asString().isEqualTo(feed.replace("~", "news.example"));
        assertThat(rewritten.leaks()).isEmpty();
    }
}
