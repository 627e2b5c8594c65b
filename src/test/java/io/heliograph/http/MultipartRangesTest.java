package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9110, section 14.6. */
class MultipartRangesTest {

    private static final ByteRange.Part ONE = new ByteRange.Part(0, 1);
    private static final ByteRange.Part OTHER = new ByteRange.Part(10, 14);

    @Test
    void parts_haveHeads_andTheLengthIsThatOfAll() {
        MultipartRanges several = new MultipartRanges("b", "video/mp4", List.of(ONE, OTHER), 20);

        String body = several.head(ONE) + "01" + several.head(OTHER) + "abcde" + several.end();

        assertThat(several.contentType()).isEqualTo("multipart/byteranges; boundary=b");
        assertThat(body)
                .isEqualTo("\r\n--b\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-1/20\r\n\r\n01"
                        + "\r\n--b\r\nContent-Type: video/mp4\r\nContent-Range: bytes 10-14/20\r\n\r\nabcde"
                        + "\r\n--b--\r\n");
        assertThat(several.bytes()).isEqualTo(body.getBytes(StandardCharsets.ISO_8859_1).length);
    }

    @Test
    void partsOfUnknownType_haveNone() {
        assertThat(new MultipartRanges("b", "", List.of(ONE), 20).head(ONE)).doesNotContain("Content-Type");
    }
}
