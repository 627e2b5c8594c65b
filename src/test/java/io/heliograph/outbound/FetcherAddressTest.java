package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchFailure.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fetcher goes, and where it does not: the name is resolved once, every address is checked. */
class FetcherAddressTest extends FetcherFixture {

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start(vertx).serve("/feed", "here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "64:ff9b::7f00:1"
            })
    void nameWithAPrivateAddress_isRefused(String address) {
        names.says("feeds.example", address);

        FetchFailure failure = failure(fetcher().fetch(request("http://feeds.example:" + server.port() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("feeds.example").hasMessageContaining("outbound.allow");
        assertThat(failure.reason().retryHelps()).isFalse();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void nameWithOnePrivateAddressAmongPublicOnes_isRefused() {
        names.says("feeds.example", "93.184.215.14", "2606:4700::1111", "127.0.0.1");

        FetchFailure failure = failure(fetcher().fetch(request("http://feeds.example:" + server.port() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void privateAddressTypedAsALiteral_isAsked() {
        Fetched fetched = fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    /** RFC 3986, section 3.2.2: an IPv6 literal stands in brackets, in the URL as in the Host field. */
    @Test
    void privateIpv6AddressTypedAsALiteral_isAskedWithBracketsInTheHostField() {
        ScriptedServer six = ScriptedServer.start(vertx, "::1", 0).serve("/feed", "six");

        Fetched fetched = fetched(fetcher().fetch(request("http://[::1]:" + six.port() + "/feed")));

        assertThat(fetched.body()).asString().isEqualTo("six");
        assertThat(six.lastAsked().field("host")).isEqualTo("[::1]:" + six.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "feeds.localhost"})
    void localhostTyped_isAsked(String name) {
        names.says(name, "127.0.0.1");

        Fetched fetched = fetched(fetcher().fetch(request("http://" + name + ":" + server.port() + "/feed")));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    @ParameterizedTest
    @CsvSource({"intranet.example, intranet.example", "intranet.example, Intranet.Example"})
    void privateNameThatIsAllowed_isAsked(String allowed, String typed) {
        names.says(typed, "127.0.0.1");

        Fetched fetched = fetched(fetcher(allowed).fetch(request("http://" + typed + ":" + server.port() + "/feed")));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    @Test
    void privateNameBesideOneThatIsAllowed_isRefused() {
        names.says("other.intranet.example", "127.0.0.1");

        FetchFailure failure = failure(
                fetcher("intranet.example").fetch(request("http://other.intranet.example:" + server.port() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "0", "0x7f000001", "localhost.evil.example", "notlocalhost"})
    void oddSpellingOfLoopback_isNoLiteralAndIsRefused(String host) {
        names.says(host, "127.0.0.1");

        FetchFailure failure = failure(fetcher().fetch(request("http://" + host + ":" + server.port() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void rebindingName_isAskedForOnceAndTheCheckedAddressIsUsed() {
        ScriptedServer other =
                ScriptedServer.start(vertx, "127.0.0.2", server.port()).serve("/feed", "rebound");
        names.says("intranet.example", "127.0.0.1").says("intranet.example", "127.0.0.2");

        Fetched fetched = fetched(
                fetcher("intranet.example").fetch(request("http://intranet.example:" + server.port() + "/feed")));

        assertThat(fetched.body()).asString().isEqualTo("here");
        assertThat(names.asked).containsExactly("intranet.example");
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void nameThatTurnsPrivateBetweenTwoHops_isRefusedAtTheSecond() {
        names.says("feeds.example", "10.0.0.1");
        server.redirect("/moved", 302, "http://feeds.example/feed");

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/moved"))));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(names.asked).containsExactly("127.0.0.1", "feeds.example");
    }

    @Test
    void nameWithoutAnAddress_failsSayingSo() {
        FetchFailure failure = failure(fetcher().fetch(request("http://nowhere.example/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.DNS);
        assertThat(failure).hasMessageContaining("nowhere.example");
        assertThat(failure.reason().retryHelps()).isTrue();
    }

    @Test
    void portWhereNobodyListens_failsToConnect() {
        int port = server.port();
        server.close();

        FetchFailure failure = failure(fetcher().fetch(request("http://127.0.0.1:" + port + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure).hasMessageContaining("127.0.0.1:" + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/feed",
                "file:///etc/passwd",
                "jar:http://127.0.0.1/x!/y",
                "mailto:a@b.example",
                "http:feed",
                "/feed",
                "http://user:secret@127.0.0.1/feed"
            })
    void urlOfAnotherForm_isRefused(String url) {
        FetchFailure failure = failure(fetcher().fetch(request(url)));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(names.asked).isEmpty();
    }
}
