package io.heliograph.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R12 and R20: sitemaps that are packed and not coded, as robots.txt names them, lead to the host that was asked. */
class PackedDocumentTest {

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String unpacked(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }

    private static String sitemap(String host) {
        return "<urlset><url><loc>" + host + "/a</loc></url></urlset>";
    }

    private static void serve(String path, String type, boolean length, byte[] body) {
        mirror.origin().on(path.replaceAll("\\?.*", ""), request -> {
            request.response().putHeader("cache-control", "max-age=1000").putHeader("etag", "\"v1\"");
            if (!type.isEmpty()) {
                request.response().putHeader("content-type", type);
            }
            request.response().setChunked(!length).end(Buffer.buffer(body));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/sitemap.xml.gz, application/gzip, true",
        "/Sitemap-2.xml.gz?v=1, application/x-gzip, true",
        "/maps/news-sitemap3.xml.gz, application/octet-stream, false",
        "/sitemap4.xml.gz, '', true",
        "/guide.xml.gz, application/x-gunzip, true",
    })
    void sitemap_leadsToTheHost(String path, String type, boolean length) throws IOException {
        serve(path, type, length, packed(sitemap(mirror.origin().url("")).getBytes(UTF_8)));

        Answer answer = mirror.get(path, "Accept-Encoding: gzip, br");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(unpacked(answer.body())).isEqualTo(sitemap("https://" + TestGateway.HOST));
        assertThat(answer.field("content-encoding")).isEmpty();
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.field("content-length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.field("etag")).startsWith("\"").isNotEqualTo("\"v1\"");
        assertThat(mirror.get(path, "If-None-Match: " + answer.field("etag")).status())
                .isEqualTo(304);
        assertThat(mirror.get(path, "Range: bytes=0-3").body()).isEqualTo(Arrays.copyOf(answer.body(), 4));
        assertThat(mirror.asked(path)).isEqualTo(1);
    }

    @Test
    void list_leadsToTheHost() throws IOException {
        serve(
                "/sitemap5.txt.gz",
                "application/gzip",
                true,
                packed((mirror.origin().url("/a") + "\n" + mirror.origin().url("/b") + "\n").getBytes(UTF_8)));

        assertThat(unpacked(mirror.get("/sitemap5.txt.gz").body()))
                .isEqualTo("https://news.example/a\nhttps://news.example/b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap6.xml.gz", "/archive.tar.gz", "/sitemap.bin"})
    void rest_isAsItCame(String path) throws IOException {
        byte[] body = packed("<urlset><url><loc>https://other.example/</loc></url></urlset>".getBytes(UTF_8));
        serve(path, "application/gzip", true, body);

        Answer answer = mirror.get(path);

        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.field("etag")).isEqualTo("\"v1\"");
    }

    /** R7: what unpacks to more than the largest document is not unpacked. */
    @Test
    void bomb_orWhatIsBroken_isAsItCame() throws IOException {
        byte[] bomb = packed(new byte[17 << 20]);
        byte[] broken = Arrays.copyOf(packed(sitemap(mirror.origin().url("")).getBytes(UTF_8)), 30);
        serve("/sitemap7.xml.gz", "application/gzip", true, bomb);
        serve("/sitemap8.xml.gz", "application/gzip", false, broken);

        assertThat(mirror.get("/sitemap7.xml.gz").body()).isEqualTo(bomb);
        assertThat(mirror.get("/sitemap8.xml.gz").body()).isEqualTo(broken);
    }
}
