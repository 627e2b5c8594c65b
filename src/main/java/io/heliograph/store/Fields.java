package io.heliograph.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one JSON object of a stored document, read as what they should be; absent ones are empty or zero. */
final class Fields {

    private final Map<String, Object> values = new HashMap<>();

    private Fields() {}

    /** Reads the object at which a parser stands, or to which its next token leads. */
    static Fields read(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
            json.nextToken();
        }
        Fields fields = new Fields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            fields.values.put(name, value(json, json.nextToken()));
        }
        return fields;
    }

    String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    long number(String field) {
        return values.get(field) instanceof Long number ? number : 0;
    }

    List<String> texts(String field) {
        return members(field, String.class, Function.identity());
    }

    /** What an object holds; empty if it is absent. */
    <T> Optional<T> object(String field, Function<Fields, T> reader) {
        return values.get(field) instanceof Fields fields ? Optional.of(reader.apply(fields)) : Optional.empty();
    }

    <T> List<T> list(String field, Function<Fields, T> reader) {
        return members(field, Fields.class, reader);
    }

    private <M, T> List<T> members(String field, Class<M> type, Function<M, T> reader) {
        if (!(values.get(field) instanceof List<?> members)) {
            return List.of();
        }
        return members.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(reader)
                .toList();
    }

    private static Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> read(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> "";
        };
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> members = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            members.add(value(json, token));
        }
        return members;
    }
}
