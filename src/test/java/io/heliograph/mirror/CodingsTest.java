package io.heliograph.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R7 and R18: the content codings of origins are undone (RFC 9110, section 8.4), within bounds. */
class CodingsTest {

    private static final byte[] TEXT = "some text".getBytes(UTF_8);
    private static final long MOST = 1 << 20;

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zstd(int window) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.setLong(window).write(TEXT);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, x-gzip", "GZIP ,identity, gzip", " gzip,, gzip"})
    void codings_areUndoneInTheirOrder(String field) throws Exception {
        assertThat(Codings.undo(gzip(gzip(TEXT)), field, MOST)).isEqualTo(TEXT);
    }

    @Test
    void codingsWithoutEnd_areRefused() throws IOException {
        byte[] five = gzip(gzip(gzip(gzip(gzip(TEXT)))));

        assertThatThrownBy(() -> Codings.undo(five, "gzip, gzip, gzip, gzip, gzip", MOST))
                .isInstanceOf(OriginFailure.class);
    }

    /** RFC 9659: eight mebibytes are what a sender may look back; who wants more wants our memory. */
    @Test
    void zstd_looksBackAsFarAsItMay_andNoFurther() throws Exception {
        byte[] within = zstd(23);
        byte[] beyond = zstd(27);

        assertThat(Codings.undo(within, "zstd", MOST)).isEqualTo(TEXT);
        assertThatThrownBy(() -> Codings.undo(beyond, "zstd", MOST)).isInstanceOf(OriginFailure.class);
    }
}
