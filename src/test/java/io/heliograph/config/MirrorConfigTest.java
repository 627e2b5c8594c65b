package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Host;
import io.heliograph.mirror.HealthSettings;
import io.heliograph.mirror.MirrorSettings;
import io.heliograph.mirror.MirroredServer;
import io.heliograph.outbound.ServerAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a site says what web origin it mirrors. */
class MirrorConfigTest extends ConfigFixture {

    private static final String SITE = "sites: [{ id: a, hosts: [http://a.example], mirror: ";

    @Test
    void read_aMirrorAlone_isASiteWithTheUsualSettings() throws Exception {
        SiteSettings site =
                read(SITE + "{ origin: https://www.example.org } }]").sites().get(0);

        MirrorSettings mirror = site.mirror();
        assertThat(site.origins()).isEmpty();
        assertThat(site.site().prefix()).isEqualTo("/-");
        assertThat(mirror).isNotNull();
        assertThat(mirror.origin()).isEqualTo(URI.create("https://www.example.org"));
        assertThat(mirror.methods()).containsExactlyInAnyOrder("GET", "HEAD");
        assertThat(mirror.strict()).isFalse();
        assertThat(mirror.cookies()).isEmpty();
        assertThat(mirror.maxStale()).isEqualTo(Duration.ofDays(7));
        assertThat(mirror.memoryBytes()).isEqualTo(256L << 20);
        assertThat(mirror.diskBytes()).isEqualTo(10L << 30);
        assertThat(mirror.canonicalHost()).isFalse();
    }

    @Test
    void read_everySetting() throws Exception {
        SiteSettings site = read("""
                        sites:
                          - id: a
                            hosts: [http://a.example]
                            prefix: /own
                            mirror:
                              origin: HTTPS://WWW.example.org:443/
                              also: [https://cdn.example.org]
                              methods: [get, POST]
                              strict: true
                              forward: [X-Theme]
                              cookies: { allow: [session] }
                              query: { drop: [utm_*] }
                              canonical: host
                              robots: noindex
                              maxStale: 1h
                              memory: 16MB
                              disk: 0B
                              leaks: report
                              websockets: true
                              health: { path: /deep?a=b, every: 10s, status: 204, contains: words }
                        """).sites().get(0);

        MirrorSettings mirror = site.mirror();
        assertThat(site.site().prefix()).isEqualTo("/own");
        assertThat(mirror).isNotNull();
        assertThat(mirror.origin()).isEqualTo(URI.create("https://www.example.org"));
        assertThat(mirror.also()).containsExactly(new MirroredServer(URI.create("https://cdn.example.org")));
        assertThat(mirror.methods()).containsExactlyInAnyOrder("GET", "POST");
        assertThat(mirror.strict()).isTrue();
        assertThat(mirror.forward()).containsExactly("x-theme");
        assertThat(mirror.cookies()).containsExactly("session");
        assertThat(mirror.dropped()).containsExactly("utm_*");
        assertThat(mirror.canonicalHost()).isTrue();
        assertThat(mirror.robots()).isEqualTo("noindex");
        assertThat(mirror.maxStale()).isEqualTo(Duration.ofHours(1));
        assertThat(mirror.diskBytes()).isZero();
        assertThat(mirror.reportsLeaks()).isTrue();
        assertThat(mirror.sockets()).isTrue();
        assertThat(mirror.health()).isEqualTo(new HealthSettings("/deep?a=b", Duration.ofSeconds(10), 204, "words"));
    }

    @Test
    void read_aSiteWithoutMirror_hasItsPagesAtTheRoot() throws Exception {
        assertThat(read(GOOD).sites().get(0).site().prefix()).isEmpty();
        assertThat(read(GOOD).sites().get(0).mirror()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ origin: www.example.org }                                     | origin       | URL of a web site",
                "{ origin: https://www.example.org/path }                        | origin       | URL of a web site",
                "{ also: [https://b.example] }                                   | origin       | URL of a web site",
                "{ origin: https://a.example, also: [x] }                        | also[0]      | URL of a web site",
                "{ origin: https://a.example, also: [{ hosts: [http://b.example] }] } | also[0].origin | URL of a web site",
                "{ origin: https://a.example, also: [https://a.example] }       | also[0]      | each server once",
                "{ origin: https://a.example, also: [{ origin: https://b.example, at: 1 }] } | also[0].at | one of addresses, hosts, origin",
                "{ origin: https://a.example, addresses: [\"a b\"] }            | addresses[0] | an IP address",
                "{ origin: https://a.example, addresses: [\"a:0\"] }            | addresses[0] | an IP address",
                "{ origin: https://a.example, addresses: [a.example, A.example] } | addresses[1] | each address once",
                "{ origin: https://a.example, methods: [CONNECT] }               | methods[0]   | a method",
                "{ origin: https://a.example, methods: [\"GET /\"] }             | methods[0]   | a method",
                "{ origin: https://a.example, strict: maybe }                    | strict       | true or false",
                "{ origin: https://a.example, forward: [\"a b\"] }               | forward[0]   | a request field",
                "{ origin: https://a.example, cookies: keep }                    | cookies      | drop",
                "{ origin: https://a.example, cookies: { allow: [\"a;b\"] } }    | cookies.allow[0] | a cookie",
                "{ origin: https://a.example, cookies: { deny: [a] } }           | cookies.deny | one of allow",
                "{ origin: https://a.example, query: { drop: [\"a=b\"] } }       | query.drop[0] | a parameter",
                "{ origin: https://a.example, query: { keep: [a] } }             | query.keep   | one of drop",
                "{ origin: https://a.example, canonical: mirror }                | canonical    | origin or host",
                "{ origin: https://a.example, robots: \"no\\nindex\" }           | robots       | a rule",
                "{ origin: https://a.example, maxStale: long }                   | maxStale     | a duration",
                "{ origin: https://a.example, memory: 1KB }                      | memory       | a size",
                "{ origin: https://a.example, disk: much }                       | disk         | a size",
                "{ origin: https://a.example, health: { every: 1m } }            | health.path  | the path of a page",
                "{ origin: https://a.example, health: { path: deep } }           | health.path  | the path of a page",
                "{ origin: https://a.example, health: { path: /, status: 99 } }  | health.status | a whole number",
                "{ origin: https://a.example, health: { path: /, every: 1ms } }  | health.every | a duration",
                "{ origin: https://a.example, health: { path: /, at: 1 } }       | health.at    | one of contains",
                "{ origin: https://a.example, leaks: plug }                     | leaks        | measure or report",
                "{ origin: https://a.example, websockets: some }                 | websockets   | true or false",
                "{ origin: https://a.example, colour: red }                      | colour       | one of addresses",
            })
    void read_aWrongMirror_saysWhereAndWhatIsExpected(String mirror, String key, String expected) {
        List<ConfigError> errors = errors(SITE + mirror + " }]");

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.key()).isEqualTo("sites[0].mirror." + key);
            assertThat(error.expected()).contains(expected);
        });
    }

    @Test
    void read_hostsAndAddressesOfServers() throws Exception {
        MirrorSettings mirror = read("""
                        sites:
                          - id: a
                            hosts: [https://a.example, http://b.example, https://c.example]
                            mirror:
                              origin: https://www.example.org
                              addresses: [192.0.2.10, "192.0.2.11:8443", "[2001:db8::1]:443", "2001:db8::2", Backup.example.org]
                              also:
                                - https://img.example.org
                                - origin: https://cdn.example.org
                                  hosts: [https://cdn.a.example, http://cdn.b.example]
                                  addresses: [192.0.2.12]
                        """).sites().get(0).mirror();

        assertThat(mirror).isNotNull();
        assertThat(mirror.site().addresses())
                .extracting(ServerAddress::toString)
                .containsExactly(
                        "192.0.2.10", "192.0.2.11:8443", "[2001:db8::1]:443", "[2001:db8::2]", "backup.example.org");
        assertThat(mirror.also())
                .containsExactly(
                        new MirroredServer(URI.create("https://img.example.org")),
                        new MirroredServer(
                                URI.create("https://cdn.example.org"),
                                List.of(Host.parse("https://cdn.a.example"), Host.parse("http://cdn.b.example")),
                                List.of(new ServerAddress("192.0.2.12", 0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[https://b.example]                             | also[0].hosts[0] | https://b.example, which site b has",
                "[https://cdn.a.example, https://cdn.a.example]  | also[0].hosts[1] | https://cdn.a.example a second time",
                "[https://a.example]                             | also[0].hosts[0] | https://a.example, a host of the site",
                "[\"https://a2.example:443\"]                    | also[0].hosts[0] | https://a2.example, a host of the site",
                "[https://c.a.example, https://d.a.example, https://e.a.example] | also[0].hosts[2] | https://e.a.example beside no host of the site",
                "[http://cdn.a.example]                          | also[0].hosts[0] | http://cdn.a.example beside https://a.example",
                "[https://www.example.org]                       | also[0].hosts[0] | https://www.example.org, which is a server that is mirrored",
                "[https://img.example.org]                       | also[0].hosts[0] | https://img.example.org, which is a server that is mirrored",
                "[https://img.a.example]                         | also[1].hosts[0] | https://img.a.example, which is for https://cdn.example.org",
                "[cdn]                                           | also[0].hosts[0] | \"cdn\"",
            })
    void read_aWrongHostForAServer_saysWhichAndWhy(String hosts, String key, String found) {
        List<ConfigError> errors = errors("sites: [{ id: b, hosts: [https://b.example], origins: [{ folder: . }] },"
                + "{ id: a, hosts: [https://a.example, https://a2.example], mirror: { origin: https://www.example.org,"
                + " also: [{ origin: https://cdn.example.org, hosts: " + hosts
                + " }, { origin: https://img.example.org, hosts: [https://img.a.example] }] } }]");

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.key()).isEqualTo("sites[1].mirror." + key);
            assertThat(error.found()).isEqualTo(found);
            assertThat(error.expected()).isNotEmpty();
            assertThat(error.place()).endsWith(":1");
        });
    }

    @Test
    void read_aHostOfALaterSite_isToldFromThoseOfServers() {
        assertThat(errors("sites: [{ id: a, hosts: [https://a.example], mirror: { origin: https://www.example.org,"
                        + " also: [{ origin: https://cdn.example.org, hosts: [https://cdn.a.example] }] } },"
                        + " { id: b, hosts: [https://cdn.a.example], origins: [{ folder: . }] }]"))
                .singleElement()
                .satisfies(error -> assertThat(error.key()).isEqualTo("sites[1].hosts[0]"));
    }

    @ParameterizedTest
    @CsvSource({"own", "/own/er", "/..", "/.well-known", "/a b"})
    void read_aWrongPrefix_saysSo(String prefix) {
        assertThat(errors(SITE + "{ origin: https://a.example }, prefix: \"" + prefix + "\" }]"))
                .singleElement()
                .satisfies(error -> assertThat(error.key()).isEqualTo("sites[0].prefix"));
    }

    /** Where all paths are the origin's, there is none that browsers could send reports to. */
    @Test
    void read_reportsWithoutAPrefix_isWrong() {
        assertThat(errors(SITE + "{ origin: https://a.example, leaks: report }, prefix: / }]"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.key()).isEqualTo("sites[0].mirror.leaks");
                    assertThat(error.expected()).contains("a prefix such as /-");
                });
    }

    @Test
    void read_neitherOriginsNorMirror_isWrong() {
        assertThat(errors("sites: [{ id: a, hosts: [http://a.example] }]"))
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).contains("or a mirror"));
    }
}
