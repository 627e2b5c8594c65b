package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

    private static final long READER = 0xc0000201L;

    private final Allowance allowance = new Allowance(new AllowanceSettings(3, 60));

    @Test
    void burst_isGivenAtOnce_andNoMore() {
        long first = taken(3, 1_000);

        assertThat(first).isZero();
        assertThat(allowance.take(READER, 1_000))
                .as("one grows back in a second")
                .isBetween(1L, 1_000L);
    }

    @Test
    void bucket_growsBackOneByOne() {
        taken(3, 1_000);

        assertThat(allowance.take(READER, 2_000)).isZero();
        assertThat(allowance.take(READER, 2_000)).isPositive();
        assertThat(allowance.take(READER, 60_000)).as("full again").isZero();
        assertThat(taken(2, 60_000)).isZero();
        assertThat(allowance.take(READER, 60_000)).isPositive();
    }

    @Test
    void refusal_takesNothing() {
        taken(3, 1_000);
        for (int i = 0; i < 1_000; i++) {
            allowance.take(READER, 1_500);
        }

        assertThat(allowance.take(READER, 2_000)).isZero();
    }

    @Test
    void otherNetwork_hasABucketOfItsOwn() {
        taken(4, 1_000);

        assertThat(allowance.take(READER + 1, 1_000)).isZero();
    }

    /** However many come, the table stays as it is, and those whose place is given away are treated better, not worse. */
    @Test
    void table_isOfFixedSize_andFailsForTheVisitor() {
        for (long network = 1; network < 500_000; network++) {
            assertThat(allowance.take(network << 17, 1_000)).isZero();
        }

        assertThat(allowance.take(READER, 1_000)).isZero();
    }

    @Test
    void noBurst_isNoLimit() {
        assertThat(new Allowance(new AllowanceSettings(0, 1)).isUnlimited()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true",
    })
    void network_isAnIpv4Address_orA64(String one, String other, boolean same) throws UnknownHostException {
        long network = ClientNetwork.of(InetAddress.getByName(one));

        assertThat(network == ClientNetwork.of(InetAddress.getByName(other))).isEqualTo(same);
        assertThat(network).isNotEqualTo(ClientNetwork.NEIGHBOUR);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.17.0.1",
        "169.254.1.1",
        "100.64.0.1",
        "::1",
        "fe80::1",
        "fd00::1"
    })
    void neighbour_isAnAddressThatNobodyOnTheInternetHas(String address) throws UnknownHostException {
        assertThat(ClientNetwork.of(InetAddress.getByName(address)))
                .as("RFC 6890")
                .isEqualTo(ClientNetwork.NEIGHBOUR);
    }

    private long taken(int times, long now) {
        long wait = 0;
        for (int i = 0; i < times; i++) {
            wait = allowance.take(READER, now);
        }
        return wait;
    }
}
