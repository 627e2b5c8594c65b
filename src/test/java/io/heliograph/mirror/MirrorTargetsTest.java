package io.heliograph.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, targets and bodies that a mirrored origin is not asked with. */
class MirrorTargetsTest {

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(
                directory, "sites.0.mirror.methods=[GET, HEAD, POST]", "sites.0.mirror.cookies={allow: [session]}");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    /** R7. */
    @Test
    void bodyThatIsTooLarge_isRefused() {
        assertThat(mirror.ask("POST", "/post", "Content-Length: 99999999").status())
                .isEqualTo(413);
    }

    /** R4 and RFC 9110, section 7.6.3. */
    @Test
    void requestThatWasHereBefore_isRefused() {
        mirror.serve("/via", "body");
        mirror.get("/via");
        String via = mirror.origin().lastAsked().field("via");
        Answer again = mirror.get("/via", "Via: 1.0 fred, " + via);

        assertThat(via).matches("1\\.1 heliograph-[0-9a-f]{16}");
        assertThat(again.status()).isEqualTo(508);
    }

    @Test
    void viaOfAnother_isPassedOn_asFarAsItIsOneOfUs() {
        mirror.serve("/hops", "body");

        mirror.get("/hops", "Via: 1.1 heliograph-0123456789abcdef, 1.1 evil");

        assertThat(mirror.origin().lastAsked().field("via"))
                .matches("1\\.1 heliograph-0123456789abcdef, 1\\.1 heliograph-[0-9a-f]{16}");
    }

    /** R6: a path is read once, and so as we read it does it reach the origin. */
    @ParameterizedTest
    @ValueSource(strings = {"/a/%2e%2e/b", "/%61/../b", "/./b", "/x/y/../../b"})
    void paths_reachTheOriginInTheirNormalForm(String path) {
        mirror.serve("/b", "body");

        mirror.get(path);

        assertThat(mirror.origin().lastAsked().uri()).isEqualTo("/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/a%2fb", "/a%5cb", "/../b", "/a\\b", "/%zz"})
    void pathsThatAreReadInTwoWays_areRefused(String path) {
        int before = mirror.origin().asked().size();

        assertThat(mirror.get(path).status()).isEqualTo(400);
        assertThat(mirror.origin().asked()).hasSize(before);
    }

    /** R2: no URL that a visitor makes up leads anywhere but to the origin. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/http://169.254.169.254/", "//169.254.169.254/x", "/@169.254.169.254/", "/-/o/evil.example/x"})
    void otherServers_cannotBeReached(String path) {
        Answer answer = mirror.get(path);

        assertThat(answer.status()).isIn(404, 400);
    }

    @Test
    void absoluteForm_isForOurHostAlone() {
        mirror.serve("/absolute", "body");

        assertThat(mirror.get("https://" + TestGateway.HOST + "/absolute").text())
                .isEqualTo("body");
        assertThat(mirror.get("http://evil.example/absolute").status()).isEqualTo(400);
    }

    /** R5 and RFC 9112, section 6.3. */
    @Test
    void requestWithTwoLengths_isRefused() {
        String head = "POST /post HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\n";

        assertThat(RawHttp.send(
                                mirror.gateway().port(),
                                head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.send(mirror.gateway().port(), head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
                        .status())
                .isEqualTo(400);
    }

    /** R14: a worker of the origin would answer for it, on a host that it does not know; one from before has to go. */
    @Test
    void serviceWorkers_areSentAway() {
        // Given
        mirror.serve("/sw.js", "self.x=1", "content-type", "text/javascript");
        String plain = new String(mirror.get("/sw.js").body(), UTF_8);

        // When
        var worker = mirror.get("/sw.js", "Service-Worker: script");

        // Then
        assertThat(plain).isEqualTo("self.x=1");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.field("content-type")).isEqualTo("text/javascript");
        assertThat(worker.field("cache-control")).isEqualTo("no-store");
        assertThat(new String(worker.body(), UTF_8))
                .contains("registration.unregister()")
                .doesNotContain("self.x");
        assertThat(mirror.get("/none.js", "Service-Worker: script").body()).isEqualTo(worker.body());
    }
}
