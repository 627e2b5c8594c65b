package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R10: the charset by byte order mark, field, and document, in this order. */
class EncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "text/html; charset=iso-8859-1 ~ <meta charset=utf-8> ~ windows-1252",
                "text/html;charset=\"UTF-8\" ~ <meta charset=latin1> ~ UTF-8",
                "text/html ~ <!-- <meta charset=big5> --><meta charset=shift_jis> ~ windows-31j",
                "text/html ~ <meta http-equiv=Content-Type content='text/html; charset=KOI8-R'> ~ KOI8-R",
                "text/html ~ <meta charset=utf-16> ~ UTF-8",
                "text/html ~ <p> ~ UTF-8",
                "text/html; charset=no-such-thing ~ <p> ~ ISO-8859-1",
                "text/html; charset=utf-32 ~ <p> ~ ISO-8859-1",
                "text/html; charset=ibm037 ~ <p> ~ ISO-8859-1",
                "text/html ~ <meta charset=x-utf-16le-bom> ~ ISO-8859-1",
                "text/css ~ @charset \"windows-1251\"; ~ windows-1251",
                "text/xml ~ <?xml version='1.0' encoding='ISO-8859-2'?> ~ ISO-8859-2",
                "text/xml ~ <a/> ~ UTF-8",
            })
    void charset_isFound(String type, String body, String charset) {
        assertThat(Encoding.of(Syntax.ofType(type), type, body.getBytes(UTF_8)).charset())
                .isEqualTo(Charset.forName(charset));
    }

    @Test
    void byteOrderMark_comesFirst() {
        byte[] body = "\ufeff<meta charset=latin1>".getBytes(UTF_8);

        assertThat(Encoding.of(Syntax.HTML, "text/html; charset=latin1", body).charset())
                .isEqualTo(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "windows-1252", "EUC-JP", "EUC-KR", "windows-31j", "Big5", "GBK", "GB18030", "KOI8-R"})
    void bytes_outsideUrls_stay(String charset) {
        // Given text whose second bytes look like backslashes and letters in some of them.
        String page = "<style>a{content:'\u8868';b:url(~)}</style><a title=\u8868 href='~'>\u8868\u5341\u529f</a>"
                + "<script>x='\u8868\u8868';y='~'</script>";
        Charset used = Charset.forName(charset);
        byte[] before = page.replace("~", "https://www.example.org/x").getBytes(used);

        // When
        Rewritten after = Mirrored.rewritten("text/html; charset=" + charset, Mirrored.PAGE, before);

        // Then
        assertThat(after.body().on(Mirrored.HOST))
                .isEqualTo(page.replace("~", "https://news.example/x").getBytes(used));
    }

    /** URL Standard, section 3.3: wide letters and dots of other scripts are those of ASCII in a host. */
    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "GBK", "Big5", "EUC-JP"})
    void hosts_areReadInTheCharset(String charset) {
        String page =
                "<a href='http://\uff57\uff57\uff57\uff0eexample.org/x'>\u8868</a><a href='http://&#87;\uff57w.example.org/'>";

        assertThat(Mirrored.on("text/html; charset=" + charset, Mirrored.PAGE, page, Charset.forName(charset)))
                .isEqualTo("<a href='https://news.example/x'>\u8868</a><a href='https://news.example/'>");
    }

    @Test
    void bytes_thatAreNoText_stay() {
        // Given
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (int i = 1; i < 256; i++) {
            page.write(i == '<' || i == '&' ? ' ' : i);
        }
        page.writeBytes("<a href='https://www.example.org/".getBytes(US_ASCII));
        page.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc3, 0x28});
        page.writeBytes("'>".getBytes(US_ASCII));
        String before = page.toString(ISO_8859_1);

        // When
        byte[] after = Mirrored.rewritten("text/html", Mirrored.PAGE, page.toByteArray())
                .body()
                .on(Mirrored.HOST);

        // Then
        assertThat(new String(after, ISO_8859_1)).isEqualTo(before.replace("https://www.example.org", Mirrored.HOST));
    }

    /** R10: every byte outside what is replaced stays, also where a character has two. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE, text/html, true", "UTF-16BE, text/html; charset=utf-16be, false", "UTF-16BE, text/xml, true"
    })
    void wideText_staysWide(Charset wide, String type, boolean marked) {
        // Given
        String page = (marked ? "\ufeff" : "")
                + "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a title=\"\u20ac\" href=\"~/\">\u00e9\ud83d\ude00</a>\u0100";

        // When
        Rewritten rewritten = Mirrored.rewritten(
                type,
                Mirrored.PAGE,
                page.replace("~", "https://www.example.org").getBytes(wide));

        // Then
        byte[] there = page.replace("~", Mirrored.HOST).getBytes(wide);
        assertThat(rewritten.body().on(Mirrored.HOST)).isEqualTo(there);
        assertThat(rewritten.body().lengthOn(Mirrored.HOST)).isEqualTo(there.length);
        assertThat(rewritten.body().rangeOn(Mirrored.HOST, 91, 141)).isEqualTo(Arrays.copyOfRange(there, 91, 141));
    }

    @Test
    void wideText_withoutUrls_staysAsItIs() {
        byte[] body = "\ufeff<p>\u00e9".getBytes(UTF_16LE);

        Rewritten rewritten = Mirrored.rewritten("text/html", Mirrored.PAGE, body);

        assertThat(rewritten.changed()).isFalse();
        assertThat(rewritten.body().on(Mirrored.HOST)).isEqualTo(body);
    }

    /** Its characters are written in bytes that look like ASCII, quotes and brackets among them. */
    @Test
    void japaneseMail_isRewrittenAsItIs() {
        String kanji = "\u001b$B<\"/>/</\u001b(B";
        String body = "<a title='" + kanji + "' href='https://www.example.org/'>" + kanji
                + "</a><script>x='\u001b(J\\\u001b(B'+'https://www.example.org/'</script>";

        String rewritten = Mirrored.on("text/html; charset=iso-2022-jp", Mirrored.PAGE, body);

        assertThat(rewritten).isEqualTo(body.replace("www.example.org", "news.example"));
    }

    /** A name may have letters that the document's charset lacks. */
    @Test
    void nameInEscapes_isReadInAnyCharset() {
        String page = "<script type=application/json>[\"https:\\/\\/b\\u00fccher.example\\/x\"]</script>"
                + "<script>x='https://b\\xfccher.example/x'</script><a href='https://b&uuml;cher.example/x'>";

        assertThat(Mirrored.on("text/html; charset=shift_jis", Mirrored.PAGE, page))
                .isEqualTo(page.replaceAll(
                        "b(\\\\u00fc|\\\\xfc|&uuml;)cher.example", "news.example/-/o/xn--bcher-kva.example"));
    }

    /** Browsers look for it in the whole head. */
    @Test
    void charsetThatComesLate_counts() {
        String head = "<!DOCTYPE html><head><!--" + "x".repeat(3000) + "--><meta charset=%s>";
        String link = "<a href='https://b\u00fccher.example/x'>";
        Charset latin = Charset.forName("windows-1252");

        assertThat(Mirrored.on("text/html", Mirrored.PAGE, head.formatted("windows-1252") + link, latin))
                .endsWith("<a href='https://news.example/-/o/xn--bcher-kva.example/x'>");
        assertThat(Mirrored.on("text/html", Mirrored.PAGE, head.formatted("x").replace("<head>", "<p>") + link, UTF_8))
                .endsWith("<a href='https://news.example/-/o/xn--bcher-kva.example/x'>");
    }
}
