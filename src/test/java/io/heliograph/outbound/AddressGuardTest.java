package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The special-purpose address registries of RFC 6890, at the edges of each network (R3). */
class AddressGuardTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,         0.255.255.255",
        "10.0.0.0,        10.255.255.255",
        "100.64.0.0,      100.127.255.255",
        "127.0.0.0,       127.255.255.255",
        "168.63.129.16,   168.63.129.16",
        "169.254.0.0,     169.254.255.255",
        "172.16.0.0,      172.31.255.255",
        "192.0.0.0,       192.0.0.255",
        "192.0.2.0,       192.0.2.255",
        "192.88.99.0,     192.88.99.255",
        "192.168.0.0,     192.168.255.255",
        "198.18.0.0,      198.19.255.255",
        "198.51.100.0,    198.51.100.255",
        "203.0.113.0,     203.0.113.255",
        "224.0.0.0,       255.255.255.255",
        "2001::,          2001:0:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:2::,        2001:2:0:ffff:ffff:ffff:ffff:ffff",
        "2001:10::,       2001:1f:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:20::,       2001:2f:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::,      2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002::,          2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "3fff::,          3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void specialNetwork_isNotPublicFromItsFirstAddressToItsLast(String first, String last) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(first))).isFalse();
        assertThat(AddressGuard.isPublic(InetAddress.getByName(last))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:1:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:2:1::",
                "2001:f:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:30::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2003::",
                "2606:4700::1111",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::"
            })
    void addressBesideASpecialNetwork_isPublic(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "100::1",
                "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "4000::",
                "5f00::1",
                "64:ff9b:1::1",
                "fc00::",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void addressOutsideGlobalUnicast_isNotPublic(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    /** RFC 6052, section 2.1: the well-known prefix holds an IPv4 address in its last 32 bits. */
    @ParameterizedTest
    @CsvSource({
        "64:ff9b::7f00:1,             false",
        "64:ff9b::a00:1,              false",
        "64:ff9b::c0a8:101,           false",
        "64:ff9b::a9fe:a9fe,          false",
        "64:ff9b::ffff:ffff,          false",
        "64:ff9b::808:808,            true",
        "64:ff9b::1:0:0,              false",
        "64:ff9a:ffff:ffff:ffff:ffff:808:808, false"
    })
    void nat64Address_isAsPublicAsTheAddressInIt(String address, boolean isPublic) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    /** RFC 4291, section 2.5.5.2. */
    @ParameterizedTest
    @CsvSource({"::ffff:127.0.0.1, false", "::ffff:10.1.2.3,  false", "::ffff:8.8.8.8,   true"})
    void mappedAddress_isAsPublicAsTheAddressInIt(String address, boolean isPublic) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "0", "[::ffff:127.0.0.1]"})
    void oddSpellingOfLoopback_isNotPublicOnceResolved(String spelling) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(spelling))).isFalse();
    }

    @Test
    void linkLocalAddressWithAScope_isNotPublic() throws Exception {
        byte[] bytes = InetAddress.getByName("fe80::1").getAddress();

        boolean isPublic = AddressGuard.isPublic(Inet6Address.getByAddress(null, bytes, 1));

        assertThat(isPublic).isFalse();
    }
}
