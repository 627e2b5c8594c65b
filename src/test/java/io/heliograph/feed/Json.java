package io.heliograph.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as a strict parser reads it. */
public final class Json {

    private Json() {}

    /** An object without a field that is there twice (RFC 8259, section 4). */
    public static JsonObject parse(String document) {
        JsonFactory factory = JsonFactory.builder().build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser parser = factory.createParser(document)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        } catch (IOException e) {
            throw new AssertionError(document, e);
        }
        return new JsonObject(document);
    }

    public static List<JsonObject> objects(JsonObject parent, String field) {
        return parent.getJsonArray(field, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Readers in loose languages trip over both. */
    public static void assertNothingNullOrEmpty(Object value) {
        if (value instanceof JsonObject object) {
            assertThat(object).isNotEmpty();
            object.forEach(field -> assertNothingNullOrEmpty(field.getValue()));
        } else if (value instanceof JsonArray array) {
            assertThat(array).isNotEmpty();
            array.forEach(Json::assertNothingNullOrEmpty);
        } else {
            assertThat(value).isNotNull().isNotEqualTo("");
        }
    }

    /** The values of fields that are called url, image or thumbnail, or end so. */
    public static List<String> urls(JsonObject object) {
        List<String> urls = new ArrayList<>();
        for (Map.Entry<String, Object> field : object) {
            if (field.getValue() instanceof JsonObject child) {
                urls.addAll(urls(child));
            } else if (field.getValue() instanceof JsonArray array) {
                array.stream()
                        .filter(JsonObject.class::isInstance)
                        .forEach(child -> urls.addAll(urls((JsonObject) child)));
            } else if (field.getKey().matches("(.*_)?(url|image|icon)|thumbnail|brandedThumbnail")) {
                urls.add((String) field.getValue());
            }
        }
        return urls;
    }
}
