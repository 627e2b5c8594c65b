package io.heliograph.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.media.picture.Developed.Print;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture's file says: most of it goes, caption and credit stay. */
class NotesTest {

    private final Darkroom darkroom = new Darkroom(1);

    @Test
    void jpeg_losesAllButCaptionAndCredit() throws BadPicture {
        byte[] jpeg = TestPictures.told(TestPictures.jpeg(800, 400), "The quay at noon", "Jane Doe", "The Agency");
        jpeg = TestPictures.turned(jpeg, 1, "From the camera");
        jpeg = TestPictures.with(jpeg, 0xfe, bytes("SecretComment"));
        jpeg = TestPictures.with(jpeg, 0xe5, bytes("SecretSegment"));
        jpeg = TestPictures.joined(jpeg, bytes("PK\u0003\u0004SecretArchive<script>"));

        Developed developed = darkroom.develop(jpeg);

        assertThat(developed.caption()).isEqualTo("The quay at noon");
        assertThat(developed.credit()).isEqualTo("Jane Doe / The Agency");
        assertThat(developed.prints()).hasSize(3);
        for (Print print : developed.prints()) {
            String content = new String(print.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(content).doesNotContain("GPS", "41,9", "Secret", "camera", "Exif", "PK\u0003\u0004", "<script");
            Notes kept = Notes.of(PictureFormat.JPEG.open(print.bytes()).said());
            assertThat(kept).isEqualTo(new Notes("The quay at noon", "Jane Doe", "The Agency", 1));
            assertThat(TestPictures.read(print.bytes()).getWidth()).isEqualTo(print.width());
        }
    }

    @Test
    void png_losesAllTexts() throws BadPicture {
        byte[] png = TestPictures.png(200, 100);
        for (String type : List.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt")) {
            png = TestPictures.withChunk(png, type, bytes("SecretGPS"));
        }

        Print print = darkroom.develop(png).prints().get(0);

        assertThat(print.bytes()).isEqualTo(TestPictures.png(200, 100));
    }

    @Test
    void png_withXmp_givesCaptionAndCredit() throws BadPicture {
        byte[] text = TestPictures.joined(
                bytes("XML:com.adobe.xmp\0\0\0en\0\0"), bytes(new Notes("A bell", "J. Doe", "", 1).packet()));

        Developed developed = darkroom.develop(TestPictures.withChunk(TestPictures.png(40, 30), "iTXt", text));

        assertThat(developed.caption()).isEqualTo("A bell");
        assertThat(developed.credit()).isEqualTo("J. Doe");
        assertThat(developed.prints().get(0).bytes()).isEqualTo(TestPictures.png(40, 30));
    }

    @Test
    void gif_losesComments() throws BadPicture {
        byte[] gif = TestPictures.gif(40, 30, 0xff0000);
        byte[] comment = TestPictures.joined(new byte[] {0x21, (byte) 0xfe, 6}, bytes("Secret"), new byte[] {0});
        byte[] told = TestPictures.joined(
                Arrays.copyOf(gif, gif.length - 1), comment, new byte[] {0x3b}, bytes("SecretTail"));

        assertThat(darkroom.develop(told).prints().get(0).bytes()).isEqualTo(gif);
    }

    @Test
    void exif_givesTheCaptionThatPeopleWrote() throws BadPicture {
        byte[] jpeg = TestPictures.jpeg(40, 30);

        assertThat(darkroom.develop(TestPictures.turned(jpeg, 1, "Été à la mer"))
                        .caption())
                .isEqualTo("Été à la mer");
        assertThat(darkroom.develop(TestPictures.turned(jpeg, 1, "OLYMPUS DIGITAL CAMERA"))
                        .caption())
                .as("written by a machine")
                .isEmpty();
    }

    @Test
    void iptc_givesCaptionAndCredit() throws BadPicture {
        byte[] records = TestPictures.joined(record(120, "The quay"), record(80, "Jane Doe"), record(110, "Agency"));
        byte[] block = TestPictures.joined(
                bytes("Photoshop 3.0\0"),
                bytes("8BIM"),
                new byte[] {4, 4, 0, 0, 0, 0, 0, (byte) records.length},
                records,
                new byte[records.length % 2]);

        Developed developed = darkroom.develop(TestPictures.with(TestPictures.jpeg(40, 30), 0xed, block));

        assertThat(developed.caption()).as("IPTC IIM 4.2, 2:120").isEqualTo("The quay");
        assertThat(developed.credit()).as("2:80 and 2:110").isEqualTo("Jane Doe / Agency");
    }

    @ParameterizedTest
    @CsvSource({
        "Jane Doe, Agency,          Jane Doe / Agency",
        "Jane Doe, Jane Doe/Agency, Jane Doe/Agency",
        "Jane Doe, '',              Jane Doe",
        "'',       Agency,          Agency",
        "'',       '',              ''"
    })
    void credits_nameEachOnce(String creator, String credit, String line) {
        assertThat(new Notes("", creator, credit, 1).credits()).isEqualTo(line);
    }

    @Test
    void xmp_withADocumentType_loadsAndExpandsNothing() {
        String packet = new Notes("Kept", "", "", 1).packet();
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'><!ENTITY f 'ffff'>]>"
                + packet.substring(packet.indexOf("?>") + 2).replace("Kept", "&e;&f;");

        assertThat(XmpPacket.read(bytes(evil)).description()).isEmpty();
    }

    @Test
    void xmp_thatIsBroken_saysWhatStandsBeforeTheDamage() {
        String packet = new Notes("Kept", "Lost", "", 1).packet();

        XmpPacket read = XmpPacket.read(bytes(packet.substring(0, packet.indexOf("Lost"))));

        assertThat(read.description()).isEqualTo("Kept");
        assertThat(read.creator()).isEmpty();
    }

    private static byte[] record(int number, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1c, 2, (byte) number, 0, (byte) text.length()});
        out.writeBytes(bytes(text));
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
