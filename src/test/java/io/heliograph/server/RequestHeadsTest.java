package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader before a decoder, whatever pieces the network makes of what is sent (R5). */
class RequestHeadsTest {

    private static final String GOOD = "\r\nHEAD /a HTTP/1.1\r\nHost: b\r\n\r\nGET /c HTTP/1.0\r\nX-D:e\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void fold_afterWhatIsGood_isRefused(int piece) {
        List<String> read = read(GOOD + "GET /f HTTP/1.1\r\nHost: b\r\nX-A: b\r\n c\r\n\r\n" + GOOD, piece);

        assertThat(read).as("RFC 9112, section 5.2").containsExactly("/a", "/c", "refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void body_withLinesThatBeginWithASpace_isAsItWasSent(int piece) {
        List<String> read =
                read(GOOD + "POST /f HTTP/1.1\r\nContent-Length: 16\r\n\r\n{\n  \"a\":\r\n\tb\r\n }", piece);

        assertThat(read).containsExactly("/a", "/c", "/f", "{\n  \"a\":\r\n\tb\r\n }");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void chunks_withLinesThatBeginWithASpace_areAsTheyWereSent(int piece) {
        List<String> read = read(
                GOOD + "POST /f HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na\n b\r\n3\r\n\n\tc\r\n0\r\n\r\n",
                piece);

        assertThat(read).containsExactly("/a", "/c", "/f", "a\n b\n\tc");
    }

    /** The targets and bodies that come out of a decoder. */
    private static List<String> read(String sent, int piece) {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestHeads(), new HttpRequestDecoder());
        for (int at = 0; at < sent.length(); at += piece) {
            String part = sent.substring(at, Math.min(sent.length(), at + piece));
            channel.writeInbound(Unpooled.copiedBuffer(part, StandardCharsets.ISO_8859_1));
        }
        List<String> read = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                read.add(request.decoderResult().isSuccess() ? request.uri() : "refused");
            } else if (message instanceof HttpContent content) {
                body.append(content.content().toString(StandardCharsets.ISO_8859_1));
                content.release();
            }
        }
        if (!body.isEmpty()) {
            read.add(body.toString());
        }
        channel.close();
        return read;
    }
}
