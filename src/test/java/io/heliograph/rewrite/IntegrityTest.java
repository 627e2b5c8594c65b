package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rewrite.Integrity.Verdict;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R15, and pitfall 9: hashes of what was changed are made anew, those of the rest stay true. */
class IntegrityTest {

    private static final byte[] BEFORE = "x='https://www.example.org/'".getBytes(UTF_8);
    private static final Slotted AFTER =
            Mirrored.rewritten("text/javascript", Mirrored.PAGE, BEFORE).body();
    private static final Map<String, Verdict> KNOWN = Map.of(
            "https://www.example.org/a/changed.js?v=1", new Verdict.Changed(Hashes.of(BEFORE), AFTER),
            "https://cdn.example.org/same.js", new Verdict.Unchanged());

    private static Rewritten page(String html, String... policies) {
        return new Rewriter(Mirrored.RULES)
                .rewrite(
                        new Original(html.getBytes(UTF_8), Mirrored.PAGE, "text/html", true, List.of(policies)),
                        url -> KNOWN.getOrDefault(url, new Verdict.Unknown()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=changed.js?v=1 integrity=sha384-~></script>",
                "<script integrity='sha384-~?opt sha256-AAAA' src='/a/changed.js?v=1#x'></script>",
                "<link rel=modulepreload integrity=\"sha384-~\" href=\"./changed.js?v=1\">",
                "<script type=importmap>{\"imports\":{},\"integrity\":{\"./changed.js?v=1\":\"sha384-~\"}}</script>",
            })
    void hash_isThatOfWhatEachHostServes(String html) {
        // When
        Rewritten rewritten = page(html.replace("~", Hashes.hash("sha384", BEFORE)));

        // Then
        for (String host : Mirrored.RULES.hosts()) {
            String filled = new String(rewritten.body().on(host), UTF_8);
            assertThat(filled).contains("sha384-" + Hashes.hash("sha384", AFTER.on(host)));
        }
        assertThat(rewritten.leaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // It is not that of what the origin sent, and must go on being refused.
                "<script src=changed.js?v=1 integrity=sha384-AAAA></script>",
                "<script src=https://other.example/x.js integrity=sha384-AAAA></script>",
                "<script integrity=sha384-AAAA></script>",
                "<script src=changed.js?v=1 integrity></script>",
                "<p integrity=sha384-AAAA>",
            })
    void hash_stays(String html) {
        assertThat(page(html).body().on(Mirrored.HOST)).asString().isEqualTo(html);
    }

    @Test
    void hash_ofWhatIsTheSame_stays() {
        assertThat(page("<script src=https://cdn.example.org/same.js integrity=sha384-AAAA></script>")
                        .body()
                        .on(Mirrored.HOST))
                .asString()
                .contains("integrity=sha384-AAAA");
    }

    @Test
    void hash_ofWhatIsNotKnown_isTakenAwayAndNoted() {
        // When
        Rewritten rewritten = page("<script integrity=sha384-AAAA src=other.js async></script>");

        // Then
        assertThat(rewritten.body().on(Mirrored.HOST)).asString().isEqualTo("<script  src=other.js async></script>");
        assertThat(rewritten.leaks())
                .containsExactly(
                        new Leak(Leak.Context.INTEGRITY, "www.example.org", 1, "https://www.example.org/a/other.js"));
    }

    @Test
    void policy_namesTheHashesOfChangedBlocks() {
        // Given
        String script = "\r\nx='https://www.example.org/'\r\n";
        String handler = "go('https://www.example.org/?a&amp;b')";
        String seen = script.replace("\r\n", "\n");
        String policy = "script-src 'nonce-abc' 'unsafe-hashes' 'sha256-" + Hashes.hash("sha256", seen.getBytes(UTF_8))
                + "' 'sha512-"
                + Hashes.hash("sha512", handler.replace("&amp;", "&").getBytes(UTF_8)) + "' 'sha256-AAAA'";
        String html = "<meta http-equiv=Content-Security-Policy content=\"" + policy + "\"><script>" + script
                + "</script><p onclick=\"" + handler + "\">";

        // When
        Rewritten rewritten = page(html, policy);

        // Then
        for (String host : Mirrored.RULES.hosts()) {
            byte[] newScript = ("\nx='" + host + "/'\n").getBytes(UTF_8);
            byte[] newHandler = ("go('" + host + "/?a&b')").getBytes(UTF_8);
            assertThat(new String(rewritten.body().on(host), UTF_8))
                    .contains("script-src 'nonce-abc' 'unsafe-hashes' 'sha256-" + Hashes.hash("sha256", newScript)
                            + "' 'sha512-" + Hashes.hash("sha512", newHandler) + "' 'sha256-AAAA'");
            assertThat(rewritten.policyHashes().get("sha256-" + Hashes.hash("sha256", seen.getBytes(UTF_8))))
                    .containsEntry(host, Hashes.hash("sha256", newScript));
        }
        assertThat(rewritten.policyHashes()).hasSize(2);
    }

    /** A document in an attribute has policies of its own, and those of what it stands in (HTML, section 7.3). */
    @Test
    void policy_inAnAttribute_isRewritten() {
        // Given
        String script = "x='https://www.example.org/'";
        String hash = Hashes.hash("sha256", script.getBytes(UTF_8));
        String html = "<iframe srcdoc=\"<meta http-equiv=content-security-policy content=&quot;script-src 'sha256-~';"
                + " img-src https://www.example.org&quot;><script>" + script + "</script>\"></iframe>";

        // When
        Rewritten rewritten = page(html.replace("~", hash));

        // Then
        String after = "x='" + Mirrored.HOST + "/'";
        assertThat(rewritten.body().on(Mirrored.HOST))
                .asString()
                .isEqualTo(html.replace("~", Hashes.hash("sha256", after.getBytes(UTF_8)))
                        .replace("https://www.example.org", Mirrored.HOST));
        assertThat(rewritten.leaks()).isEmpty();
    }

    /** One body is looked for once and hashed once, however often a page names it. */
    @Test
    void body_thatIsNamedAgainAndAgain_isLookedForOnce() {
        // Given
        List<String> asked = new ArrayList<>();
        String hash = "sha256-" + Hashes.hash("sha256", BEFORE);
        String html = ("<script src=changed.js?v=1 integrity='" + hash + "'></script>").repeat(50_000);
        Original original = new Original(html.getBytes(UTF_8), Mirrored.PAGE, "text/html", true);

        // When
        Rewritten rewritten = new Rewriter(Mirrored.RULES).rewrite(original, url -> {
            asked.add(url);
            return KNOWN.getOrDefault(url, new Verdict.Unknown());
        });

        // Then
        assertThat(asked).containsExactly("https://www.example.org/a/changed.js?v=1");
        assertThat(rewritten.body().on(Mirrored.HOST))
                .asString()
                .contains(Hashes.hash("sha256", AFTER.on(Mirrored.HOST)))
                .doesNotContain(hash);
    }

    /** Import maps and speculation rules are inline scripts to a policy, data is not (HTML, prepare the script element). */
    @ParameterizedTest
    @ValueSource(strings = {"importmap", "speculationrules"})
    void policy_namesTheHashesOfChangedMaps(String type) {
        // Given
        String map = "{\"imports\":{\"a\":\"https://www.example.org/a.js\"}}";
        String policy = "script-src 'sha256-" + Hashes.hash("sha256", map.getBytes(UTF_8)) + "'";

        // When
        Rewritten rewritten = page("<script type=" + type + ">" + map + "</script>", policy);

        // Then
        byte[] after = map.replace("https://www.example.org", Mirrored.HOST).getBytes(UTF_8);
        assertThat(rewritten.policyHashes().get("sha256-" + Hashes.hash("sha256", map.getBytes(UTF_8))))
                .containsEntry(Mirrored.HOST, Hashes.hash("sha256", after));
    }

    /** Bytes that are covered up for reading are hashed as they are. */
    @Test
    void policy_namesTheHashOfAScriptInShiftJis() throws UnsupportedEncodingException {
        // Given
        String script = "x='https://www.example.org/\u8868\u793a'";
        String before = "sha256-" + Hashes.hash("sha256", script.getBytes(UTF_8));
        Original original = new Original(
                ("<script>" + script + "</script>").getBytes("windows-31j"),
                Mirrored.PAGE,
                "text/html; charset=shift_jis",
                true,
                List.of("script-src '" + before + "'"));

        // When
        Rewritten rewritten = new Rewriter(Mirrored.RULES).rewrite(original, Integrity.UNKNOWN);

        // Then
        byte[] after = script.replace("https://www.example.org", Mirrored.HOST).getBytes(UTF_8);
        assertThat(rewritten.policyHashes()).containsKey(before);
        assertThat(rewritten.policyHashes().get(before)).containsEntry(Mirrored.HOST, Hashes.hash("sha256", after));
    }
}
