package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.article.Colour;
import io.heliograph.article.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeConfigTest {

    private static final String SITE = "sites: [{id: a, hosts: ['http://a.example'], origins: [{folder: .}], ";

    @TempDir
    Path directory;

    @Test
    void theme_isTheUsual_whereNoneIsGiven() throws Exception {
        assertThat(theme("title: A}]")).isEqualTo(Theme.USUAL);
    }

    @Test
    void theme_isReadWhole() throws Exception {
        Files.writeString(directory.resolve("logo.svg"), "<svg viewBox='0 0 30 10'></svg>");

        Theme theme = theme("theme: { name: Bay, accent: '#8A1C2B', logo: ./logo.svg }}]");

        assertThat(theme.name()).isEqualTo("Bay");
        assertThat(theme.accent()).isEqualTo(Colour.parse("#8a1c2b"));
        assertThat(theme.logo().width()).isEqualTo(30);
    }

    @Test
    void accent_thatIsTooLight_isRefusedWithItsContrast() {
        assertThat(errors("\n  theme: { accent: '#ffd700' }}]"))
                .containsExactly(place(2)
                        + ": sites[0].theme.accent: found \"#ffd700\", whose contrast to the page (#f4f1ea) is 1.24:1;"
                        + " expected a darker colour, with a contrast of at least 4.5:1");
    }

    @Test
    void theme_thatIsWrong_isExplained() throws Exception {
        Files.writeString(directory.resolve("logo.svg"), "no picture");

        assertThat(errors("\n  theme: { accent: red,\n  logo: logo.svg, colour: blue }}]"))
                .containsExactlyInAnyOrder(
                        place(2) + ": sites[0].theme.accent: found \"red\"; expected a colour such as \"#8a1c2b\"",
                        place(3)
                                + ": sites[0].theme.logo: found \"logo.svg\"; expected an SVG or PNG file of at most 64 KB"
                                + " that tells its size",
                        place(3)
                                + ": sites[0].theme.colour: found a key that is not known; expected one of accent, logo,"
                                + " name");
    }

    @Test
    void logo_thatIsNotThere_isRefused() {
        assertThat(errors("theme: { logo: none.png }}]"))
                .singleElement()
                .asString()
                .contains("sites[0].theme.logo");
    }

    private Theme theme(String rest) throws Exception {
        return GatewayConfig.read(file(rest), List.of(), InstantSource.system())
                .sites()
                .get(0)
                .site()
                .theme();
    }

    private List<String> errors(String rest) {
        InvalidConfig invalid = catchThrowableOfType(InvalidConfig.class, () -> theme(rest));
        return invalid.errors().stream().map(ConfigError::toString).toList();
    }

    private String place(int line) {
        return directory.resolve("heliograph.yaml") + ":" + line;
    }

    private Path file(String rest) throws Exception {
        return Files.writeString(directory.resolve("heliograph.yaml"), SITE + rest);
    }
}
