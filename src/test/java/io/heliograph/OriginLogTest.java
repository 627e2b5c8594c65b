package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.heliograph.article.Draft;
import io.heliograph.article.Story;
import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OriginLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(OriginLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OriginLog log = new OriginLog();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void leave() {
        logger.setAdditive(true);
        logger.detachAppender(lines);
    }

    @Test
    void failure_namesTheTimeOfTheNextPoll_toTheSecond() {
        log.failed("news", "feed", new OriginFailure(OriginFailure.Reason.STATUS, "status 500"), 2, NOW);

        assertThat(values(0)).contains("failures=2", "reason=status 500", "next=2026-11-23T10:00:00Z");
    }

    @Test
    void articlesThatWaitForTheirDate_areCounted() {
        log.polled(
                "news", "feed", gathered(NOW.minusSeconds(1), NOW.plusSeconds(1), NOW.plusSeconds(99)), added(3), NOW);

        assertThat(values(0)).contains("added=3", "waiting=2");
    }

    @Test
    void articlesThatAreShownAtOnce_areNotSaidToWait() {
        log.polled("news", "feed", gathered(NOW, Draft.UNDATED), added(2), NOW);

        assertThat(values(0)).contains("added=2").noneMatch(value -> value.startsWith("waiting"));
    }

    @Test
    void nothingNew_isNotWorthALine() {
        log.polled("news", "feed", gathered(NOW.plusSeconds(5)), added(0), NOW);

        assertThat(lines.list).isEmpty();
    }

    @Test
    void problems_areListedUpToAMeasure_andThenCounted() {
        // Given
        List<EntryProblem> problems = IntStream.range(0, 23)
                .mapToObj(i -> new EntryProblem("entry " + i, EntryProblem.Reason.EMPTY, "says nothing"))
                .toList();

        // When
        log.polled("news", "feed", with(problems.toArray(EntryProblem[]::new)), added(0), NOW);

        // Then
        assertThat(lines.list).hasSize(21);
        assertThat(values(20)).contains("more=3");
    }

    @Test
    void problemThatStays_isToldOnce_andThatComesBackAgain() {
        // Given
        EntryProblem stays = new EntryProblem("one", EntryProblem.Reason.EMPTY, "says nothing");
        EntryProblem comes = new EntryProblem("two", EntryProblem.Reason.EMPTY, "says nothing");
        log.polled("news", "feed", with(stays), added(0), NOW);
        log.polled("news", "feed", with(stays, comes), added(0), NOW);
        log.polled("news", "feed", with(comes), added(0), NOW);

        // When
        log.polled("news", "feed", with(stays, comes), added(0), NOW);

        // Then
        assertThat(IntStream.range(0, lines.list.size()).mapToObj(this::values).map(values -> values.get(2)))
                .containsExactly("entry=one", "entry=two", "entry=one");
    }

    @Test
    void failureThatLasts_isToldEverMoreSeldom_andItsEnd() {
        // Given
        OriginFailure failure = new OriginFailure(OriginFailure.Reason.STATUS, "status 500");
        IntStream.rangeClosed(1, 20).forEach(times -> log.failed("news", "feed", failure, times, NOW));

        // When
        log.polled("news", "feed", with(), added(0), NOW);

        // Then
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .last()
                .isEqualTo("The origin answers again");
        assertThat(IntStream.range(0, 5).mapToObj(this::values).map(values -> values.get(3)))
                .containsExactly("failures=1", "failures=2", "failures=4", "failures=8", "failures=16");
    }

    @Test
    void failureForAnotherReason_isTold() {
        // Given
        log.failed("news", "feed", new OriginFailure(OriginFailure.Reason.STATUS, "status 500"), 6, NOW);

        // When
        log.failed("news", "feed", new OriginFailure(OriginFailure.Reason.STATUS, "status 403"), 7, NOW);

        // Then
        assertThat(values(1)).contains("reason=status 403");
    }

    private List<String> values(int line) {
        return lines.list.get(line).getKeyValuePairs().stream()
                .map(pair -> pair.key + "=" + pair.value)
                .toList();
    }

    private static Gathered with(EntryProblem... problems) {
        return new Gathered(
                "", "", "", "", "", List.of(), List.of(problems), Set.of(), Duration.ofMinutes(5), false, false);
    }

    private static Saved added(int count) {
        return new Saved(Changes.none("news", NOW), count, 0, 0, 0);
    }

    private static Gathered gathered(Instant... published) {
        List<Draft> drafts = IntStream.range(0, published.length)
                .mapToObj(i -> new Draft("" + i, "d", "", "", published[i], published[i], Story.of("T", "")))
                .toList();
        return new Gathered("", "", "", "", "", drafts, List.of(), Set.of(), Duration.ofMinutes(5), false, false);
    }
}
