package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.article.Selection;
import io.heliograph.article.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms of feeds, and secrets that come from elsewhere. */
class TermsConfigTest extends ConfigFixture {

    private static final String ADAS = "k3Jx_9vQz1Lm-2Rt7WbYc4";
    private static final String BOS = "0d9f3b7c1e5a8264f0b1c7d3e9a5821f";

    private static final String SITE = """
            sites:
              - id: news
                hosts: ["https://news.example"]
                origins: [{ folder: . }]
                terms:
            """;

    private static String site(String terms) {
        return SITE + terms.indent(6);
    }

    private GatewayConfig readIn(Map<String, String> environment, String yaml) throws InvalidConfig, IOException {
        Path file = Files.writeString(directory.resolve("heliograph.yaml"), yaml);
        return GatewayConfig.read(file, List.of(), CLOCK, environment);
    }

    private List<ConfigError> errorsIn(Map<String, String> environment, String yaml) {
        InvalidConfig e = catchThrowableOfType(InvalidConfig.class, () -> readIn(environment, yaml));
        assertThat(e).isNotNull();
        assertThat(e.toString()).doesNotContain(ADAS, BOS);
        return e.errors();
    }

    @Test
    void terms_areReadForEachFeed() throws InvalidConfig, IOException {
        Files.writeString(directory.resolve("bo"), BOS + "\n");

        Terms terms = readIn(Map.of("ADA", ADAS), site("""
                        - for: [/, /sections/harbour]
                          subscribers:
                            - { name: ada, token: "${env:ADA}" }
                            - { name: bo, token: "${file:bo}" }
                        - maxAge: 15m
                        """)).sites().get(0).terms();

        assertThat(terms.of(Selection.WHOLE).admits(ADAS)).isTrue();
        assertThat(terms.of(new Selection.InSection("harbour")).admits(BOS)).isTrue();
        assertThat(terms.of(new Selection.InSection("harbour")).maxAge()).hasMinutes(15);
        assertThat(terms.isPublic(new Selection.InTag("sea"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- { subscribers: [{ name: ada, token: k3Jx_9vQz1Lm-2Rt7WbYc4 }] } | token | written out",
                "- { subscribers: [{ name: ada, token: '${env:NONE}' }] }         | token | not set",
                "- { subscribers: [{ name: ada, token: '${file:none}' }] }        | token | no file",
                "- { subscribers: [{ name: ada, token: '${env:SHORT}' }] }        | token | 5 characters",
                "- { subscribers: [{ name: ada, token: '${env:DULL}' }] }         | token | repeats",
                "- { subscribers: [{ name: ada, token: '${what:ADA}' }] }         | token | ${what:ADA}",
                "- { subscribers: [{ name: ada, token: '${env:ADA' }] }           | token | ${env:ADA",
                "- { subscribers: [{ name: ada }] }                               | token | nothing",
                "- { subscribers: [{ token: '${env:ADA}' }] }                     | name  | nothing",
                "- { subscribers: [{ name: A, token: '${env:ADA}' }] }            | name  | \"A\"",
                "- { subscribers: [{ name: a, token: '${env:ADA}' }, { name: a, token: '${env:BO}' }] } | name | second",
                "- { subscribers: [{ name: a, token: '${env:ADA}' }, { name: b, token: '${env:ADA}' }] } | token | another",
                "- { for: [/nowhere/x/y], maxAge: 1h }                            | for[0] | nowhere",
                "- { for: [/], maxAge: 1s }                                       | maxAge | \"1s\"",
                "- { for: [/] }                                                   | maxAge | without",
                "- { for: [/], maxAge: 1h, colour: red }                          | colour | not known",
            })
    void mistake_isTold_withoutTheSecret(String terms, String key, String found) {
        List<ConfigError> errors = errorsIn(
                Map.of("ADA", ADAS, "BO", BOS, "SHORT", "short", "DULL", "aaaaaaaaaaaaaaaaaaaaaaaa"), site(terms));

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.key()).endsWith(key);
            assertThat(error.found()).contains(found);
            assertThat(error.place()).contains("heliograph.yaml:");
        });
    }

    @Test
    void feed_mayNotHaveTermsTwice() {
        assertThat(errorsIn(Map.of(), site("- { for: [/], maxAge: 1h }\n- { for: [/], maxAge: 2h }")))
                .singleElement()
                .satisfies(error -> assertThat(error.key()).isEqualTo("sites[0].terms[1].for[0]"));
    }

    @Test
    void maxAge_besideAnOriginThatIsAskedLessOften_isAMistake() {
        String yaml = site("- { maxAge: 10m }").replace("{ folder: . }", "{ feed: 'https://o.example/f', every: 15m }");

        assertThat(errorsIn(Map.of(), yaml))
                .singleElement()
                .satisfies(error -> assertThat(error.key()).isEqualTo("sites[0].terms"));
    }

    @Test
    void secret_inAnyValue_isTakenFromElsewhere() throws InvalidConfig, IOException {
        GatewayConfig config =
                readIn(Map.of("TOWN", "Quillhaven"), SITE.replace("terms:", "title: 'News of ${env:TOWN}, 5 $${x}'"));

        assertThat(config.sites().get(0).site().title()).isEqualTo("News of Quillhaven, 5 ${x}");
    }

    @Test
    void secret_inAWrongValue_isNotTold() {
        List<ConfigError> errors = errorsIn(Map.of("ZONE", ADAS), SITE.replace("terms:", "timezone: '${env:ZONE}'"));

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("what ${env:ZONE} holds"));
    }
}
