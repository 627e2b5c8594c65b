package io.heliograph.feed.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON read strictly: objects as maps, in which every name is there once, arrays as lists, texts as strings, whole numbers
 * as {@link Long}, all else as what it is called.
 */
final class JsonDocument {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonDocument() {}

    /** The root object; empty if there is none, which is a fault then. */
    static Optional<Map<?, ?>> read(byte[] bytes, Findings findings) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            Object root = value(parser);
            boolean alone = parser.nextToken() == null;
            findings.unless(alone && root instanceof Map, Rule.JSON_WELL_FORMED, "no single object");
            return alone && root instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (JsonProcessingException e) {
            findings.unless(false, Rule.JSON_WELL_FORMED, e.getOriginalMessage());
            return Optional.empty();
        } catch (IOException e) {
            // There is no input but memory.
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        return token == JsonToken.VALUE_NUMBER_INT ? (Object) parser.getLongValue() : String.valueOf(token);
    }

    /** A text of an object; empty if it is absent or something else. */
    static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    /** The objects in an array of an object. */
    static List<Map<?, ?>> objects(Map<?, ?> object, String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (object.get(name) instanceof List<?> array) {
            array.forEach(member -> objects.add(member instanceof Map<?, ?> map ? map : Map.of()));
        }
        return objects;
    }
}
