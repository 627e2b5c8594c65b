package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an origin does wrong, nothing wrong is stored, and the visitor is told. */
class OriginMisbehaviourTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: max-age=1000\r\n";
    private static final String HTML = OK.replace("text/plain", "text/html");

    @TempDir
    static Path directory;

    private static RawOrigin origin;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        origin = new RawOrigin();
        gateway = MirrorFixture.gateway(directory, origin.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        origin.close();
    }

    /** A part never stands for the whole, in no cache of anybody's (RFC 9110, section 15.3.7). */
    @Test
    void partThatNobodyAskedFor_isRefused_andNotStored() {
        origin.on(
                "/part",
                "HTTP/1.1 206 Partial Content\r\nContent-Type: image/png\r\nCache-Control: max-age=1000\r\n"
                        + "Content-Range: bytes 0-3/10\r\nContent-Length: 4\r\n\r\n0123");

        assertThat(gateway.get("/part").status()).isEqualTo(502);

        origin.on("/part", OK + "Content-Length: 10\r\n\r\n0123456789");
        assertThat(gateway.get("/part").text()).isEqualTo("0123456789");
    }

    /** RFC 9110, section 7.8: nobody asked for another protocol. */
    @Test
    void switchOfProtocols_isAFailure() {
        origin.on("/switch", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n");

        assertThat(gateway.get("/switch").status()).isEqualTo(502);
    }

    /** RFC 9110, section 15.2: interim responses that nobody expects are passed over, whichever they are. */
    @Test
    void interimResponsesThatNobodyKnows_arePassedOver() {
        origin.on(
                "/interim",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 104 Upload Resumption Supported\r\nX-A: 1\r\n\r\n" + OK
                        + "Content-Length: 4\r\n\r\nbody");

        Answer answer = gateway.get("/interim");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("body");
        assertThat(answer.field("x-a")).isEmpty();
    }

    /** RFC 9112, section 7.1: where the first chunk is none, no byte was sent yet, and the visitor is told. */
    @Test
    void bodyThatBreaksOffBeforeItBegins_isAnError() {
        origin.on(
                "/none.png",
                OK.replace("text/plain", "image/png") + "Transfer-Encoding: chunked\r\n\r\nzz\r\nbody\r\n0\r\n\r\n");

        Answer answer = gateway.get("/none.png");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.field("content-type")).startsWith("text/plain");
    }

    /** RFC 9112, section 8: what is shorter than it says is not whole, and only what is whole is stored. */
    @Test
    void bodyThatBreaksOff_isNotStored() {
        origin.on("/short", OK.replace("text/plain", "image/png") + "Content-Length: 10\r\n\r\n01234");

        Answer broken = gateway.get("/short");

        assertThat(broken.body().length).isLessThan(10);
        origin.on("/short", OK.replace("text/plain", "image/png") + "Content-Length: 10\r\n\r\n0123456789");
        assertThat(gateway.get("/short").text()).isEqualTo("0123456789");
    }

    @Test
    void documentThatBreaksOff_isAnError_andNotStored() {
        origin.on("/short.html", HTML + "Content-Length: 100\r\n\r\n<html>");

        assertThat(gateway.get("/short.html").status()).isEqualTo(502);

        origin.on("/short.html", HTML + "Content-Length: 6\r\n\r\n<html>");
        assertThat(gateway.get("/short.html").text()).isEqualTo("<html>");
    }

    @Test
    void chunksThatBreakOff_areAnError() {
        origin.on("/chunks", HTML + "Transfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n");

        assertThat(gateway.get("/chunks").status()).isEqualTo(502);
    }

    /** R5 and RFC 9112, section 6.3: what comes after the body belongs to no answer. */
    @Test
    void bodyThatIsTooLong_isCut_andTheRestIsNobodys() {
        origin.on("/long", OK + "Content-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");

        assertThat(gateway.get("/long").text()).isEqualTo("body");
        origin.on("/after", OK + "Content-Length: 4\r\n\r\ngood");
        assertThat(gateway.get("/after").text()).isEqualTo("good");
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "two lengths | Content-Length: 4|Content-Length: 5",
                "a length that is none | Content-Length: 4x|X: y",
            })
    void framingThatContradictsItself_isRefused(String name, String one, String other) {
        String path = "/framing-" + name.replace(' ', '-');
        origin.on(path, OK + one + "\r\n" + other + "\r\n\r\nbody");

        assertThat(gateway.get(path).status()).isEqualTo(502);
    }

    @Test
    void whatIsNoHttp_isAnError() {
        origin.on("/noise", "SSH-2.0-OpenSSH_9.9\r\n\r\n");
        origin.on("/silence", "");

        assertThat(gateway.get("/noise").status()).isEqualTo(502);
        assertThat(gateway.get("/silence").status()).isEqualTo(502);
    }

    /** R18: a document in a coding that is not known would leak what it leads to. */
    @Test
    void documentInAnUnknownCoding_isRefused() {
        origin.on("/coded", HTML + "Content-Encoding: x-rot13\r\nContent-Length: 4\r\n\r\nobql");

        assertThat(gateway.get("/coded").status()).isEqualTo(502);
    }

    @Test
    void documentInGzipThatIsNotSaid_isRewrittenAllTheSame() throws IOException {
        byte[] page = ("<a href=\"" + origin.url() + "/x\">x</a>").getBytes(StandardCharsets.UTF_8);
        origin.on("/undeclared", message(HTML, gzip(page)));

        assertThat(gateway.get("/undeclared").text()).contains("https://" + TestGateway.HOST + "/x");
    }

    @Test
    void documentInGzip_isRewritten_andCodedForWhoLikesThat() throws IOException {
        byte[] page = ("<a href=\"" + origin.url() + "/x\">x</a>" + " ".repeat(2000)).getBytes(StandardCharsets.UTF_8);
        origin.on("/gzip", message(HTML + "Content-Encoding: gzip\r\n", gzip(page)));

        Answer plain = gateway.get("/gzip");
        Answer coded = gateway.get("/gzip", "Accept-Encoding: gzip");

        assertThat(plain.text()).contains("https://" + TestGateway.HOST + "/x");
        assertThat(plain.field("content-encoding")).isEmpty();
        assertThat(plain.field("vary")).isEqualTo("Accept-Encoding");
        assertThat(coded.field("content-encoding")).isEqualTo("gzip");
        assertThat(coded.field("etag")).isNotEqualTo(plain.field("etag"));
    }

    @Test
    void gzipThatIsBroken_isRefused() throws IOException {
        byte[] broken = gzip("<html>".repeat(100).getBytes(StandardCharsets.UTF_8));
        broken[broken.length - 5] ^= 1;
        origin.on("/broken-gzip", message(HTML + "Content-Encoding: gzip\r\n", broken));

        assertThat(gateway.get("/broken-gzip").status()).isEqualTo(502);
    }

    /** R7: what is small as it comes may be huge when unpacked. */
    @Test
    void gzipBomb_isRefused() throws IOException {
        origin.on("/bomb", message(HTML + "Content-Encoding: gzip\r\n", gzip(new byte[40 << 20])));

        assertThat(gateway.get("/bomb").status()).isEqualTo(502);
    }

    /** R3: redirects are the visitor's to follow, and stay on the host. */
    @Test
    void redirects_arePassedOn_neverFollowed() {
        origin.on("/loop", "HTTP/1.1 302 Found\r\nLocation: " + origin.url() + "/loop\r\nContent-Length: 0\r\n\r\n");
        origin.on("/inside", "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");

        Answer loop = gateway.get("/loop");

        assertThat(loop.status()).isEqualTo(302);
        assertThat(loop.field("location")).isEqualTo("https://" + TestGateway.HOST + "/loop");
        assertThat(gateway.get("/inside").status()).isEqualTo(302);
    }

    /** A 304 is an answer to a condition, and there was none. */
    @Test
    void notModified_thatNobodyAskedFor_isAnError() {
        origin.on("/304", "HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=1000\r\n\r\n");

        assertThat(gateway.get("/304").status()).isEqualTo(502);
    }

    /** RFC 9110, section 7.6.1. */
    @Test
    void fieldsOfTheConnection_areNotPassedOn() {
        origin.on(
                "/hop",
                OK + "Connection: close, X-Secret\r\nX-Secret: 1\r\nKeep-Alive: timeout=5\r\n"
                        + "Proxy-Authenticate: x\r\nContent-Length: 4\r\n\r\nbody");

        Answer answer = gateway.get("/hop");

        assertThat(answer.field("x-secret")).isEmpty();
        assertThat(answer.field("keep-alive")).isEmpty();
        assertThat(answer.field("proxy-authenticate")).isEmpty();
    }

    /** What speaks for the origin's own host is not said of ours (R13). */
    @Test
    void fieldsOfTheOriginsHost_areNotPassedOn() {
        origin.on(
                "/own",
                OK + "Strict-Transport-Security: max-age=1; preload\r\nAlt-Svc: h3=\":443\"\r\n"
                        + "Clear-Site-Data: \"*\"\r\nNEL: {}\r\nContent-Length: 4\r\n\r\nbody");

        assertThat(gateway.get("/own").fields())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT)
                        .matches("(strict-transport-security|alt-svc|clear-site-data|nel):.*"));
    }

    @Test
    void http10Origin_isMirrored() {
        origin.on(
                "/old", "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nCache-Control: max-age=1000\r\n\r\n<p>old</p>");

        assertThat(RawHttp.get(gateway.port(), TestGateway.HOST, "/old").text()).isEqualTo("<p>old</p>");
    }

    private static byte[] message(String head, byte[] body) {
        byte[] fields = (head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[fields.length + body.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(body, 0, all, fields.length, body.length);
        return all;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
