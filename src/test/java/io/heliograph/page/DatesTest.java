package io.heliograph.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:05:00Z");

    @ParameterizedTest
    @CsvSource({
        "en, 'Mar 21, 2026'",
        "en-GB, 21 Mar 2026",
        "fr, 21 mars 2026",
        "ru, 21 \u043c\u0430\u0440. 2026\u202f\u0433.",
        "zh, 2026\u5e743\u670821\u65e5",
        // The first of Farvardin, 1405 of the Solar Hijri calendar.
        "fa, \u06f1 \u0641\u0631\u0648\u0631\u062f\u06cc\u0646 \u06f1\u06f4\u06f0\u06f5",
    })
    void day_isWrittenAsItsReadersDo(String language, String expected) {
        assertThat(dates(language, "UTC").day(NOON)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 21 March 2026 at 12:05",
        "Asia/Kathmandu, 21 March 2026 at 17:50",
        "Pacific/Kiritimati, 22 March 2026 at 02:05",
        "America/Halifax, 21 March 2026 at 09:05",
    })
    void moment_isInTheSitesZone(String zone, String expected) {
        assertThat(dates("en-GB", zone).moment(NOON)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"en, PT16S, 0:16", "en, PT1M5S, 1:05", "en, PT1H2M5S, 1:02:05", "fa, PT16S, \u06f0:\u06f1\u06f6"})
    void length_isOfMinutesAndSeconds(String language, Duration length, String expected) {
        assertThat(dates(language, "UTC").length(length)).isEqualTo(expected);
    }

    @Test
    void languages_callThemselvesByTheirOwnNames() {
        assertThat(new Language("fr").ownName()).isEqualTo("Fran\u00e7ais");
        assertThat(new Language("ar").ownName()).isEqualTo("\u0627\u0644\u0639\u0631\u0628\u064a\u0629");
        assertThat(new Language("pt-BR").ownName()).isEqualTo("Portugu\u00eas (Brasil)");
    }

    @ParameterizedTest
    @CsvSource({"en, en_US", "en-GB, en_GB", "ar, ar_EG", "zh-Hant, zh_TW"})
    void territory_isThatOfTheLanguage_orTheLikeliest(String language, String expected) {
        assertThat(new Language(language).withTerritory()).isEqualTo(expected);
    }

    private static Dates dates(String language, String zone) {
        return new Dates(new Language(language), ZoneId.of(zone));
    }
}
