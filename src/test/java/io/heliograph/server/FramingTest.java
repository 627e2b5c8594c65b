package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests a connection is taken to hold: what one server sees as two, another must not see as one (R5). */
class FramingTest {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})", Pattern.MULTILINE);
    private static final String LAST = "HEAD /mirrors HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
        gateway = TestGateway.start(directory);
        gateway.get("/feeds");
        gateway.get("/mirrors");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /**
     * A tilde is the end of a line, a circumflex a carriage return, a grave accent a line feed, H a good Host field;
     * another request follows each.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length of nothing         | HEAD /feeds HTTP/1.1~H~Content-Length: 0~~                   | 200 200",
                "empty line before         | ~HEAD /feeds HTTP/1.1~H~~                                    | 200 200",
                "other method              | POST /feeds HTTP/1.1~H~~                                     | 405 200",
                "unknown host              | HEAD /feeds HTTP/1.1~Host: evil.example~~                    | 421 200",
                "nothing there             | HEAD /nothing HTTP/1.1~H~~                                   | 404 200",
            })
    void requests_thatAreClear_areAnsweredOneByOne(String row, String bytes, String statuses) {
        assertThat(statuses(bytes)).as(row).containsExactly(statuses.split(" "));
    }

    /** Where a body ends, servers disagree more than about all else: what follows it is not answered. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length              | HEAD /feeds HTTP/1.1~H~Content-Length: 5~~hello",
                "chunks                    | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5~hello~0~~",
                "coding in capitals        | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: CHUNKED~~5~hello~0~~",
                "chunk extension           | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5;a=b~hello~0;c~~",
                "quoted chunk extension    | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5;a=\"b;c\"~hello~0~~",
                "trailers                  | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~0~X-A: b~~",
                "more than the length      | HEAD /feeds HTTP/1.1~H~Content-Length: 5~~helloworld",
                "lines with a space  | HEAD /feeds HTTP/1.1~H~Content-Length: 8~~a~ b~\tc"
            })
    void request_withABody_isTheLast(String row, String bytes) {
        assertThat(statuses(bytes)).as(row).containsExactly("200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.1 length and coding      | HEAD /feeds HTTP/1.1~H~Content-Length: 5~Transfer-Encoding: chunked~~0~~",
                "6.1 coding and length      | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~Content-Length: 5~~0~~",
                "6.3 two lengths            | HEAD /feeds HTTP/1.1~H~Content-Length: 5~Content-Length: 6~~hello",
                "6.3 same length twice      | HEAD /feeds HTTP/1.1~H~Content-Length: 5~Content-Length: 5~~hello",
                "6.3 length with a point    | HEAD /feeds HTTP/1.1~H~Content-Length: 5.0~~hello",
                "6.3 length with a space    | HEAD /feeds HTTP/1.1~H~Content-Length: 5 0~~hello",
                "6.3 list of lengths        | HEAD /feeds HTTP/1.1~H~Content-Length: 5, 5~~hello",
                "6.3 length with a sign     | HEAD /feeds HTTP/1.1~H~Content-Length: +5~~hello",
                "6.3 negative length        | HEAD /feeds HTTP/1.1~H~Content-Length: -1~~",
                "6.3 length in hex          | HEAD /feeds HTTP/1.1~H~Content-Length: 0x5~~hello",
                "6.3 empty length           | HEAD /feeds HTTP/1.1~H~Content-Length: ~~hello",
                "6.3 endless length         | HEAD /feeds HTTP/1.1~H~Content-Length: 99999999999999999999~~hello",
                "6.3 length over two lines  | HEAD /feeds HTTP/1.1~H~Content-Length: 5~ 0~~hello",
                "6.1 chunked twice          | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked, chunked~~0~~",
                "6.1 chunked on two lines   | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~",
                "6.1 chunked, then identity | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked, identity~~0~~",
                "6.1 identity, then chunked | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: identity, chunked~~0~~",
                "6.1 another coding         | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: xchunked~~",
                "6.1 identity               | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: identity~~",
                "6.1 gzip, then chunked     | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: gzip, chunked~~0~~",
                "6.1 two codings            | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~",
                "6.1 coding in HTTP/1.0     | HEAD /feeds HTTP/1.0~H~Transfer-Encoding: chunked~~0~~",
                "6.1 parameter              | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked;q=1~~0~~",
                "6.1 quoted                 | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: \"chunked\"~~0~~",
                "6.1 vertical tab           | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: \u000bchunked~~0~~",
                "6.1 folded coding          | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: x~ chunked~~0~~",
                "6.1 empty coding           | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: ~~0~~",
                "5.1 space before colon     | HEAD /feeds HTTP/1.1~H~Transfer-Encoding : chunked~~0~~",
                "5.1 tab before colon       | HEAD /feeds HTTP/1.1~H~Transfer-Encoding\t: chunked~~0~~",
                "5.1 space in a name        | HEAD /feeds HTTP/1.1~H~X Y: a~~",
                "5.1 no name                | HEAD /feeds HTTP/1.1~H~: a~~",
                "5.1 no colon               | HEAD /feeds HTTP/1.1~H~nonsense~~",
                "5.2 folded first line      | HEAD /feeds HTTP/1.1~ X-A: b~H~~",
                "5.2 folded field           | HEAD /feeds HTTP/1.1~H~X-A: b~ c~~",
                "5.2 folded by a tab        | HEAD /feeds HTTP/1.1~H~X-A: b~\tc~~",
                "5.2 folded, nothing else   | HEAD /feeds HTTP/1.1~H~X-A: b~ ~~",
                "5.2 folded chunked         | HEAD /feeds HTTP/1.1~H~Transfer-Encoding:~ chunked~~0~~",
                "5.2 folded by a tab, too   | HEAD /feeds HTTP/1.1~H~Transfer-Encoding:~\tchunked~~0~~",
                "5.2 folded length          | HEAD /feeds HTTP/1.1~H~Content-Length:~ 5~~hello",
                "5.2 folded connection      | HEAD /feeds HTTP/1.1~H~Connection:~ close~~",
                "5.2 fold that has a name   | HEAD /feeds HTTP/1.1~H~X-A: b~ X-C: d~~",
                "5.2 folded host            | HEAD /feeds HTTP/1.1~Host:~ news.example~~",
                "5.5 NUL                    | HEAD /feeds HTTP/1.1~H~X-A: \u0000~~",
                "2.2 line feeds alone       | HEAD /feeds HTTP/1.1`Host: news.example``",
                "2.2 a line feed alone      | HEAD /feeds HTTP/1.1~H~X-A: b`X-C: d~~",
                "2.2 a return alone         | HEAD /feeds HTTP/1.1~H~X-A: b^X-C: d~~",
                "3 no version               | HEAD /feeds~",
                "3 no target                | HEAD HTTP/1.1~H~~",
                "3 a word too many          | HEAD /feeds x HTTP/1.1~H~~",
                "3 no such version          | HEAD /feeds HTTP/1.x~H~~",
                "3 NUL in the method        | HE\u0000AD /feeds HTTP/1.1~H~~",
                "3.2 encoded NUL            | HEAD /%00 HTTP/1.1~H~~",
                "3.2 no Host                | HEAD /feeds HTTP/1.1~~",
                "TLS                        | \u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\u00aar\u00c4nd\u00f6m~~",
                "PROXY protocol             | PROXY TCP4 192.0.2.1 192.0.2.2 1 2~HEAD /feeds HTTP/1.1~H~~",
                "PROXY protocol, unknown    | PROXY UNKNOWN~HEAD /feeds HTTP/1.1~H~~",
            })
    void requests_thatAreNotClear_are400AndTheEnd(String row, String bytes) {
        assertThat(statuses(bytes)).as("RFC 9112, section " + row).containsExactly("400");
    }

    /** The first has been answered when what follows turns out to be nonsense; nothing of that is ever answered. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.1 chunk without end        | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5~helloworld~0~~",
                "7.1 huge chunk               | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~ffffffffffffffff~",
                "7.1 chunk of 2 GiB           | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~80000000~",
                "7.1 negative chunk           | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~-5~hello~0~~",
                "7.1 chunk size with a prefix | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~0x5~hello~0~~",
                "7.1 chunk size with letters  | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5g~hello~0~~",
                "7.1 no chunk size            | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~;a~hello~0~~",
                "7.1 line feeds alone         | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5`hello`0``",
                "7.1 extension with a feed    | HEAD /feeds HTTP/1.1~H~Transfer-Encoding: chunked~~5;a`xx~hello~0~~",
                "6.1 another name             | HEAD /feeds HTTP/1.1~H~Transfer_Encoding: chunked~~5~hello~0~~",
                "PROXY protocol, version 2    | ~~\u0000~QUIT`\u0021\u0011\u0000\u000c12345678ab12HEAD /feeds HTTP/1.1~H~~",
            })
    void nonsense_afterARequest_isNotAnswered(String row, String bytes) {
        List<String> statuses = statuses(bytes);

        assertThat(statuses)
                .as("RFC 9112, section " + row)
                .isIn(List.of(), List.of("200"), List.of("200", "400"), List.of("400"));
    }

    /** A first line from before HTTP/1.0, and versions that are none of ours (RFC 9112, section 2.3). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "505 | HEAD /feeds HTTP/0.9~H~~",
                "505 | HEAD /feeds HTTP/2.0~H~~",
                "505 | HEAD /feeds HTTP/1.2~H~~",
                "505 | HEAD /feeds HTTP/9.9~H~~",
                "505 | HEAD /feeds http/1.1~H~~",
                "505 | HEAD /feeds HTTP/11.1~H~~",
                "505 | HEAD /feeds HTTP/01.1~H~~",
                "505 | HEAD /feeds ICY/1.0~H~~",
                "505 | POST /feeds HTTP/2.0~H~Content-Length: 5~~hello",
                "505 | PRI * HTTP/2.0~~SM~~",
                "400 | HEAD /feeds HTTX~H~~",
                "400 | HEAD /feeds HTTP~H~~",
                "400 | HEAD /feeds HTTP/~H~~",
                "400 | HEAD /feeds HTTP/3~H~~",
                "400 | HEAD /feeds HTTP/-1.1~H~~",
            })
    void version_thatWeDoNotSpeak_isRefusedAndTheEnd(String status, String bytes) {
        assertThat(statuses(bytes)).as(bytes).containsExactly(status);
    }

    @Test
    void version_1_0_isAnsweredAndEnds() {
        assertThat(statuses("HEAD /feeds HTTP/1.0\r\nHost: news.example\r\n\r\n"))
                .containsExactly("200");
    }

    @Test
    void version_1_0_thatStays_isAnsweredAgain() {
        assertThat(statuses("HEAD /feeds HTTP/1.0\r\nHost: news.example\r\nConnection: keep-alive\r\n\r\n"))
                .as("RFC 9112, section 9.3")
                .containsExactly("200", "200");
    }

    /** The statuses of all answers until the end of the connection, another good request being sent after these bytes. */
    private static List<String> statuses(String bytes) {
        String request = bytes.replace("~", "\r\n")
                        .replace('^', '\r')
                        .replace('`', '\n')
                        .replace("\r\nH\r\n", "\r\nHost: news.example\r\n")
                + LAST;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answers = new StringBuilder();
            try {
                for (int b = socket.getInputStream().read();
                        b >= 0;
                        b = socket.getInputStream().read()) {
                    answers.append((char) b);
                }
            } catch (SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
            return STATUS.matcher(answers)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
