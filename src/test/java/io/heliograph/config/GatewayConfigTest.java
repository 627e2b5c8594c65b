package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.heliograph.article.Host;
import io.heliograph.article.TagAuthority;
import io.heliograph.origin.FeedSettings;
import io.heliograph.origin.FolderSettings;
import io.heliograph.origin.Pictures;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class GatewayConfigTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    private static final Path SHIPPED = Path.of("config/heliograph.yaml");
    private static final Path SCHEMA = Path.of("config/heliograph.schema.json");

    private static final String GOOD = """
            server: { port: 80, bind: 127.0.0.1, trust: [10.0.0.0/8, "2001:db8::/32"], proxyProtocol: true, drain: 3s }
            ops: { port: 0, bind: "::1" }
            data: ../elsewhere
            cache: { memory: 64MB }
            media: { keepUnused: 30d }
            outbound: { allow: [intranet.example] }
            sites:
              - id: news
                title: The News
                description: All of it
                language: pt-br
                timezone: Europe/Lisbon
                authority: news.example,2020-05
                hosts: ["https://News.example/", "http://mirror.example:8080", "https://bücher.example"]
                origins:
                  - { folder: articles,
                      deletions: follow, pictures: link }
                  - feed: https://origin.example/feed.xml
                    every: 15m
            """;

    @TempDir
    Path directory;

    /* ---------------- Good ones ---------------- */

    @Test
    void read_everything_isInTheRoomsSettings() throws Exception {
        GatewayConfig config = read(GOOD);

        assertThat(config.server().port()).isEqualTo(80);
        assertThat(config.server().bind()).isEqualTo("127.0.0.1");
        assertThat(config.server().trusted()).hasSize(2);
        assertThat(config.server().proxyProtocol()).isTrue();
        assertThat(config.server().drain()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.ops().bind()).isEqualTo("::1");
        assertThat(config.store().directory()).isEqualTo(directory.resolveSibling("elsewhere"));
        assertThat(config.media().directory()).isEqualTo(directory.resolveSibling("elsewhere/media"));
        assertThat(config.media().keepUnused()).isEqualTo(Duration.ofDays(30));
        assertThat(config.representations().memoryBytes()).isEqualTo(64L << 20);
        assertThat(config.outbound().allow()).containsExactly("intranet.example");
        SiteSettings site = config.sites().get(0);
        assertThat(site.site().language()).isEqualTo("pt-BR");
        assertThat(site.site().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(site.site().authority()).isEqualTo(new TagAuthority("news.example", "2020-05"));
        assertThat(site.site().hosts())
                .extracting(Host::base)
                .containsExactly("https://news.example", "http://mirror.example:8080", "https://xn--bcher-kva.example");
        assertThat(site.origins())
                .containsExactly(
                        new FolderSettings(
                                directory.resolve("articles"), true, ZoneId.of("Europe/Lisbon"), Pictures.LINK),
                        new FeedSettings(
                                URI.create("https://origin.example/feed.xml"),
                                Duration.ofMinutes(15),
                                Pictures.MIRROR));
    }

    @Test
    void read_theLeast_hasSaneDefaults() throws Exception {
        GatewayConfig config = read("sites: [{id: a, hosts: ['http://a.example'], origins: [{folder: .}]}]");

        assertThat(config.server().port()).isEqualTo(8080);
        assertThat(config.server().trusted()).isEmpty();
        assertThat(config.ops().bind()).isEqualTo("127.0.0.1");
        assertThat(config.store().directory()).isEqualTo(directory.resolve("data"));
        assertThat(config.representations().memoryBytes()).isGreaterThanOrEqualTo(32L << 20);
        assertThat(config.sites().get(0).site().authority()).isEqualTo(new TagAuthority("a.example", "2026"));
    }

    @Test
    void read_theShippedFile_isGood() throws Exception {
        assertThat(GatewayConfig.read(SHIPPED, List.of(), CLOCK).sites()).hasSize(1);
    }

    @Test
    void read_fiveHundredSites_isGood() throws Exception {
        StringBuilder yaml = new StringBuilder("sites:\n");
        for (int i = 0; i < 500; i++) {
            yaml.append("  - {id: s")
                    .append(i)
                    .append(", hosts: ['http://s")
                    .append(i)
                    .append(".example'], origins: [{feed: 'http://o.example/")
                    .append(i)
                    .append("'}]}\n");
        }

        assertThat(read(yaml.toString()).sites()).hasSize(500);
    }

    /* ---------------- Bad ones ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "server: { prt: 1 }                      | server.prt      | one of bind, drain, port",
                "server: { port: 70000 }                 | server.port     | 0 to 65535",
                "server: { port: eighty }                | server.port     | 0 to 65535",
                "server: 5                               | server          | a mapping",
                "server: { trust: [10.0.0.0/33] }        | server.trust[0] | a network",
                "server: { trust: 10.0.0.0/8 }           | server.trust    | a list",
                "server: { proxyProtocol: yes }          | server.proxyProtocol | true or false",
                "server: { proxyProtocol: true }         | server.proxyProtocol | networks of the proxies",
                "server: { drain: 5 }                    | server.drain    | a duration",
                "server: { drain: -5s }                  | server.drain    | a duration",
                "cache: { memory: lots }                 | cache.memory    | a size",
                "cache: { memory: 5B }                   | cache.memory    | a size",
                "media: { keepUnused: 1s }               | media.keepUnused | a duration of at least 3600 s",
                "nonsense: 1                             | nonsense        | one of cache, data",
            })
    void read_aWrongValue_saysWhereAndWhatIsExpected(String line, String key, String expected) {
        List<ConfigError> errors = errors(line + "\n" + GOOD.substring(GOOD.indexOf("sites:")));

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.place()).endsWith("heliograph.yaml:1");
            assertThat(error.key()).isEqualTo(key);
            assertThat(error.expected()).contains(expected);
            assertThat(error.found()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: News           | sites[0].id       ",
                "id: ''             | sites[0].id       ",
                "language: english! | sites[0].language ",
                "timezone: Mars     | sites[0].timezone ",
                "authority: me      | sites[0].authority",
                "authority: me,26   | sites[0].authority",
                "hosts: []          | sites[0].hosts    ",
                "hosts: http://a.example | sites[0].hosts ",
                "hosts: [a.example] | sites[0].hosts[0] ",
                "hosts: [ftp://a.example] | sites[0].hosts[0] ",
                "hosts: [http://a.example/x] | sites[0].hosts[0] ",
                "hosts: [http://a.example?x] | sites[0].hosts[0] ",
                "hosts: [http://u@a.example] | sites[0].hosts[0] ",
                "hosts: [http://a.example:0] | sites[0].hosts[0] ",
                "hosts: [http://a.example, http://A.example:80/] | sites[0].hosts[1] ",
                "origins: []        | sites[0].origins  ",
                "origins: [x]       | sites[0].origins[0] ",
                "origins: [{}]      | sites[0].origins[0].feed ",
                "origins: [{feed: /x}] | sites[0].origins[0].feed ",
                "origins: [{feed: 'http://u:p@a.example'}] | sites[0].origins[0].feed ",
                "origins: [{feed: 'http://a.example', folder: x}] | sites[0].origins[0].folder ",
                "origins: [{feed: 'http://a.example', every: 1s}] | sites[0].origins[0].every ",
                "origins: [{feed: 'http://a.example', deletions: follow}] | sites[0].origins[0].deletions ",
                "origins: [{folder: x, pictures: some}] | sites[0].origins[0].pictures ",
                "pictures: yes        | sites[0].pictures   ",
                "origins: [{folder: x, deletions: all}] | sites[0].origins[0].deletions ",
                "colour: red        | sites[0].colour   ",
            })
    void read_aWrongSite_saysWhere(String line, String key) {
        String name = line.substring(0, line.indexOf(':'));
        StringBuilder yaml = new StringBuilder();
        yaml.append("sites:\n  - ").append(line).append('\n');
        Map<String, String> others =
                Map.of("id", "id: a", "hosts", "hosts: ['http://a.example']", "origins", "origins: [{folder: .}]");
        others.forEach((other, text) -> {
            if (!other.equals(name)) {
                yaml.append("    ").append(text).append('\n');
            }
        });

        List<ConfigError> errors = errors(yaml.toString());

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.key()).isEqualTo(key.strip());
            assertThat(error.place()).endsWith("heliograph.yaml:2");
        });
    }

    @Test
    void read_hostsOfTwoSites_mustDiffer() {
        List<ConfigError> errors = errors("""
                sites:
                  - { id: a, hosts: ["https://x.example"], origins: [{folder: .}] }
                  - { id: b, hosts: ["https://y.example", "http://X.example:443"], origins: [{folder: .}] }
                  - { id: a, hosts: ["http://z.example"], origins: [{folder: .}] }
                """);

        assertThat(errors).extracting(ConfigError::key).containsExactlyInAnyOrder("sites[1].hosts[1]", "sites[2].id");
    }

    @Test
    void read_manyMistakes_saysThemAllAtOnce() {
        assertThat(errors("server: { port: x }\nops: { port: y }\nsites: [{id: A, hosts: [b], origins: [{}]}]"))
                .hasSize(5);
    }

    @Test
    void read_noSites_saysSo() {
        assertThat(errors("server: { port: 1 }")).extracting(ConfigError::key).containsExactly("sites");
    }

    @Test
    void read_brokenYaml_saysTheLine() {
        assertThat(errors("server: { port: 1\nsites: [")).singleElement().satisfies(error -> {
            assertThat(error.place()).contains("heliograph.yaml:");
            assertThat(error.expected()).isEqualTo("valid YAML");
        });
    }

    @Test
    void read_theSameKeyTwice_saysSo() {
        assertThat(errors("data: a\ndata: b\n" + GOOD.substring(GOOD.indexOf("sites:"))))
                .singleElement()
                .satisfies(error -> assertThat(error.place()).endsWith(":2"));
    }

    @Test
    void read_noFile_saysSo() {
        InvalidConfig e = catchThrowableOfType(
                InvalidConfig.class, () -> GatewayConfig.read(directory.resolve("none.yaml"), List.of(), CLOCK));

        assertThat(e.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("no such file"));
    }

    /* ---------------- --set ---------------- */

    @Test
    void set_countsForMoreThanTheFile() throws Exception {
        GatewayConfig config = read(
                GOOD,
                "server.port=0",
                "sites.0.title=Other",
                "sites.news.description=By id",
                "sites.0.hosts.1=http://other.example",
                "server.trust=[]",
                "server.proxyProtocol=false",
                "outbound.allow=[a.example, b.example]");

        assertThat(config.server().port()).isZero();
        assertThat(config.server().trusted()).isEmpty();
        assertThat(config.sites().get(0).site().title()).isEqualTo("Other");
        assertThat(config.sites().get(0).site().description()).isEqualTo("By id");
        assertThat(config.sites().get(0).site().hosts().get(1)).isEqualTo(Host.parse("http://other.example"));
        assertThat(config.outbound().allow()).containsExactlyInAnyOrder("a.example", "b.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "server.port          | key=value",
                "=5                   | key=value",
                "server.port=x        | 0 to 65535",
                "server.nope=1        | one of bind",
                "sites.7.title=x      | a number from 0 to 1",
                "sites.none.title=x   | a number from 0 to 1",
                "data.x=1             | something with keys",
                "server={             | valid YAML",
            })
    void set_wrongly_saysWhichWordsAreWrong(String setting, String expected) {
        assertThat(errors(GOOD, setting.strip())).isNotEmpty().allSatisfy(error -> {
            assertThat(error.place()).contains("--set " + setting.strip());
            assertThat(error.expected()).contains(expected);
        });
    }

    /* ---------------- Without a file ---------------- */

    @Test
    void of_aFeed_isASiteOfItsOwn() throws Exception {
        GatewayConfig config =
                GatewayConfig.of("https://origin.example/feed.xml", List.of("http://localhost:8080"), List.of(), CLOCK);

        SiteSettings site = config.sites().get(0);
        assertThat(site.site().id()).matches("origin-example-[a-z2-7]{6}");
        assertThat(site.site().title()).as("the feed will say").isEmpty();
        assertThat(site.origins()).hasSize(1);
    }

    @Test
    void of_anotherOrigin_isAnotherSite() throws Exception {
        String one = GatewayConfig.of("https://o.example/1", List.of("http://localhost"), List.of(), CLOCK)
                .sites()
                .get(0)
                .site()
                .id();
        String two = GatewayConfig.of("https://o.example/2", List.of("http://localhost"), List.of(), CLOCK)
                .sites()
                .get(0)
                .site()
                .id();

        assertThat(one).isNotEqualTo(two);
    }

    /* ---------------- The schema ---------------- */

    @Test
    void schema_acceptsWhatTheReaderAccepts() throws IOException {
        assertThat(validate(GOOD)).isEmpty();
        assertThat(validate(Files.readString(SHIPPED))).isEmpty();
    }

    @Test
    void schema_refusesUnknownKeysAndMissingOnes() throws IOException {
        assertThat(validate("sites: [{id: a, hosts: ['http://a.example'], origins: [{folder: .}], colour: red}]"))
                .isNotEmpty();
        assertThat(validate("server: {prt: 1}\nsites: [{id: a, hosts: ['http://a'], origins: [{folder: .}]}]"))
                .isNotEmpty();
        assertThat(validate("sites: []")).isNotEmpty();
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

    private GatewayConfig read(String yaml, String... settings) throws InvalidConfig, IOException {
        Path file = Files.writeString(directory.resolve("heliograph.yaml"), yaml);
        return GatewayConfig.read(file, List.of(settings), CLOCK);
    }

    private List<ConfigError> errors(String yaml, String... settings) {
        InvalidConfig e = catchThrowableOfType(InvalidConfig.class, () -> read(yaml, settings));
        assertThat(e).isNotNull();
        return e.errors();
    }
}
