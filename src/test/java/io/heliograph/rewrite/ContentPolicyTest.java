package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R13: a policy allows on the mirror what it allows at the origin, and tells nobody. */
class ContentPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "default-src 'self' ~ default-src 'self' ~ default-src 'self'",
                "img-src https://www.example.org ~ img-src https://news.example ~ img-src http://mirror.example:8080",
                "img-src www.example.org:* ~ img-src https://news.example ~ img-src http://mirror.example:8080",
                "img-src https://www.example.org/a/ ~ img-src https://news.example/a/ ~ img-src http://mirror.example:8080/a/",
                "img-src cdn.example.org ~ img-src https://news.example/-/o/cdn.example.org/ ~"
                        + " img-src http://mirror.example:8080/-/o/cdn.example.org/",
                "connect-src wss://www.example.org ~ connect-src wss://news.example ~ connect-src ws://mirror.example:8080",
                "img-src *.example.org ~ img-src *.example.org https://news.example ~"
                        + " img-src *.example.org http://mirror.example:8080",
                "img-src https: data: ~ img-src https: data: https://news.example ~"
                        + " img-src https: data: http://mirror.example:8080",
                "img-src https: 'self' ~ img-src https: 'self' ~ img-src https: 'self'",
                "img-src * ~ img-src * ~ img-src *",
                "script-src 'nonce-a' 'unsafe-inline' ~ script-src 'nonce-a' 'unsafe-inline' ~ script-src 'nonce-a' 'unsafe-inline'",
                "img-src other.example www.example.org.evil.example ~ img-src other.example www.example.org.evil.example ~"
                        + " img-src other.example www.example.org.evil.example",
                "img-src HTTPS://WWW.Example.org:443/A ~ img-src https://news.example/A ~ img-src http://mirror.example:8080/A",
                "img-src https://cdn.example.org/a/b.png ~ img-src https://news.example/-/o/cdn.example.org/a/b.png ~"
                        + " img-src http://mirror.example:8080/-/o/cdn.example.org/a/b.png",
                "img-src https://cdn.example.org:*/a/ ~ img-src https://news.example/-/o/cdn.example.org/a/ ~"
                        + " img-src http://mirror.example:8080/-/o/cdn.example.org/a/",
                "img-src https://api.example.org:8443 ~ img-src https://news.example/-/o/api.example.org:8443/ ~"
                        + " img-src http://mirror.example:8080/-/o/api.example.org:8443/",
                "img-src https://api.example.org:8443/a ~ img-src https://news.example/-/o/api.example.org:8443/a ~"
                        + " img-src http://mirror.example:8080/-/o/api.example.org:8443/a",
                "img-src api.example.org:* ~ img-src https://news.example/-/o/api.example.org:8443/ ~"
                        + " img-src http://mirror.example:8080/-/o/api.example.org:8443/",
                "img-src https://api.example.org ~ img-src https://api.example.org ~ img-src https://api.example.org",
                "img-src https://www.example.org:8443 ~ img-src https://www.example.org:8443 ~ img-src https://www.example.org:8443",
                "img-src https://*.example.org:* ~ img-src https://*.example.org:* https://news.example ~"
                        + " img-src https://*.example.org:* http://mirror.example:8080",
                "img-src *.other.example *.www.example.org ~ img-src *.other.example *.www.example.org ~"
                        + " img-src *.other.example *.www.example.org",
                "img-src 'self' *.example.org ~ img-src 'self' *.example.org ~ img-src 'self' *.example.org",
                "connect-src wss: 'self' ~ connect-src wss: 'self' ~ connect-src wss: 'self'",
                "connect-src wss: https://www.example.org ~ connect-src wss: https://news.example wss://news.example ~"
                        + " connect-src wss: http://mirror.example:8080 ws://mirror.example:8080",
                "connect-src wss://*.example.org wss://www.example.org ~ connect-src wss://*.example.org wss://news.example ~"
                        + " connect-src wss://*.example.org ws://mirror.example:8080",
                "connect-src wss://*.example.org ~ connect-src wss://*.example.org wss://news.example ~"
                        + " connect-src wss://*.example.org ws://mirror.example:8080",
                "base-uri https://cdn.example.org; form-action www.example.org/a ~"
                        + " base-uri https://news.example/-/o/cdn.example.org/; form-action https://news.example/a ~"
                        + " base-uri http://mirror.example:8080/-/o/cdn.example.org/; form-action http://mirror.example:8080/a",
                "frame-ancestors 'self' https://cdn.example.org https://*.example.org ~"
                        + " frame-ancestors 'self' https://news.example https://*.example.org ~"
                        + " frame-ancestors 'self' http://mirror.example:8080 https://*.example.org",
                "script-src 'none' ~ script-src 'none' ~ script-src 'none'",
                "upgrade-insecure-requests; img-src a ~ upgrade-insecure-requests; img-src a ~ ; img-src a",
                "report-uri https://www.example.org/r; report-to r; img-src a ~ ; ; img-src a ~ ; ; img-src a",
                "sandbox allow-scripts; frame-ancestors https://www.example.org ~"
                        + " sandbox allow-scripts; frame-ancestors https://news.example ~"
                        + " sandbox allow-scripts; frame-ancestors http://mirror.example:8080",
            })
    void policy_isThatOfTheHost(String policy, String onOne, String onOther) {
        // Given
        String meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">";

        // When
        Slotted body = Mirrored.rewritten("text/html", Mirrored.PAGE, meta.getBytes(UTF_8))
                .body();

        // Then
        assertThat(body.on(Mirrored.HOST)).asString().isEqualTo(meta.replace(policy, onOne));
        assertThat(body.on(Mirrored.OTHER_HOST)).asString().isEqualTo(meta.replace(policy, onOther));
    }
}
