package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Host;
import io.heliograph.http.Authority;
import io.heliograph.mirror.Companion;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTableTest {

    /** RFC 5952, section 4: one address has many forms. */
    @ParameterizedTest
    @CsvSource({
        "[::1]:8080, http://[::1]:8080",
        "[0:0:0:0:0:0:0:1]:8080, http://[::1]:8080",
        "[0000:0000::0001]:8080, http://[::1]:8080",
        "[2001:DB8::1:0], http://[2001:db8::1:0]",
        "[2001:db8:0:0:0:0:1:0]:80, http://[2001:db8::1:0]",
        "[::FFFF:c000:201], http://[::ffff:192.0.2.1]",
    })
    void addressInAnyForm_isTheHost(String field, String host) throws Exception {
        // Given
        HostTable table = HostTable.of(List.of(
                new SiteHost("news", Host.parse("http://[0:0::1]:8080")),
                new SiteHost("news", Host.parse("http://[2001:db8::1:0]")),
                new SiteHost("news", Host.parse("http://[::ffff:192.0.2.1]"))));

        // Then
        assertThat(table.find(Authority.parse(field), ""))
                .hasValueSatisfying(found -> assertThat(found.host().base()).isEqualTo(host));
    }

    @Test
    void companion_atThePortOfTheListener_isBesideItsHostThere() {
        HostTable table = HostTable.of(List.of(
                        new SiteHost("news", Host.parse("http://localhost:8080")),
                        new SiteHost(
                                "news",
                                new Companion(
                                        Host.parse("http://cdn.localhost:8080"),
                                        Host.parse("http://localhost:8080"),
                                        URI.create("https://cdn.example.org")))))
                .withLocalPort(49152);

        assertThat(table.find("cdn.localhost:49152", "")).hasValueSatisfying(found -> {
            assertThat(found.host().base()).isEqualTo("http://cdn.localhost:49152");
            assertThat(found.beside().base()).isEqualTo("http://localhost:49152");
            assertThat(found.server()).isEqualTo("https://cdn.example.org");
        });
        assertThat(table.find("localhost:49152", ""))
                .hasValueSatisfying(found -> assertThat(found.server()).isEmpty());
    }
}
