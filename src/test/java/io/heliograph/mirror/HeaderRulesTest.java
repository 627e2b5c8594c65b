package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.mirror.HeaderRules.Response;
import io.heliograph.rewrite.Mount;
import io.heliograph.rewrite.OriginMap;
import io.heliograph.rewrite.RewriteRules;
import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R13, R16 and R20: no field of a response leads away from the host, speaks for another, or is not true. */
class HeaderRulesTest {

    private static final String HOST = "https://news.example";
    private static final String OTHER = "http://mirror.example:8080";
    private static final OriginMap ORIGINS =
            OriginMap.of("https://www.example.org", "/-", List.of("https://cdn.example.org"));
    private static final Response PAGE = new Response("https://www.example.org/a/b", "", false, Map.of());
    private static final Response CHANGED = new Response("https://www.example.org/a/b", "", true, Map.of());
    private static final Response CDN =
            new Response("https://cdn.example.org/a/b", "/-/o/cdn.example.org", false, Map.of());

    private final HeaderRules rules =
            new HeaderRules(new RewriteRules(ORIGINS, List.of(HOST, OTHER), Canonical.ORIGIN));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "Location ~ https://www.example.org/x?a=https://www.example.org/ ~ https://news.example/x?a=https://www.example.org/",
                "Location ~ http://www.example.org/x ~ https://news.example/x",
                "Location ~ //cdn.example.org ~ //news.example/-/o/cdn.example.org/",
                "Location ~ /x ~ /x",
                "Location ~ https://www.example.org.evil.example/ ~ https://www.example.org.evil.example/",
                "Content-Location ~ https://www.example.org/x ~ https://news.example/x",
                "Refresh ~ 5; url=https://www.example.org/x ~ 5; url=https://news.example/x",
                "X-Next ~ https://www.example.org/api?page=2 ~ https://news.example/api?page=2",
                "X-Any ~ a, <https://cdn.example.org/x>; https://other.example/ ~"
                        + " a, <https://news.example/-/o/cdn.example.org/x>; https://other.example/",
                "SourceMap ~ https://cdn.example.org/x.map ~ https://news.example/-/o/cdn.example.org/x.map",
                "Link ~ <https://www.example.org/a,b>; rel=\"preload\"; title=\"a, <b>\", <//cdn.example.org/c>;rel=next ~"
                        + " <https://news.example/a,b>; rel=\"preload\"; title=\"a, <b>\", <//news.example/-/o/cdn.example.org/c>;rel=next",
                "Link ~ </x>; rel=\"shortlink canonical\" ~ <https://www.example.org/x>; rel=\"shortlink canonical\"",
                "Link ~ <https://www.example.org/x>; rel=canonical, </y>; rel=alternate; hreflang=fr ~"
                        + " <https://www.example.org/x>; rel=canonical, <https://www.example.org/y>; rel=alternate; hreflang=fr",
                "Link ~ <https://www.example.org/x>; title=\"; rel=canonical \"; Rel=next ~"
                        + " <https://news.example/x>; title=\"; rel=canonical \"; Rel=next",
                "Link ~ <https://www.example.org/x>; title=\"a canonical b\" ~ <https://news.example/x>; title=\"a canonical b\"",
                "Link ~ </x>; rel=next; rel=canonical ~ </x>; rel=next; rel=canonical",
                "Link ~ </x> ; REL = \"next CANONICAL\" ~ <https://www.example.org/x> ; REL = \"next CANONICAL\"",
                "Link ~ <https://www.example.org/x>; rel=\"describedby\"; anchor=\"https://www.example.org/y\" ~"
                        + " <https://news.example/x>; rel=\"describedby\"; anchor=\"https://news.example/y\"",
                "Set-Cookie ~ a=b; Domain=.example.org; Path=/x; Secure; HttpOnly; SameSite=Lax ~"
                        + " a=b; Path=/x; Secure; HttpOnly; SameSite=Lax",
                "Set-Cookie ~ __Host-a=b; Path=/; Secure ~ __Host-a=b; Path=/; Secure",
                "Set-Cookie ~ a=\"Domain=x\" ~ a=\"Domain=x\"",
                "Content-Security-Policy ~ img-src https://www.example.org; report-uri /r ~ img-src https://news.example; ",
                "Content-Security-Policy-Report-Only ~ img-src www.example.org, img-src cdn.example.org ~"
                        + " img-src https://news.example, img-src https://news.example/-/o/cdn.example.org/",
                "Access-Control-Allow-Origin ~ https://www.example.org ~ https://news.example",
                "Access-Control-Allow-Origin ~ * ~ *",
                "Access-Control-Allow-Origin ~ https://cdn.example.org ~ https://news.example",
                "Content-Security-Policy ~ frame-ancestors https://cdn.example.org ~ frame-ancestors https://news.example",
                "Speculation-Rules ~ \"https://cdn.example.org/r\" ~ \"https://news.example/-/o/cdn.example.org/r\"",
                "Link ~ </a>; rel=preload; imagesrcset=\"https://cdn.example.org/a 1x, https://www.example.org/b 2x\" ~"
                        + " </a>; rel=preload; imagesrcset=\"https://news.example/-/o/cdn.example.org/a 1x, https://news.example/b 2x\"",
                "Access-Control-Allow-Origin ~ https://other.example ~ https://other.example",
                "Timing-Allow-Origin ~ https://www.example.org, https://other.example ~"
                        + " https://news.example, https://other.example",
                "Permissions-Policy ~ geolocation=(self \"https://www.example.org\") ~ geolocation=(self \"https://news.example\")",
                "Permissions-Policy ~ camera=(), geolocation=(self \"https://*.example.org\" \"https://other.example\"), fullscreen=* ~"
                        + " camera=(), geolocation=(self \"https://*.example.org\" \"https://news.example\" \"https://other.example\"),"
                        + " fullscreen=*",
                "Permissions-Policy ~ usb=\"https://*.example.org\", midi=\"https://*.other.example\" ~"
                        + " usb=(\"https://*.example.org\" \"https://news.example\"), midi=\"https://*.other.example\"",
                "Permissions-Policy ~ geolocation=(\"https://cdn.example.org:443\" \"https://www.example.org:8443\") ~"
                        + " geolocation=(\"https://news.example\" \"https://www.example.org:8443\")",
                "Access-Control-Allow-Origin ~ https://www.example.org:443 ~ https://news.example",
                "Access-Control-Allow-Origin ~ https://www.example.org:8443 ~ https://www.example.org:8443",
                "Access-Control-Allow-Origin ~ null ~ null",
                "Timing-Allow-Origin ~ http://cdn.example.org ~ https://news.example",
                "X-Frame-Options ~ ALLOW-FROM https://cdn.example.org ~ ALLOW-FROM https://news.example",
                "Document-Policy ~ document-write=?0, *;report-to=e ~ document-write=?0, *;report-to=e",
                "Content-Security-Policy ~ frame-ancestors https://*.example.org:* ~"
                        + " frame-ancestors https://*.example.org:* https://news.example",
                "Feature-Policy ~ camera 'self' https://www.example.org ~ camera 'self' https://news.example",
                "Origin-Agent-Cluster ~ ?1 ~ ?1",
                "ETag ~ \"a\" ~ \"a\"",
                "X-Anything ~ see www.example.org ~ see www.example.org",
            })
    void value_isThatOfTheHost(String name, String value, String rewritten) {
        // Given: white space at the end is no part of a field.
        String written = rules.value(name, value, PAGE, HOST);

        // Then
        assertThat(written.strip()).isEqualTo(rewritten.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "Location ~ /x ~ /-/o/cdn.example.org/x",
                "Location ~ ../../x ~ .././x",
                "Content-Security-Policy ~ default-src 'self'; img-src cdn.example.org/i/ ~"
                        + " default-src 'self'; img-src https://news.example/-/o/cdn.example.org/i/",
                "Content-Security-Policy ~ frame-ancestors 'self' www.example.org ~ frame-ancestors 'self' https://news.example",
                "Access-Control-Allow-Origin ~ https://www.example.org ~ https://news.example",
                "Link ~ </x>; rel=preload ~ </-/o/cdn.example.org/x>; rel=preload",
                "Set-Cookie ~ a=b; Path=/x ~ a=b; Path=/-/o/cdn.example.org/x",
                "Set-Cookie ~ a=b; path ~ a=b; Path=/-/o/cdn.example.org/",
                "Set-Cookie ~ a=b ~ a=b; Path=/-/o/cdn.example.org/",
                "Set-Cookie ~ __Host-a=b; Path=/; Secure ~",
            })
    void value_staysBelowTheOriginsPath(String name, String value, String rewritten) {
        assertThat(rules.value(name, value, CDN, HOST)).isEqualTo(rewritten == null ? "" : rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alt-Svc",
                "Clear-Site-Data",
                "Strict-Transport-Security",
                "NEL",
                "Report-To",
                "Reporting-Endpoints",
                "Server-Timing",
                "Service-Worker-Allowed",
                "Expect-CT",
                "Public-Key-Pins",
                "Onion-Location",
                "X-Accel-Redirect",
                "X-Sendfile",
            })
    void value_thatIsForTheOriginsHost_isLeftOut(String name) {
        assertThat(rules.value(name, "a", PAGE, HOST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ETag", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest", "Content-Length", "Signature"})
    void value_thatIsNotTrueOfAChangedBody_isLeftOut(String name) {
        assertThat(rules.value(name, "a", CHANGED, HOST)).isEmpty();
        assertThat(rules.value(name, "a", PAGE, HOST)).isEqualTo("a");
    }

    @Test
    void policy_namesTheHashesOfTheHost() {
        // Given
        Response response = new Response(
                "https://www.example.org/", "", true, Map.of("sha256-AAAA", Map.of(HOST, "BBBB", OTHER, "CCCC")));

        // Then
        String policy = "script-src 'sha256-AAAA' 'sha256-DDDD'";
        assertThat(rules.value("content-security-policy", policy, response, HOST))
                .isEqualTo("script-src 'sha256-BBBB' 'sha256-DDDD'");
        assertThat(rules.value("content-security-policy", policy, response, OTHER))
                .isEqualTo("script-src 'sha256-CCCC' 'sha256-DDDD'");
    }

    /** Fetch, section 3.7: what is one site in the world may be two on the mirror. */
    @ParameterizedTest
    @CsvSource({
        "https://cdn.news.example, same-site, same-site",
        "https://cdn.other.example, same-site, cross-origin",
        "https://cdn.other.example, same-origin, same-origin",
        "https://cdn.other.example, cross-origin, cross-origin",
    })
    void resourcePolicy_letsHostAndCompanionHaveEachOthers(String companion, String value, String rewritten) {
        OriginMap origins = new OriginMap(List.of(
                Mount.root("https://www.example.org"),
                Mount.beside("/-", "https://cdn.example.org", Map.of(HOST, companion), false)));
        HeaderRules beside = new HeaderRules(new RewriteRules(origins, List.of(HOST, OTHER), Canonical.ORIGIN));

        assertThat(beside.value("cross-origin-resource-policy", value, CDN, HOST))
                .isEqualTo(rewritten);
        assertThat(beside.value("cross-origin-resource-policy", value, PAGE, HOST))
                .isEqualTo(rewritten);
        assertThat(beside.value("cross-origin-resource-policy", value, PAGE, OTHER))
                .isEqualTo(value);
    }

    @Test
    void parametersWithoutEnd_areGoneOverOnce() {
        String link = "<https://www.example.org/x>" + "; ".repeat(1_000_000);

        assertThat(rules.value("Link", link, PAGE, HOST)).startsWith("<https://news.example/x>; ;");
    }

    @Test
    void bytes_thatAreNoAscii_stay() {
        String value = "https://www.example.org/caf\u00c3\u00a9\u00ff";

        assertThat(rules.value("location", value, PAGE, HOST)).isEqualTo("https://news.example/caf\u00c3\u00a9\u00ff");
    }

    @Test
    void leaks_nameTheHosts() {
        assertThat(rules.leaks("see https://www.example.org/ and cdn.example.org"))
                .containsExactlyInAnyOrder("www.example.org", "cdn.example.org");
        assertThat(rules.leaks("www.example.org.evil.example")).isEmpty();
    }
}
