package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.ShowCategory;
import io.heliograph.article.Syndication;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site says of its feeds: every mistake is named before anybody reads one. */
class SyndicationConfigTest extends ConfigFixture {

    private static final String SITE =
            "sites:\n  - id: a\n    hosts: ['http://a.example']\n    origins: [{folder: .}]\n";
    private static final String PODCAST =
            "    podcast:\n      owner: { email: a@a.example }\n      categories: [News]\n";

    @Test
    void site_thatSaysNothing_hasTheUsualFeeds() throws Exception {
        assertThat(syndication(SITE)).isEqualTo(Syndication.USUAL);
    }

    @Test
    void syndication_isReadWhole() throws Exception {
        picture("logo.png", 700, 100, "png");

        Syndication read = syndication(SITE + """
                    syndication:
                      rights: © Bay
                      partners: [msn, SmartNews]
                      smartnews: { logo: logo.png, analytics: <b>a</b> }
                      mirrors: hidden
                """);

        assertThat(read.rights()).isEqualTo("© Bay");
        assertThat(read.partners())
                .isEqualTo(Map.of(Syndication.Partner.MSN, Set.of(), Syndication.Partner.SMARTNEWS, Set.of()));
        assertThat(read.smartNews().logo().width()).isEqualTo(700);
        assertThat(read.smartNews().analytics()).isEqualTo("<b>a</b>");
        assertThat(read.mirrorsHidden()).isTrue();
    }

    @Test
    void partner_mayGetSomeFeedsAlone() throws Exception {
        Syndication read = syndication(SITE + """
                    feeds: [{ id: best, title: Best, include: { tags: [best] } }]
                    syndication:
                      partners:
                        - flipboard
                        - { name: msn, for: [/sections/sport, /feeds/best] }
                """);

        Selection sport = new Selection.InSection("sport");
        assertThat(read.isFor(Syndication.Partner.MSN, sport)).isTrue();
        assertThat(read.isFor(Syndication.Partner.MSN, new Selection.Chosen("best")))
                .isTrue();
        assertThat(read.isFor(Syndication.Partner.MSN, Selection.WHOLE)).isFalse();
        assertThat(read.isFor(Syndication.Partner.FLIPBOARD, sport)).isTrue();
        assertThat(read.isFor(Syndication.Partner.SMARTNEWS, sport)).isFalse();
    }

    @Test
    void partner_whoseFeedsAreNone_isExplained() {
        assertThat(messages(SITE + """
                    syndication:
                      partners:
                        - msm
                        - { for: [/] }
                        - { name: msn, for: [sport, /feeds/best], from: / }
                        - msn
                """))
                .containsExactlyInAnyOrder(
                        "sites[0].syndication.partners[0]: found \"msm\"; expected msn, smartnews or flipboard",
                        "sites[0].syndication.partners[1].name: found nothing; expected msn, smartnews or flipboard",
                        "sites[0].syndication.partners[2].for[0]: found \"sport\"; expected the path of a page that has a"
                                + " feed, such as / or /sections/harbour",
                        "sites[0].syndication.partners[2].for[1]: found \"best\"; expected the id of one of the site's"
                                + " feeds",
                        "sites[0].syndication.partners[2].from: found a key that is not known; expected one of for, name",
                        "sites[0].syndication.partners[3]: found a partner a second time; expected each partner once, with"
                                + " all feeds that it gets");
    }

    @Test
    void podcast_isReadWhole() throws Exception {
        picture("cover.jpg", 1400, 1400, "jpg");

        Show show = syndication(SITE + """
                    podcast:
                      title: Aloud
                      author: Bay
                      owner: { name: Ann, email: ann@bay.example }
                      categories: ["news > daily news", Society & Culture]
                      explicit: true
                      type: serial
                      medium: video
                      locked: true
                      live: true
                      image: cover.jpg
                      guid: 9B024349-ccf0-5f69-a609-6b82873eab3c
                      newFeedUrl: https://next.example/feed
                """).show();

        assertThat(show.categories())
                .containsExactly(new ShowCategory("News", "Daily News"), new ShowCategory("Society & Culture", ""));
        assertThat(show.artwork().pixels()).isEqualTo(1400);
        assertThat(show.artwork().ending()).isEqualTo("jpg");
        assertThat(show.guid()).isEqualTo("9b024349-ccf0-5f69-a609-6b82873eab3c");
        assertThat(show.order()).isEqualTo(Show.Order.SERIAL);
        assertThat(show.medium()).isEqualTo(Show.Medium.VIDEO);
        assertThat(show.explicit() && show.locked() && show.live()).isTrue();
    }

    @Test
    void podcast_withoutWhatItNeeds_isExplained() {
        assertThat(messages(SITE + "    podcast: { title: A }\n"))
                .containsExactlyInAnyOrder(
                        "sites[0].podcast.owner.email: found nothing; expected the e-mail address that podcast"
                                + " directories write to",
                        "sites[0].podcast.categories: found no category; expected a list with at least one, such as"
                                + " \"News > Daily News\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "categories: [Weather]|categories[0]: found \"Weather\"",
                "categories: [News > Weather]|categories[0]: found \"News > Weather\"",
                "categories: ['News >']|categories[0]: found \"News >\"",
                "type: weekly|type: found \"weekly\"",
                "explicit: clean|explicit: found \"clean\"",
                "medium: paper|medium: found \"paper\"",
                "guid: 1234|guid: found \"1234\"",
                "newFeedUrl: next|newFeedUrl: found \"next\"",
                "owner: { email: nobody }|owner.email: found \"nobody\"",
                "colour: red|colour: found a key that is not known",
            })
    void podcast_thatIsWrong_isExplained(String line, String message) {
        String key = line.substring(0, line.indexOf(':'));
        String rest = PODCAST.lines().filter(l -> !l.contains(key + ":")).reduce("", (a, b) -> a + b + "\n");
        assertThat(messages(SITE + rest + "      " + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("sites[0].podcast." + message)
                .contains("; expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "1399, 1399, png, a picture of 1399 by 1399 pixels",
        "3001, 3001, png, a picture of 3001 by 3001 pixels",
        "1600, 1400, jpg, 'a picture of 1600 by 1400 pixels, which is not square'",
        "1400, 1400, gif, neither JPEG nor PNG",
    })
    void image_thatAppleWouldNotTake_isRefused(int width, int height, String kind, String what) throws Exception {
        picture("cover", width, height, kind);
        assertThat(messages(SITE + PODCAST + "      image: cover\n"))
                .containsExactly(
                        "sites[0].podcast.image: found \"cover\", " + what
                                + "; expected a square JPEG or PNG file of 1400 to 3000 pixels on each side and at most 1024 KB");
    }

    @Test
    void image_thatIsNotThere_isRefused() {
        assertThat(messages(SITE + PODCAST + "      image: none.jpg\n"))
                .singleElement()
                .asString()
                .startsWith("sites[0].podcast.image: found \"none.jpg\", which cannot be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 3000})
    void image_isAsSmallAndLargeAsAppleTakes(int pixels) throws Exception {
        picture("cover.png", pixels, pixels, "png");
        assertThat(syndication(SITE + PODCAST + "      image: cover.png\n")
                        .show()
                        .artwork()
                        .pixels())
                .isEqualTo(pixels);
    }

    @Test
    void smartNews_needsALogo() {
        assertThat(messages(SITE + "    syndication: { partners: [smartnews] }\n"))
                .containsExactly(
                        "sites[0].syndication.smartnews: found no logo; expected a logo, without which SmartNews"
                                + " takes no articles");
    }

    @Test
    void syndication_thatIsWrong_isExplained() {
        assertThat(messages(SITE + "    syndication: { partners: [fax], mirrors: shut, tone: loud }\n"))
                .containsExactlyInAnyOrder(
                        "sites[0].syndication.partners[0]: found \"fax\"; expected msn, smartnews or flipboard",
                        "sites[0].syndication.mirrors: found \"shut\"; expected open or hidden",
                        "sites[0].syndication.tone: found a key that is not known; expected one of mirrors, partners,"
                                + " rights, smartnews");
    }

    private Syndication syndication(String yaml) throws Exception {
        return read(yaml).sites().get(0).site().syndication();
    }

    private List<String> messages(String yaml) {
        return errors(yaml).stream()
                .map(error -> error.key() + ": found " + error.found() + "; expected " + error.expected())
                .toList();
    }

    private void picture(String name, int width, int height, String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
        Files.write(directory.resolve(name), out.toByteArray());
    }
}
