package io.heliograph.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of the sample site, and of one that is written from right to left, in a real browser: they fit every window,
 * nothing moves while they load, they ask for little and for nothing elsewhere.
 *
 * <p>With {@code -Dpictures=docs/pictures} it takes the pictures that the README shows.
 */
class PagesInBrowserIT {

    private static final String BASE = "http://" + TestGateway.MIRROR;
    private static final int MOST_REQUESTS = 6;
    private static final int MOST_BYTES = 60_000;

    private static final String WATCH_SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver(list => {
              for (const shift of list.getEntries()) window.shifted += shift.value;
            }).observe({type: 'layout-shift', buffered: true});
            """;

    private static final String LOOK = """
            JSON.stringify({
              overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
              shifted: window.shifted,
              cookies: document.cookie,
              direction: getComputedStyle(document.body).direction,
              scripts: [...document.scripts].filter(s => s.type !== 'application/ld+json').length,
              broken: [...document.images].filter(i => i.complete && i.naturalWidth === 0).map(i => i.src).join(' ')
            })
            """;

    @TempDir
    static Path directory;

    private static TestGateway sample;
    private static TestGateway rightToLeft;
    private static Chromium chromium;
    private static Chromium rightToLeftChromium;

    @BeforeAll
    static void start() throws IOException {
        sample = TestGateway.start(directory.resolve("sample"), "config/sample", new String[] {
            "sites.0.title=The Lamplighter",
            "sites.0.description=The newspaper of Quillhaven, its harbour and the island across the sound.",
            "sites.0.language=en",
            "sites.0.theme.accent=#943a0d"
        });
        Path articles = TestGateway.articles(directory.resolve("rtl"));
        for (int i = 0; i < 30; i++) {
            Files.writeString(articles.resolve("khabar-" + i + ".md"), """
                    ---
                    title: مصابيح الميناء تضيء من جديد %d
                    date: 2026-11-01T10:%02d:00Z
                    section: الميناء
                    authors: [ليلى مرسي]
                    tags: [بحر, RTL]
                    summary: عاد الضوء إلى الرصيف بعد عام من الانتظار.
                    ---
                    كتب حارس المنارة في دفتره: «https://a-very-long-address.example/%s» ثم مضى.

                    | يوم | ساعة | سفينة | رصيف | ريح | مد |
                    |---|---|---|---|---|---|
                    | الأحد | ١٠:٣٠ | النورس | الشمالي الطويل | شمالية | ٣٫٤ |
                    """.formatted(i, i, "x".repeat(120)));
        }
        rightToLeft = TestGateway.start(directory.resolve("rtl"), "sites.0.language=ar", "sites.0.title=المصباح");
        chromium = Chromium.start(directory.resolve("browser"), sample.port());
        rightToLeftChromium = Chromium.start(directory.resolve("rtl-browser"), rightToLeft.port());
    }

    @AfterAll
    static void stop() {
        for (Chromium started : new Chromium[] {chromium, rightToLeftChromium}) {
            if (started != null) {
                started.close();
            }
        }
        sample.close();
        rightToLeft.close();
    }

    @ParameterizedTest
    @CsvSource({"320, false", "360, true", "768, false", "1440, true", "1920, false"})
    void page_fitsEveryWindowAndStaysStill(int width, boolean dark) {
        look(chromium, paths(sample), width, dark, "ltr");
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1440, false"})
    void pageFromRightToLeft_fitsEveryWindowAndStaysStill(int width, boolean dark) {
        look(rightToLeftChromium, paths(rightToLeft), width, dark, "rtl");
    }

    /** WCAG 2.2, 1.4.4; and whoever has faces with broader letters than ours. */
    @Test
    void page_fits_withLettersTwiceAsLarge() {
        try (Tab tab = chromium.open().sized(768, 900, false)) {
            for (String path : paths(sample)) {
                tab.show(BASE + path);
                tab.evaluate("document.documentElement.style.fontSize = '200%'");

                JsonObject seen = new JsonObject((String) tab.evaluate(LOOK));

                assertThat(seen.getInteger("overflow")).as(path).isZero();
            }
        }
    }

    @Test
    void articlePage_asksForLittle_andForNothingElsewhere() {
        try (Tab tab = chromium.open().sized(1440, 900, false)) {
            tab.call("Network.setCacheDisabled", new JsonObject().put("cacheDisabled", true));
            for (String path : articles(sample)) {
                // The browser draws its own buttons of players.
                List<Tab.Request> requests = tab.show(BASE + path).stream()
                        .filter(request -> !request.url().startsWith("data:"))
                        .toList();

                List<Tab.Request> notPictures = requests.stream()
                        .filter(request -> !request.type().equals("Image"))
                        .toList();
                assertThat(requests).as(path).allMatch(request -> request.url().startsWith(BASE + "/"));
                assertThat(notPictures).as(path).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
                assertThat(notPictures.stream().mapToLong(Tab.Request::bytes).sum())
                        .as(path)
                        .isLessThanOrEqualTo(MOST_BYTES);
            }
        }
    }

    @Test
    void pictures_areTaken() throws IOException {
        String folder =
                System.getProperty("pictures", directory.resolve("pictures").toString());
        String article = articles(sample).get(0);
        for (String[] shot : new String[][] {
            {"front", "/", "1440", "false"},
            {"front-phone", "/", "390", "true"},
            {"article", article, "1440", "false"},
            {"feeds", "/feeds", "1440", "false"}
        }) {
            int width = Integer.parseInt(shot[2]);
            try (Tab tab = chromium.open().sized(width, width < 600 ? 844 : 1000, Boolean.parseBoolean(shot[3]))) {
                tab.show(BASE + shot[1]);
                Path file = Files.createDirectories(Path.of(folder)).resolve(shot[0] + ".jpg");
                Files.write(file, tab.picture());
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    private static void look(Chromium browser, List<String> paths, int width, boolean dark, String direction) {
        try (Tab tab = browser.open().sized(width, 900, dark)) {
            tab.call("Page.addScriptToEvaluateOnNewDocument", new JsonObject().put("source", WATCH_SHIFTS));
            for (String path : paths) {
                tab.show(BASE + path);
                tab.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");
                tab.still();

                JsonObject seen = new JsonObject((String) tab.evaluate(LOOK));

                String what = path + " at " + width + (dark ? " dark" : "");
                assertThat(seen.getInteger("overflow")).as(what).isZero();
                assertThat(seen.getDouble("shifted")).as(what).isZero();
                assertThat(seen.getString("cookies")).as(what).isEmpty();
                assertThat(seen.getInteger("scripts")).as(what).isZero();
                assertThat(seen.getString("broken")).as(what).isEmpty();
                assertThat(seen.getString("direction")).as(what).isEqualTo(direction);
            }
        }
    }

    /** One page of each kind. */
    private static List<String> paths(TestGateway gateway) {
        List<String> paths = new ArrayList<>(List.of("/", "/feeds", "/feed", "/mirrors", "/search", "/nothing-here"));
        List<String> articles = articles(gateway);
        paths.add("/search?q="
                + RawHttp.get(gateway.port(), TestGateway.MIRROR, "/").status());
        paths.addAll(articles.stream().limit(6).toList());
        String article = gateway.get(articles.get(0)).text();
        for (String kind : List.of("/sections/", "/tags/", "/authors/")) {
            int at = article.indexOf("https://" + TestGateway.HOST + kind);
            if (at >= 0) {
                String url = article.substring(at, article.indexOf('"', at));
                paths.add(URI.create(url).getRawPath());
            }
        }
        return paths;
    }

    private static List<String> articles(TestGateway gateway) {
        return new JsonObject(gateway.get("/feed.json").text())
                .getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("url"))
                        .flatMap(url -> Stream.of(URI.create(url).getRawPath()))
                        .toList();
    }
}
