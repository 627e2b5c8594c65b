package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Colour;
import io.heliograph.article.Host;
import io.heliograph.article.TagAuthority;
import io.heliograph.origin.FeedSettings;
import io.heliograph.origin.FolderSettings;
import io.heliograph.origin.Pictures;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a file, from {@code --set} and from the command line alone. */
class GatewayConfigTest extends ConfigFixture {

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

    @Test
    void set_takesAColour_forNoComment() throws Exception {
        GatewayConfig config = read(GOOD, "sites.0.theme.accent=#943a0d");

        assertThat(config.sites().get(0).site().theme().accent()).isEqualTo(Colour.parse("#943a0d"));
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

    @Test
    void set_severalWrongly_saysAllThatIsWrong() {
        assertThat(errors(GOOD, "server.port", "sites.7.title=x", "server.nope=1"))
                .extracting(ConfigError::place)
                .containsExactly("--set server.port", "--set sites.7.title=x", "--set server.nope=1");
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
}
