package io.heliograph.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Text;
import io.heliograph.rewrite.HostCondition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** XML 1.0, section 2. */
class XmlWriterTest {

    @Test
    void characters_comeBack_whereXmlAllowsThem() {
        // Given
        StringBuilder all = new StringBuilder();
        StringBuilder legal = new StringBuilder();
        for (int c = 2; c < 0x30000; c++) {
            if (c < 0xd800 || c > 0xdfff) {
                all.appendCodePoint(c);
            }
            if (Text.legal(c)) {
                legal.appendCodePoint(c);
            }
        }

        // When
        XmlWriter writer = new XmlWriter(0).open("a");
        writer.text("b", all.toString()).html("c", all.toString()).close("a");
        Element root = Xml.parse(xml(writer));

        // Then
        assertThat(Xml.text(root, "", "b").contentEquals(legal)).isTrue();
        assertThat(Xml.text(root, "", "c").contentEquals(legal)).isTrue();
    }

    @Test
    void attributes_comeBack_andAreLeftOutWhereEmpty() {
        // When
        Element root = Xml.parse(xml(new XmlWriter(0).empty("a", "b", "\"<&>' ]]>\u00e9\ud83d\ude00", "c", "")));

        // Then
        assertThat(root.getAttribute("b")).isEqualTo("\"<&>' ]]>\u00e9\ud83d\ude00");
        assertThat(root.hasAttribute("c")).isFalse();
    }

    @Test
    void conditions_keepTheirElements_toTheirHosts() {
        // Given
        XmlWriter writer = new XmlWriter(0).open("a").begin(HostCondition.DOTTED);

        // When
        writer.empty("b").end().modified("c").close("a");

        // Then
        assertThat(xml(writer)).endsWith("<a>\n<b/>\n<c>noon</c>\n</a>\n");
    }

    private static String xml(XmlWriter writer) {
        return new String(writer.finish().modified("noon").on("https://news.example"), UTF_8);
    }
}
