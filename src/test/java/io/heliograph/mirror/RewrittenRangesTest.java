package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import io.heliograph.mirror.RewrittenTypes.Document;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R17, and RFC 9110, section 14: the ranges of what was rewritten are of what is served, on each host. */
class RewrittenRangesTest {

    private static final List<String> HOSTS = List.of(TestGateway.HOST, TestGateway.MIRROR);

    /** A prime, so that ranges end in the middle of words, escapes and characters. */
    private static final int STEP = 23;

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

    static Stream<Document> documents() {
        return RewrittenTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rangesOfARewrittenDocument_areTheDocument(Document document) {
        String path = "/ranges" + document.path();
        mirror.origin()
                .on(
                        path,
                        request -> request.response()
                                .putHeader("content-type", document.type())
                                .putHeader("etag", "\"origin\"")
                                .putHeader("cache-control", "max-age=1000")
                                .end(Buffer.buffer(document.at(mirror.origin().url("")))));
        // Whoever comes first may be one who wants a part.
        assertThat(get(TestGateway.HOST, path, "Range: bytes=0-9").status()).isEqualTo(206);

        for (String host : HOSTS) {
            Answer whole = get(host, path);
            String tag = whole.field("etag");
            assertThat(whole.text()).contains("://" + host + "/");
            assertThat(tag).startsWith("\"").isNotEqualTo("\"origin\"");

            assertThat(together(host, path, tag, whole.body().length)).isEqualTo(whole.body());
            assertThat(get(host, path, "Range: bytes=-5").text())
                    .isEqualTo(get(host, path, "Range: bytes=" + (whole.body().length - 5) + "-")
                            .text());
            assertThat(get(host, path, "Range: bytes=" + whole.body().length + "-")
                            .status())
                    .isEqualTo(416);
            assertThat(get(host, path, "Range: bytes=0-9", "If-Range: \"origin\"")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(mirror.asked(path)).isEqualTo(1);
        assertThat(mirror.origin().asked()).noneMatch(asked -> asked.fields().containsKey("range"));
    }

    /** RFC 9110, section 13.1.5: what was rewritten for one host is not continued with what was for another. */
    @ParameterizedTest
    @MethodSource("documents")
    void tagOfAnotherHost_getsTheWhole(Document document) {
        String path = "/hosts" + document.path();
        mirror.serve(
                path,
                document.at(mirror.origin().url("")),
                "content-type",
                document.type(),
                "cache-control",
                "max-age=1000");
        String tag = get(TestGateway.HOST, path).field("etag");

        assertThat(get(TestGateway.MIRROR, path, "Range: bytes=0-9", "If-Range: " + tag)
                        .status())
                .isEqualTo(200);
    }

    private static byte[] together(String host, String path, String tag, int length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; at < length; at += STEP) {
            int last = Math.min(at + STEP, length) - 1;
            Answer part = get(host, path, "Range: bytes=" + at + "-" + last, "If-Range: " + tag);
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.field("etag")).isEqualTo(tag);
            assertThat(part.field("content-range")).isEqualTo("bytes " + at + "-" + last + "/" + length);
            all.writeBytes(part.body());
        }
        return all.toByteArray();
    }

    private static Answer get(String host, String path, String... fields) {
        return RawHttp.get(mirror.gateway().port(), host, path, fields);
    }
}
