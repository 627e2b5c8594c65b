package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.heliograph.ScriptedServer;
import io.heliograph.ScriptedServer.Asked;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: RFC 9110, sections 10.2.2 and 15.4; each hop is checked like the first (R3). */
class FetcherRedirectTest extends FetcherFixture {

    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.UTF_8);

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start(vertx).serve("/feed", "here");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isFollowedWhateverItsStatus(int status) {
        server.redirect("/old", status, "/feed");

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/old"))));

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).asString().isEqualTo("here");
        assertThat(fetched.url()).hasToString(server.url("/feed"));
    }

    /** RFC 3986, section 5.4.1: a reference is resolved against the URL that gave it. */
    @ParameterizedTest
    @CsvSource({
        "/feed,              /feed",
        "feed,               /a/b/feed",
        "./feed,             /a/b/feed",
        "../feed,            /a/feed",
        "../../feed,         /feed",
        "?page=2,            /a/b/old?page=2",
        "feed?x=1,           /a/b/feed?x=1",
        "/feed#part,         /feed",
        "//127.0.0.1:{port}/feed, /feed",
        "http://127.0.0.1:{port}/feed, /feed",
        "HTTP://127.0.0.1:{port}/feed, /feed"
    })
    void location_isResolvedAsAReference(String location, String expected) {
        for (String path : new String[] {"/a/b/feed", "/a/feed"}) {
            server.serve(path, "here");
        }
        server.on("/a/b/old", request -> {
            if (request.query() != null) {
                request.response().end("here");
            } else {
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", location.replace("{port}", String.valueOf(server.port())))
                        .end();
            }
        });

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/a/b/old"))));

        assertThat(fetched.body()).asString().isEqualTo("here");
        assertThat(server.lastAsked().uri()).isEqualTo(expected);
    }

    /** RFC 9110, section 10.2.2 allows none of this, but browsers take it, so servers send it. */
    @ParameterizedTest
    @CsvSource({
        "/caf\u00e9 feed, /caf%C3%A9%20feed",
        "/%E6%96%B0\u805e, /%E6%96%B0%E8%81%9E",
        "/already%20fine, /already%20fine",
        "/a|b, /a%7Cb",
        "'/\"quoted\"', /%22quoted%22"
    })
    void locationWithCharactersThatNoUrlHas_isFollowedAsBrowsersDo(String location, String expected) {
        byte[] redirect = ("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        List<String> asked = new CopyOnWriteArrayList<>();
        NetServer raw = rawServer((socket, first) -> {
            asked.add(first.toString().split(" ")[1]);
            socket.end(Buffer.buffer(asked.size() == 1 ? redirect : OK));
        });

        fetched(fetcher().fetch(request(url(raw))));

        assertThat(asked).containsExactly("/feed", expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "http://127.0.0.1:port/", "http://%zz/", "//", "http://"})
    void locationThatIsNoUrl_fails(String location) {
        server.redirect("/old", 302, location);

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/old"))));

        assertThat(failure.reason()).isIn(Reason.REDIRECT, Reason.FORBIDDEN);
        assertThat(failure.reason().retryHelps()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/feed",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/xml,<rss/>",
                "http://user@127.0.0.1/"
            })
    void redirectToAnotherScheme_isRefused(String location) {
        server.redirect("/old", 302, location);

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/old"))));

        assertThat(failure.reason()).isIn(Reason.FORBIDDEN, Reason.REDIRECT);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void redirectWithoutALocation_isTheAnswer() {
        server.on("/old", request -> request.response().setStatusCode(301).end("moved"));

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/old"))));

        assertThat(fetched.status()).isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305})
    void statusThatIsNoRedirect_isTheAnswerWhateverItsLocation(int status) {
        server.redirect("/old", status, "/feed");

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/old"))));

        assertThat(fetched.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2/feed", "http://localhost/feed", "http://10.0.0.1/", "http://[::1]/feed"})
    void redirectToAPrivateAddress_isRefused(String location) {
        names.says("localhost", "127.0.0.1");
        server.redirect("/old", 302, location);

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/old"))));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("private address");
    }

    @Test
    void redirectToANameThatIsAllowedButWasNotTyped_isRefused() {
        names.says("intranet.example", "127.0.0.1");
        server.redirect("/old", 302, "http://intranet.example/feed");

        FetchFailure failure = failure(fetcher("intranet.example").fetch(request(server.url("/old"))));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void redirectToAnotherPort_isRefused() {
        ScriptedServer other = ScriptedServer.start(vertx).serve("/feed", "other");
        server.redirect("/old", 302, other.url("/feed"));

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/old"))));

        assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(failure).hasMessageContaining("port " + other.port());
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void redirectLoop_endsAfterFiveRedirects() {
        server.redirect("/a", 302, "/b").redirect("/b", 302, "/a");

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/a"))));

        assertThat(failure.reason()).isEqualTo(Reason.REDIRECT);
        assertThat(server.asked()).extracting(Asked::uri).containsExactly("/a", "/b", "/a", "/b", "/a", "/b");
    }

    @Test
    void fiveRedirects_areFollowed() {
        for (int i = 1; i < 5; i++) {
            server.redirect("/" + i, 302, "/" + (i + 1));
        }
        server.redirect("/5", 302, "/feed");

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/1"))));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    /**
     * The validators that are remembered are those of the last hop's answer, so it is the last hop that must be asked
     * with them; a server that redirects ignores them (RFC 9110, section 13.2.1).
     */
    @Test
    void validators_goAlongWithEachHop() {
        server.redirect("/old", 301, "/feed");

        fetched(fetcher().fetch(request(server.url("/old"), "\"v1\"", "Mon, 23 Nov 2026 10:00:00 GMT")));

        assertThat(server.asked())
                .extracting(asked -> asked.field("if-none-match"))
                .containsExactly("\"v1\"", "\"v1\"");
    }

    @Test
    void redirectBody_isNotRead() {
        server.on("/old", request -> {
            request.response().setStatusCode(302).putHeader("Location", "/feed").setChunked(true);
            request.response().write("never ends");
        });

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/old"))));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://feeds.example/feed", "HTTP://feeds.example/feed", "http://other.example/feed"})
    void redirectFromHttpsToHttp_isRefused(String location) {
        FetchRequest request = request("https://feeds.example/feed");

        HopRules rules = new HopRules(new FetchSettings(Set.of()));

        Throwable refused = catchThrowable(() -> rules.checkForm(request, URI.create(location)));

        assertThat(refused).isInstanceOf(FetchFailure.class).hasMessageContaining("from https to http");
    }
}
