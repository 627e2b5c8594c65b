package io.heliograph.origin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7303, section 3, and what documents make of it. */
class DocumentTextTest {

    private static final String TEXT = "<rss>na\u00efve caf\u00e9</rss>";

    /* ---------------- Byte order marks ---------------- */

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void byteOrderMark_isBelievedOverWhateverElseIsSaid(String charset) {
        byte[] bytes = ("\ufeff<?xml version='1.0' encoding='iso-8859-1'?>" + TEXT).getBytes(Charset.forName(charset));

        String text = DocumentText.decode(bytes, "text/xml; charset=windows-1251");

        assertThat(text).isEqualTo("<?xml version='1.0' encoding='iso-8859-1'?>" + TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void secondByteOrderMark_isDroppedToo(String charset) {
        String text = DocumentText.decode(("\ufeff\ufeff" + TEXT).getBytes(Charset.forName(charset)), "");

        assertThat(text).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss>caf\u00e9</rss>", "{\"items\":[\"caf\u00e9\"]}"})
    void utf16WithoutAMark_isKnownByItsZeros(String text) {
        assertThat(DocumentText.decode(text.getBytes(UTF_16BE), "")).isEqualTo(text);
        assertThat(DocumentText.decode(text.getBytes(UTF_16LE), "")).isEqualTo(text);
    }

    /* ---------------- Claims ---------------- */

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "UTF-8,        text/xml; charset=utf-8,           -",
                "UTF-8,        text/xml; charset=\"UTF-8\",       -",
                "UTF-8,        text/xml;charset='utf8',           -",
                "UTF-8,        text/xml; charset=utf8mb4,         -",
                "UTF-8,        text/xml,                          utf8mb4",
                "UTF-8,        -,                                 -",
                "UTF-8,        text/xml,                          UTF-8",
                "UTF-8,        text/xml; charset=nonsense,        -",
                "UTF-8,        text/xml; charset=,                -",
                "UTF-8,        text/xml; charset=%%,              %%",
                "windows-1252, text/xml; charset=iso-8859-1,      -",
                "windows-1252, text/xml; CHARSET=Latin1,          -",
                "windows-1252, text/xml,                          ISO-8859-1",
                "windows-1252, text/xml; charset=us-ascii,        -",
                "windows-1252, -,                                 windows-1252",
                "windows-1252, -,                                 -",
                "ISO-8859-15,  -,                                 iso-8859-15",
                "IBM850,       text/xml; charset=cp850,           -"
            })
    void claimThatTheBytesAgreeWith_isBelieved(String charset, String contentType, String declared) {
        String document = (declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>") + TEXT;

        String text = DocumentText.decode(
                document.getBytes(Charset.forName(charset)), contentType == null ? "" : contentType);

        assertThat(text).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251,  \u041f\u0440\u0438\u0432\u0435\u0442",
        "KOI8-R,        \u041f\u0440\u0438\u0432\u0435\u0442",
        "Shift_JIS,     \u65b0\u805e\u3067\u3059",
        "EUC-JP,        \u65b0\u805e\u3067\u3059",
        "ISO-2022-JP,   \u65b0\u805e\u3067\u3059",
        "GBK,           \u65b0\u95fb\u62a5\u9053",
        "GB18030,       \u65b0\u95fb\u62a5\u9053",
        "Big5,          \u65b0\u805e\u5831\u5c0e",
        "EUC-KR,        \ub274\uc2a4\uc785\ub2c8\ub2e4",
        "windows-1254,  \u0130stanbul",
        "ISO-8859-2,    \u017b\u00f3\u0142\u0107"
    })
    void charsetOfAnotherScript_isReadWhereverItIsNamed(String charset, String words) {
        byte[] bare = words.getBytes(Charset.forName(charset));
        String document = "<?xml version='1.0' encoding='" + charset + "'?><t>" + words + "</t>";

        String byHttp = DocumentText.decode(bare, "text/xml; charset=" + charset);
        String byDeclaration = DocumentText.decode(document.getBytes(Charset.forName(charset)), "text/xml");

        assertThat(byHttp).isEqualTo(words);
        assertThat(byDeclaration).isEqualTo(document);
    }

    @Test
    void httpAndDocumentInConflict_httpIsBelievedWhereTheBytesAgree() {
        byte[] bytes = ("<?xml version='1.0' encoding='iso-8859-1'?><t>\u041f\u0440\u0438</t>")
                .getBytes(Charset.forName("windows-1251"));

        String text = DocumentText.decode(bytes, "text/xml; charset=windows-1251");

        assertThat(text).contains("\u041f\u0440\u0438");
    }

    /** Put together from texts of both kinds. */
    @ParameterizedTest
    @CsvSource({"iso-8859-1, \u00f8", "windows-1252, \u201c", "iso-8859-15, \u20ac"})
    void utf8WithAFewBytesOfTheCharsetThatIsNamed_isReadAsBoth(String named, String stray) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ("<?xml version='1.0' encoding='" + named + "'?><t>" + "gr\u00f8n ".repeat(5)).getBytes(UTF_8));
        bytes.writeBytes(stray.getBytes(Charset.forName(named)));
        bytes.writeBytes("</t>".getBytes(UTF_8));

        String text = DocumentText.decode(bytes.toByteArray(), "text/xml");

        assertThat(text).endsWith("<t>" + "gr\u00f8n ".repeat(5) + stray + "</t>");
    }

    /** Servers say so of everything they have; and any bytes at all agree with it. */
    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "us-ascii", "windows-1251", "latin1", "iso-8859-15"})
    void utf8UnderTheNameOfACharsetOfSingleBytes_isUtf8(String wrong) {
        byte[] bytes = ("<?xml version='1.0' encoding='utf-8'?>" + TEXT).getBytes(UTF_8);

        String text = DocumentText.decode(bytes, "text/xml; charset=" + wrong);

        assertThat(text).contains("na\u00efve caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/xml; charset=utf-8"})
    void utf8ThatCallsItselfLatin_isUtf8(String contentType) {
        byte[] bytes = ("<?xml version='1.0' encoding='iso-8859-1'?>" + TEXT + "\u65b0\u805e").getBytes(UTF_8);

        String text = DocumentText.decode(bytes, contentType);

        assertThat(text).contains("na\u00efve caf\u00e9");
    }

    /** Programs write the charset of their strings into documents of bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16LE", "UTF-16BE", "utf-32", "unicode"})
    void utf8ThatCallsItselfUtf16_isUtf8(String wrong) {
        String even = "<?xml version=\"1.0\" encoding=\"" + wrong + "\"?>" + TEXT;
        String odd = even + " ";

        assertThat(DocumentText.decode(even.getBytes(UTF_8), "")).isEqualTo(even);
        assertThat(DocumentText.decode(odd.getBytes(UTF_8), "text/xml; charset=" + wrong))
                .isEqualTo(odd);
    }

    @Test
    void latinBytesThatCallThemselvesUtf8_areWindows1252() {
        byte[] bytes = "<?xml version='1.0' encoding='utf-8'?><t>na\u00efve \u201cquoted\u201d caf\u00e9</t>"
                .getBytes(Charset.forName("windows-1252"));

        String text = DocumentText.decode(bytes, "text/xml; charset=utf-8");

        assertThat(text).contains("na\u00efve \u201cquoted\u201d caf\u00e9");
    }

    @Test
    void oneBrokenCharacter_spoilsNoUtf8Document() {
        byte[] bytes = (TEXT + "\u20ac\u20ac\u20ac?").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xe9;

        String text = DocumentText.decode(bytes, "text/xml; charset=utf-8");

        assertThat(text).startsWith(TEXT + "\u20ac\u20ac\u20ac");
    }

    @Test
    void c1Bytes_areTheQuotesOfWindowsAndNotControls() {
        byte[] bytes = "<t>\u0093quoted\u0094 \u0085</t>".getBytes(ISO_8859_1);

        String text = DocumentText.decode(bytes, "text/xml; charset=iso-8859-1");

        assertThat(text).isEqualTo("<t>\u201cquoted\u201d \u2026</t>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shortDocument_isRead(int length) {
        String text = DocumentText.decode("<a>".substring(0, length).getBytes(UTF_8), "");

        assertThat(text).isEqualTo("<a>".substring(0, length));
    }
}
