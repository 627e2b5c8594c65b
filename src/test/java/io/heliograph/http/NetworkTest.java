package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4632, section 3.1, and RFC 4291, section 2.3. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.9.8.7/8, 10.255.0.1, true",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "127.0.0.1/32, 127.0.0.1, true",
        "127.0.0.0/31, 127.0.0.1, true",
        "127.0.0.0/31, 127.0.0.2, false",
        "128.0.0.0/1, 255.255.255.255, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:DB8::1, 2001:db8::1, true",
        "2001:db8::1/128, 2001:db8::2, false",
        "::/0, 2001:db8::1, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 192.0.2.1, false",
    })
    void contains_isDecidedByThePrefix(String network, String address, boolean contained) throws Exception {
        assertThat(Network.parse(network).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/\uff18",
                "10.0.0.0/99999999999",
                "10.0.0/8",
                "10/8",
                "256.0.0.1",
                "999.1.1.1",
                "010.0.0.1",
                "10.0.0.0 /8",
                " 10.0.0.0/8",
                "2001:db8::/129",
                "2001:db8::1::/64",
                "2001:db8",
                ":",
                "fe80::1%lo/64",
                "[::1]/128",
                "localhost",
                "news.example/24",
                "0x7f.0.0.1",
            })
    void parse_fails_withWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isExactlyInstanceOf(IllegalArgumentException.class);
    }
}
