package io.heliograph.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 8259. */
class JsonWriterTest {

    @Test
    void string_comesBackAsItWas_whateverIsInIt() {
        // Given (section 7): every code point but surrogates and the mark of an open host.
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x30000; c++) {
            if (c != 1 && (c < 0xd800 || c > 0xdfff)) {
                all.appendCodePoint(c);
            }
        }

        // When
        String json = json(new JsonWriter(0).object().text("a", all.toString()).endObject());

        // Then
        assertThat(Json.parse(json).getString("a").contentEquals(all)).isTrue();
        assertThat(json.strip().chars()).noneMatch(c -> c < ' ');
    }

    @Test
    void string_hasAReplacement_forALoneSurrogate() {
        assertThat(Json.parse(json(new JsonWriter(0)
                                .object()
                                .text("a", "x\ud83dy\ude00")
                                .endObject()))
                        .getString("a"))
                .isEqualTo("x\ufffdy\ufffd");
    }

    @Test
    void openHost_isASlot() {
        assertThat(json(new JsonWriter(0).object().text("a", "\u0001/b").endObject()))
                .isEqualTo("{\"a\":\"https://news.example/b\"}\n");
    }

    @Test
    void commas_standBetweenMembersAlone() {
        // Given
        JsonWriter json = new JsonWriter(0);

        // When
        json.object().text("a", "1").number("b", 2).modified("c").texts("d", List.of("x", "y"));
        json.list(
                "e", List.of("x", "y"), (j, text) -> j.object().text("z", text).endObject());
        json.object("f").endObject().array("g").endArray().text("h", "i").endObject();

        // Then
        assertThat(Json.parse(json(json))).isEqualTo(new JsonObject("""
                        {"a":"1","b":2,"c":"noon","d":["x","y"],"e":[{"z":"x"},{"z":"y"}],"f":{},"g":[],"h":"i"}"""));
    }

    @Test
    void emptyTextsAndLists_areNotWritten() {
        // Given
        JsonWriter json = new JsonWriter(0).object();

        // When
        json.text("a", "")
                .texts("b", List.of())
                .list("c", List.of(), (j, x) -> j.object())
                .endObject();

        // Then
        assertThat(json(json)).isEqualTo("{}\n");
    }

    private static String json(JsonWriter writer) {
        return new String(writer.finish().modified("noon").on("https://news.example"), UTF_8);
    }
}
