package io.heliograph.article;

import java.util.List;

/**
 * What podcast players are told of an article with a recording.
 *
 * @param season from 1; 0 if there are none
 * @param number within the season, from 1; 0 if it has none
 * @param chapters where the list of the recording's chapters is, JSON Chapters; at most one
 * @param people who take part; empty if nobody else than the authors is named
 */
public record Episode(int season, int number, Kind kind, Rating rating, List<Href> chapters, List<Person> people) {

    /** Of an article that says nothing of the kind. */
    public static final Episode NONE = new Episode(0, 0, Kind.FULL, Rating.UNRATED, List.of(), List.of());

    /** What an episode is to its show. */
    public enum Kind {
        FULL,
        TRAILER,
        BONUS
    }

    /** Whether it is for everybody. */
    public enum Rating {
        /** As the show is. */
        UNRATED,
        CLEAN,
        EXPLICIT
    }

    public Episode {
        season = Math.max(0, season);
        number = Math.max(0, number);
        chapters = List.copyOf(chapters);
        people = List.copyOf(people);
    }
}
