package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes: where they are, and what is expected. */
class ConfigErrorTest extends ConfigFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "server: { prt: 1 }                      | server.prt      | one of bind, drain, fullFetches, port",
                "server: { port: 70000 }                 | server.port     | 0 to 65535",
                "server: { port: eighty }                | server.port     | 0 to 65535",
                "server: { bind: an address }            | server.bind     | an IP address",
                "server: { bind: 300.1.1.1 }             | server.bind     | an IP address",
                "server: { bind: '1::2::3' }             | server.bind     | an IP address",
                "ops: { bind: 127.0.0.0/8 }              | ops.bind        | an IP address",
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
}
