package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema that editors check configurations by. */
class ConfigSchemaTest extends ConfigFixture {

    private static final Path SCHEMA = Path.of("config/heliograph.schema.json");

    @Test
    void schema_acceptsWhatTheReaderAccepts() throws IOException {
        assertThat(validate(GOOD)).isEmpty();
        assertThat(validate(Files.readString(SHIPPED))).isEmpty();
        assertThat(
                        validate(
                                "sites: [{id: a, hosts: ['http://a.example'], prefix: /-, mirror: {origin: 'https://b.example',"
                                        + " also: ['https://c.example'], methods: [GET], strict: true, forward: [X], cookies: drop,"
                                        + " query: {drop: [utm_*]}, canonical: host, robots: noindex, maxStale: 7d, memory: 64MB, disk: 0B}}]"))
                .isEmpty();
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], mirror: {origin: 'https://b.example',"
                        + " cookies: {allow: [a]}}}]"))
                .isEmpty();
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], mirror: {origin: 'https://b.example',"
                        + " addresses: [192.0.2.10, '192.0.2.11:8443', '[2001:db8::1]:443', '2001:db8::2', b.example.net],"
                        + " also: ['https://c.example', {origin: 'https://d.example', hosts: ['http://d.a.example'],"
                        + " addresses: [192.0.2.12]}]}}]"))
                .isEmpty();
    }

    @Test
    void schema_refusesUnknownKeysAndMissingOnes() throws IOException {
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], origins: [{folder: .}], colour: red}]"))
                .isNotEmpty();
        assertThat(validate("server: {prt: 1}\nsites: [{id: a, hosts: ['http://a'], origins: [{folder: .}]}]"))
                .isNotEmpty();
        assertThat(validate("sites: []")).isNotEmpty();
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], mirror: {origin: 'https://b.example',"
                        + " also: [{hosts: ['http://d.a.example']}]}}]"))
                .isNotEmpty();
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example']}]")).isNotEmpty();
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], mirror: {strict: true}}]"))
                .isNotEmpty();
    }

    @Test
    void schema_knowsChosenFeeds() throws IOException {
        String feeds = "feedSize: 1MB\nfeeds: [{id: a, title: A, include: {sections: [B], media: [live]}}]\n";

        assertThat(validate(GOOD + feeds.indent(4))).isEmpty();
        assertThat(validate(GOOD + feeds.replace("live", "film").indent(4))).isNotEmpty();
        assertThat(validate(GOOD + feeds.replace("include: ", "contain: ").indent(4)))
                .isNotEmpty();
    }

    @Test
    void schema_namesTheKeysThatTheReaderKnows() throws IOException {
        JsonObject schema = new JsonObject(Files.readString(SCHEMA));

        for (String part : List.of("server", "ops", "cache", "media", "outbound")) {
            List<ConfigError> errors = errors(part + ": { no-such-key: 1 }\n" + GOOD.substring(GOOD.indexOf("sites:")));
            assertThat(errors.get(0).expected())
                    .isEqualTo("one of "
                            + String.join(
                                    ", ",
                                    schema
                                            .getJsonObject("properties")
                                            .getJsonObject(part)
                                            .getJsonObject("properties")
                                            .fieldNames()
                                            .stream()
                                            .sorted()
                                            .toList()));
        }
    }

    private static List<String> validate(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(json(value).toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Object json(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, member) -> object.put(String.valueOf(key), json(member)));
            return object;
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(member -> array.add(json(member)));
            return array;
        }
        return value;
    }
}
