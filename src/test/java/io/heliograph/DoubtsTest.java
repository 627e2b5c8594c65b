package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration that has no mistake is asked about. */
class DoubtsTest {

    private static final long HEAP = 512L << 20;

    @Test
    void memoryThatTheHeapHolds_isNoDoubt() throws InvalidConfig {
        assertThat(doubts("sites.0.mirror.origin=https://www.example.org", "sites.0.mirror.memory=200MB"))
                .isEmpty();
    }

    /** 64 MB, 300 MB, and a quarter of these for what is on its way: without a disk, seven eighths of the heap hold it. */
    @Test
    void bodiesOnTheirWay_andKnownFiles_count() throws InvalidConfig {
        String[] settings = {
            "sites.0.mirror.origin=https://www.example.org", "sites.0.mirror.memory=300MB", "sites.0.mirror.disk=0MB"
        };
        assertThat(doubts(settings)).isEmpty();

        settings[1] = "sites.0.mirror.memory=310MB";
        assertThat(doubts(settings)).hasSize(1);

        settings[1] = "sites.0.mirror.memory=300MB";
        settings[2] = "sites.0.mirror.disk=10GB";
        assertThat(doubts(settings)).hasSize(1);
        assertThat(doubts(settings).get(0)).contains("(300MB)", "(126MB)");
    }

    @Test
    void memoryThatTheHeapCannotHold_isOne_andSaysWhatToDo() throws InvalidConfig {
        List<String> doubts = doubts("sites.0.mirror.origin=https://www.example.org", "sites.0.mirror.memory=4GB");

        assertThat(doubts).hasSize(1);
        assertThat(doubts.get(0))
                .contains("cache.memory (64MB)", "mirror.memory of site news (4.0GB)", "512MB", "-Xmx");
    }

    @Test
    void cookiesInTheClear_areOne() throws InvalidConfig {
        List<String> doubts = doubts(
                "sites.0.mirror.origin=http://www.example.org", "sites.0.mirror.cookies.allow=[session, basket]");

        assertThat(doubts).hasSize(1);
        assertThat(doubts.get(0)).contains("site news", "(basket, session)", "http://www.example.org", "https:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.org", "http://127.0.0.1:8000", "http://localhost:8000"})
    void cookiesThatNobodySees_areNone(String origin) throws InvalidConfig {
        assertThat(doubts("sites.0.mirror.origin=" + origin, "sites.0.mirror.cookies.allow=[session]"))
                .isEmpty();
    }

    @Test
    void originWithoutCookies_mayBeInTheClear() throws InvalidConfig {
        assertThat(doubts("sites.0.mirror.origin=http://www.example.org")).isEmpty();
    }

    private static List<String> doubts(String... settings) throws InvalidConfig {
        List<String> all = new ArrayList<>(List.of("sites.0.id=news", "cache.memory=64MB"));
        all.addAll(List.of(settings));
        return Doubts.of(
                GatewayConfig.of(
                        "https://origin.example/feed.xml",
                        List.of("https://news.example"),
                        all,
                        InstantSource.system()),
                HEAP);
    }
}
