package io.heliograph.page;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.page.SamplePages.mirrorsPage;
import static io.heliograph.page.SamplePages.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Colour;
import io.heliograph.article.Logo;
import io.heliograph.article.Site;
import io.heliograph.article.Theme;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void stylesheet_beginsWithTheSitesAccent() {
        Theme theme = new Theme("", Colour.parse("#8a1c2b"), Logo.NONE);

        String css = text(themed(theme), "style.css");

        assertThat(css)
                .startsWith(":root{--accent:#8a1c2b;--accent-dark:"
                        + theme.accentInTheDark().css() + "}");
        assertThat(css)
                .contains("--paper: " + Palette.PAPER, "--paper: " + Palette.NIGHT)
                .contains("--shade: " + Theme.LIGHT.css(), "--shade: " + Theme.DARK.css());
    }

    @Test
    void stylesheet_loadsNothing_andPlacesByLines() {
        String css = text(site(), "style.css");

        assertThat(css).doesNotContain("url(", "@import", "@font-face");
        assertThat(css).doesNotContainPattern("(?m)^\\s*(margin|padding|border)-(left|right)|^\\s*(left|right|float):");
        assertThat(css.length()).isLessThan(40_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style.css",
                "icon.svg",
                "favicon.ico",
                "apple-touch-icon.png",
                "icon-192.png",
                "icon-512.png",
                "site.webmanifest"
            })
    void asset_isFound_byItsName_itsPath_andAnOldPath(String name) {
        Asset asset = asset(site(), name);
        String file = asset.path().substring("/assets/".length());
        int dot = name.lastIndexOf('.');

        assertThat(asset.path()).matches("/assets/[a-z0-9-]+\\.[a-z2-7]{10}\\.[a-z]+");
        assertThat(assets.find(site(), file)).contains(asset);
        assertThat(assets.find(site(), name.substring(0, dot) + ".aaaaaaaaaa" + name.substring(dot)))
                .contains(asset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x.css", "style", "style..css", "style.AAAAAAAAAA.css", "../style.css", "logo.svg"})
    void nothing_isFound_byOtherNames(String name) {
        assertThat(assets.find(site(), name)).isEmpty();
    }

    @Test
    void path_changesWithTheContent_andWithNothingElse() {
        Site red = themed(new Theme("", Colour.parse("#8a1c2b"), Logo.NONE));
        String usual = asset(site(), "style.css").path();

        assertThat(asset(red, "style.css").path()).isNotEqualTo(usual);
        assertThat(asset(site(), "style.css").path()).isEqualTo(usual);
        assertThat(new Assets().find(site(), "style.css").orElseThrow().path()).isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({"apple-touch-icon.png, 180", "icon-192.png, 192", "icon-512.png, 512"})
    void icons_areOfTheirSize_inTheAccent(String name, int side) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(site(), name)));

        assertThat(image.getWidth()).isEqualTo(side);
        assertThat(image.getHeight()).isEqualTo(side);
        assertThat(image.getRGB(side / 2, side / 12)).isEqualTo(0xff1f4f7a);
        // The stem of the B of Bay News.
        assertThat(image.getRGB(side * 23 / 64, side / 2)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(0, 0)).isEqualTo(name.startsWith("apple") ? 0xff1f4f7a : 0x001f4f7a);
    }

    @ParameterizedTest
    @CsvSource({
        "The Lamplighter, T",
        "\u00c9cho, E",
        "\u00abBay\u00bb, B",
        "7 days, 7",
        "\u0412\u0435\u0441\u0442\u0438, B"
    })
    void icon_hasTheFirstLetter(String name, String letter) {
        assertThat(Glyph.of(name)).isEqualTo(Glyph.of(letter));
        assertThat(Glyph.of(name)).isNotEqualTo(Glyph.of("\u65b0\u805e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\u0411\u0413\u0414\u0416\u0418\u041b\u042f\u65b0"})
    void glyphs_stayInsideTheirSquare(String letters) {
        letters.chars()
                .forEach(letter -> assertThat(
                                Glyph.of(Character.toString(letter)).lines())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(List.of(line.x1(), line.y1(), line.x2(), line.y2()))
                                .allMatch(at -> at > Glyph.PEN && at < Glyph.SIDE - Glyph.PEN)));
    }

    @Test
    void favicon_holdsThreeSizes() {
        byte[] ico = bytes(site(), "favicon.ico");

        assertThat(ico).startsWith(0, 0, 1, 0, 3, 0, 16, 16);
    }

    @Test
    void manifest_namesTheSite_andIconsThatAreThere() {
        JsonObject manifest = new JsonObject(text(site("ar", NEWS), "site.webmanifest"));

        assertThat(manifest.getString("name")).isEqualTo("Bay News");
        assertThat(manifest.getString("lang")).isEqualTo("ar");
        assertThat(manifest.getString("dir")).isEqualTo("rtl");
        assertThat(manifest.getJsonArray("icons")).hasSize(3).allSatisfy(icon -> {
            String src = ((JsonObject) icon).getString("src");
            assertThat(assets.find(site("ar", NEWS), src.substring("/assets/".length())))
                    .isPresent();
        });
    }

    @Test
    void logo_standsInPlaceOfTheName_andIsAnIconWhereItIsSquare() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'></svg>".getBytes(UTF_8);
        Site site = themed(new Theme("Bay", Theme.USUAL.accent(), Logo.of(svg)));

        assertThat(bytes(site, "logo.svg")).isEqualTo(svg);
        assertThat(bytes(site, "icon.svg")).isEqualTo(svg);
        var img = parse(mirrorsPage(site)).selectFirst(".nameplate img");
        assertThat(img.attr("alt")).isEqualTo("Bay");
        assertThat(img.attr("width")).isEqualTo("40");
        assertThat(img.attr("src")).isEqualTo(NEWS + asset(site, "logo.svg").path());
    }

    private Asset asset(Site site, String name) {
        return assets.find(site, name).orElseThrow();
    }

    private byte[] bytes(Site site, String name) {
        return asset(site, name).slotted().on(NEWS);
    }

    private String text(Site site, String name) {
        return new String(bytes(site, name), UTF_8);
    }

    private static Site themed(Theme theme) {
        Site site = site();
        return new Site(
                site.id(),
                site.title(),
                site.description(),
                site.language(),
                site.authority(),
                site.zone(),
                site.hosts(),
                theme);
    }
}
