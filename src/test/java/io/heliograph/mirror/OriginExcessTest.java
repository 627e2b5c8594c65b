package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An origin that sends more than anybody needs: R5 and R7. */
class OriginExcessTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: max-age=1000\r\n";

    @TempDir
    static Path directory;

    private static RawOrigin origin;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        origin = new RawOrigin();
        gateway = MirrorFixture.gateway(directory, origin.url());
    }

    /** Else an origin that has sent nonsense five times in a row is left in peace. */
    @BeforeEach
    void answerWell() {
        origin.on("/well", OK.replace("max-age=1000", "no-store") + "Content-Length: 0\r\n\r\n");
        assertThat(gateway.get("/well").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        origin.close();
    }

    /** What is left out might be what forbids to store it. */
    @Test
    @DisplayName("R8: no field is left out of a head that has too many of them")
    void headWithTooManyFields_isRefused() {
        origin.on(
                "/fields", OK + "X-Field: 1\r\n".repeat(300) + "Set-Cookie: secret=1\r\nContent-Length: 4\r\n\r\nbody");

        assertThat(gateway.get("/fields").status()).isEqualTo(502);
        origin.on(
                "/fields", OK + "X-Field: 1\r\n".repeat(200) + "Set-Cookie: secret=1\r\nContent-Length: 4\r\n\r\nbody");
        assertThat(gateway.get("/fields").field("cache-status")).doesNotContain("stored");
    }

    @Test
    @DisplayName("R7: a head that is too long is refused")
    void headThatIsTooLong_isRefused() {
        origin.on("/long", OK + "X-Long: " + "x".repeat(100_000) + "\r\nContent-Length: 4\r\n\r\nbody");

        assertThat(gateway.get("/long").status()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"099", "600", "999", "2000", "20", "-20", "20x"})
    @DisplayName("RFC 9110, section 15: a status that is none is no answer")
    void statusThatIsNone_isRefused(String status) {
        String path = "/status" + status;
        origin.on(path, OK.replace("200 OK", status + " Odd") + "Content-Length: 4\r\n\r\nbody");

        Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.field("cache-status")).doesNotContain("stored");
    }

    @Test
    @DisplayName("RFC 9110, section 15.2: of interim answers without number, a few are passed on, and the answer is")
    void interimAnswers_areBounded() throws IOException {
        String hint = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
        origin.on("/hints", hint.repeat(60) + OK + "Content-Length: 4\r\n\r\nbody");

        String all = text("/hints");

        assertThat(all).endsWith("body");
        assertThat(all.split("HTTP/1.1 103", -1)).hasSizeBetween(2, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"103 Early Hints", "100 Continue"})
    @DisplayName("R7: an origin that says nothing but interim answers is no origin")
    void endlessInterimAnswers_areAnError(String status) throws IOException {
        String path = "/endless-" + status.substring(0, 3);
        origin.on(path, ("HTTP/1.1 " + status + "\r\n\r\n").repeat(20_000));

        assertThat(text(path)).contains("HTTP/1.1 502 Bad Gateway");
    }

    @Test
    @DisplayName("RFC 9110, section 6.5.1: trailers that belong into a head are left out")
    void trailersThatBelongIntoAHead_areLeftOut() throws IOException {
        origin.on(
                "/trailers",
                OK.replace("text/plain", "image/png")
                        + "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n4\r\nbody\r\n0\r\n"
                        + "X-Sum: 1\r\nSet-Cookie: secret=1\r\nContent-Length: 99\r\nCache-Control: private\r\n"
                        + "Location: " + origin.url() + "/\r\nAccess-Control-Allow-Origin: *\r\n\r\n");

        String all = text("/trailers");

        assertThat(all).contains("x-sum: 1");
        assertThat(all.toLowerCase(Locale.ROOT))
                .doesNotContain("set-cookie", "content-length", "private", "location", "access-control");
    }

    /** What holds no links is not unpacked beyond a bound either; it passes as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/css", "application/json", "application/rss+xml", "application/x-mpegurl"})
    @DisplayName("R7: a document that unpacks to more than is read is refused")
    void documentThatUnpacksToTooMuch_isRefused(String type) throws IOException {
        String path = "/bomb-" + type.replace('/', '-');
        origin.on(path, message(OK.replace("text/plain", type) + "Content-Encoding: gzip, gzip\r\n", gzip(bomb())));

        Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.field("cache-status")).contains("detail=unreadable");
    }

    @Test
    @DisplayName("R7: a picture that unpacks to more than is read is not unpacked")
    void pictureThatUnpacksToTooMuch_passesAsItIs() throws IOException {
        byte[] bomb = bomb();
        origin.on("/bomb.png", message(OK.replace("text/plain", "image/png") + "Content-Encoding: gzip\r\n", bomb));

        assertThat(gateway.get("/bomb.png").body()).isEqualTo(bomb);
    }

    /** All that comes until the connection ends. */
    private static String text(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] message(String head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        all.write(body);
        return all.toByteArray();
    }

    /** Zeros of 64 MiB in gzip. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
