package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of files that articles have, and files that are not what they were. */
class MediaFilesTest extends MediaFilesFixture {

    /* ---------------- Kinds ---------------- */

    @ParameterizedTest
    @CsvSource({
        "jpg, ferry.jpg, image/jpeg",
        "mp4, media/ferry-crossing.mp4, video/mp4",
        "vtt, media/ferry-crossing.en.vtt, text/vtt",
        "m3u8, media/ferry-crossing/master.m3u8, application/vnd.apple.mpegurl",
    })
    void file_isServedAsItsKind(String kind, String file, String type) throws IOException {
        // Of pictures, what is kept is not what was given.
        Path given = TestGateway.articles(directory).resolve(file);
        byte[] bytes = Files.readAllBytes(kind.equals("jpg") ? kept(file) : given);

        RawHttp.Answer answer = gateway.get(paths.get(kind));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.field("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.field("access-control-allow-origin"))
                .as("players on other sites")
                .isEqualTo("*");
        assertThat(answer.field("vary")).as("no coding is chosen").isEmpty();
    }

    @Test
    void playlist_leadsToItsPartsOnTheSameHost() {
        String master = paths.get("m3u8");
        String variant = gateway.get(master)
                .text()
                .lines()
                .filter(line -> line.endsWith(".m3u8"))
                .findFirst()
                .orElseThrow();
        String variantPath = URI.create(master).resolve(variant).getPath();
        String segment = gateway.get(variantPath)
                .text()
                .lines()
                .filter(line -> line.endsWith(".ts"))
                .findFirst()
                .orElseThrow();

        RawHttp.Answer answer =
                gateway.get(URI.create(variantPath).resolve(segment).getPath(), "Range: bytes=0-187");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.field("content-type")).isEqualTo("video/mp2t");
        assertThat(answer.body()[0]).as("sync byte of a transport stream").isEqualTo((byte) 0x47);
    }

    @ParameterizedTest
    @CsvSource({"jpg", "mp4", "vtt", "m3u8", "mp3 long"})
    void head_hasTheFieldsOfGet(String kind) {
        RawHttp.Answer get = RawHttp.get(gateway.port(), TestGateway.HOST, paths.get(kind));

        RawHttp.Answer head = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, paths.get(kind));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.fields().stream().filter(field -> !field.startsWith("date")))
                .as("RFC 9110, section 9.3.2")
                .containsExactlyElementsOf(get.fields().stream()
                        .filter(field -> !field.startsWith("date"))
                        .toList());
        assertThat(head.closed()).as("nothing follows the fields").isTrue();
    }
}
