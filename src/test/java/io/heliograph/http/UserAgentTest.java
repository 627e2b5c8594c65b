package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)|16",
                "Feedbin feed-id:1234 - 6 subscribers|6",
                "NewsBlur Feed Fetcher - 1 subscriber - https://newsblur.example/site/1/x|1",
                "BazQux/2.4 (+https://bazqux.com/fetcher; 4 subscribers)|4",
                "theoldreader.com; 3 subscribers; feed-id=5f2|3",
                "Netvibes (http://www.netvibes.com; 5 subscribers; feedID: 123)|5",
                "Some Service (2 readers)|2",
                "Some Service (subscribers=7)|7",
                "Some Service (subscribers: 8)|8",
                "Some Service 1,234 subscribers|1234",
                "Some Service 12,345,678 subscribers|10000000",
                "Some Service 99999999999999999999999999 subscribers|10000000",
                "Some Service 0 subscribers|0",
                "SUBSCRIBERS 5 SUBSCRIBERS|5",
                "Fluent Reader/1.1.4|-1",
                "subscribers|-1",
                "x5 subscribers|-1",
                "Agent/2.4 subscribers|-1",
                "Reader 4|-1",
                "12 unsubscribers|-1",
                "-5 subscribers|5",
                "''|-1",
                "16|-1",
            })
    void subscribers_areWhatAServiceSays(String field, long subscribers) {
        assertThat(UserAgent.subscribers(field)).isEqualTo(subscribers);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)|AGGREGATOR|feedly",
                "Feedbin feed-id:1234 - 6 subscribers|AGGREGATOR|feedbin",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0|BROWSER|mozilla",
                "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.3|READER|thunderbird",
                "Mozilla/5.0 (compatible; Miniflux/2.0; +https://miniflux.example)|READER|miniflux",
                "Mozilla/5.0 (compatible; SomeBot/2.0; +http://some.example/bot.html)|OTHER|other",
                "Mozilla/5.0 (Linux) AppleWebKit (KHTML) Googlebot/2.1|OTHER|other",
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/537.36 Version/5.0 TV Safari/537.36|TV|smart-tv",
                "Roku/DVP-12.0 (12.0.0.4182-88)|TV|roku",
                "newsboat/2.30 (Linux x86_64)|READER|newsboat",
                "Tiny Tiny RSS/23.04 (https://tt-rss.example/)|READER|tiny tiny rss",
                "AntennaPod/3.1.0|PODCAST|antennapod",
                "Podcasts/1600.1 CFNetwork/1400|PODCAST|podcasts",
                "PodcastGuru/2|PODCAST|podcast",
                "curl/8.5.0|OTHER|other",
                "Go-http-client/1.1|OTHER|other",
                "feederly-thing/1|OTHER|other",
                "Xnewsboat/2|OTHER|other",
                "''|OTHER|other",
            })
    void of_knowsWhoItIs(String field, Client client, String name) {
        UserAgent agent = UserAgent.of(field);

        assertThat(agent.client()).isEqualTo(client);
        assertThat(agent.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Feedbin feed-id:1234 - 6 subscribers|1234",
                "Netvibes (5 subscribers; feedID: 123)|123",
                "x feed-id=77|77",
                "x feed-id=|0",
                "x|0",
                "feed-id:99999999999999999999999999|999999999999999",
            })
    void feedId_isWhatAServiceCallsTheFeed(String field, long id) {
        assertThat(UserAgent.feedId(field)).isEqualTo(id);
    }

    /** Whatever is sent, the scan ends and stays within its bounds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyField_isReadToItsBound(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "9", ",", "subscriber", "reader", "feed-id", ":", "=", " ", "s", "\u00ff", "(", "Mozilla", "bot"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder field = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                field.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = field.toString();

            long subscribers = UserAgent.subscribers(text);

            assertThat(subscribers).as(text).isBetween(-1L, UserAgent.MOST_SUBSCRIBERS);
            assertThat(UserAgent.feedId(text)).as(text).isNotNegative();
            assertThat(UserAgent.of(text)).as(text).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 8_000})
    void field_isNotReadBeyondItsBeginning(int from) {
        String field = "x".repeat(from) + " 5 subscribers";

        assertThat(UserAgent.subscribers(field)).isEqualTo(-1);
    }
}
