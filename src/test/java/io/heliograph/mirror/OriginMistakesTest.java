package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an origin says of its bodies, and is mistaken about. */
class OriginMistakesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nCache-Control: max-age=1000\r\n";

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

    /** R18: what is not unpacked would not be rewritten. */
    @ParameterizedTest
    @CsvSource({"'', 1", "'', 2", "gzip, 2", "'gzip, gzip', 2"})
    void documentThatIsCodedMoreOftenThanIsSaid_isRewritten(String said, int times) throws IOException {
        byte[] body = page();
        for (int i = 0; i < times; i++) {
            body = gzip(body);
        }
        String path = "/coded-" + said.length() + "-" + times;
        String coding = said.isEmpty() ? "" : "Content-Encoding: " + said + "\r\n";
        origin.on(path, message(OK + "Content-Type: text/html\r\n" + coding, body));

        Answer answer = gateway.get(path);

        assertThat(answer.text()).isEqualTo("<a href=\"https://" + TestGateway.HOST + "/x\">x</a>");
        assertThat(answer.field("content-encoding")).isEmpty();
    }

    /** WHATWG Fetch, "extract a MIME type": of several the last counts; nobody is to read by another. */
    @ParameterizedTest
    @CsvSource({
        "image/png, text/html, text/html",
        "'image/png, text/html', text/html; charset=utf-8, text/html; charset=utf-8",
        "text/html, html, text/html",
        "'text/html; x=\"a, b/c\"', 'text/html', text/html",
    })
    void documentOfTwoTypes_isOfTheLast(String one, String other, String taken) {
        String path = "/types-" + Math.abs((one + other).hashCode());
        origin.on(path, message(OK + "Content-Type: " + one + "\r\nContent-Type: " + other + "\r\n", page()));

        Answer answer = gateway.get(path);

        assertThat(answer.field("content-type")).isEqualTo(taken);
        assertThat(answer.text()).contains(TestGateway.HOST);
    }

    @Test
    void otherThanDocumentOfTwoTypes_isOfTheLast_andOfNoOther() {
        origin.on("/picture", message(OK + "Content-Type: text/html\r\nContent-Type: image/png\r\n", page()));

        assertThat(gateway.get("/picture").field("content-type")).isEqualTo("image/png");
    }

    /** RFC 9111, section 5.1: an age that is none is ignored. */
    @ParameterizedTest
    @CsvSource({"-100", "soon", "1.5"})
    void ageThatIsNone_isNotPassedOn(String age) {
        origin.on("/age" + age, message(OK + "Content-Type: text/plain\r\nAge: " + age + "\r\n", page()));

        assertThat(gateway.get("/age" + age).field("age")).isEmpty();
    }

    /** RFC 9112, section 7: what is under a transfer coding that was not asked for cannot be read, nor told from the body. */
    @ParameterizedTest
    @CsvSource({
        "'gzip, chunked', text/html",
        "'chunked, chunked', text/html",
        "gzip, text/html",
        "br, application/octet-stream",
        "xchunked, application/octet-stream",
        "'chunked, identity', application/octet-stream",
    })
    void bodyUnderTransferCodingThatIsNotChunked_isRefused(String coding, String type) {
        String path = "/transfer-" + Math.abs((coding + type).hashCode());
        origin.on(path, transferred(coding, type));

        assertThat(gateway.get(path).status()).isEqualTo(502);

        origin.on(path, message(OK + "Content-Type: text/plain\r\n", "well".getBytes(StandardCharsets.US_ASCII)));
        assertThat(gateway.get(path).text()).isEqualTo("well");
    }

    /** RFC 9112, section 7: case counts for nothing; RFC 2616 knew a coding that is none. */
    @Test
    void bodyThatIsChunked_orUnderNoCodingThatIsKnown_isRead() {
        origin.on("/chunked", transferred("Chunked", "text/html"));
        origin.on("/identity", transferred("identity", "text/html"));
        origin.on("/odd", transferred("odd", "text/html"));

        assertThat(gateway.get("/chunked").text()).isEqualTo("well");
        assertThat(gateway.get("/identity").text()).isEqualTo("4\r\nwell\r\n0\r\n\r\n");
        assertThat(gateway.get("/odd").text()).isEqualTo("4\r\nwell\r\n0\r\n\r\n");
    }

    /** A chunked body under some coding, to the end of its connection. */
    private static byte[] transferred(String coding, String type) {
        return (OK + "Content-Type: " + type + "\r\nConnection: close\r\nTransfer-Encoding: " + coding
                        + "\r\n\r\n4\r\nwell\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] page() {
        return ("<a href=\"" + origin.url() + "/x\">x</a>").getBytes(StandardCharsets.UTF_8);
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
