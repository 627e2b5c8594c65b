package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7239, sections 4 and 6: whom proxies speak for. */
class ForwardedClientsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.1|192.0.2.1",
                "for=192.0.2.1;host=a, for=198.51.100.7|192.0.2.1 198.51.100.7",
                "For=\"[2001:db8::1]:4711\"|[2001:db8::1]:4711",
                "host=a, for=192.0.2.1| 192.0.2.1",
                "for=\"a,b\"|a,b",
            })
    void clients_areThoseOfEachProxy(String field, String clients) {
        assertThat(String.join(" ", Forwarded.clients(field)).strip()).isEqualTo(clients);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1|192.0.2.1",
                "192.0.2.1:4711|192.0.2.1",
                "[2001:db8::1]:4711|2001:db8:0:0:0:0:0:1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "unknown|",
                "_hidden|",
                "evil.example|",
                "192.0.2.1/8|",
                "''|",
                "1.2.3|",
            })
    void node_isAnAddress_orNothing(String text, String address) {
        assertThat(Network.node(text).map(found -> found.getHostAddress()).orElse(""))
                .isEqualTo(address == null ? "" : address);
    }
}
