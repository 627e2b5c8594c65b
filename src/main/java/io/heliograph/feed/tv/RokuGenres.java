package io.heliograph.feed.tv;

import io.heliograph.article.Story;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The 32 genres of Direct Publisher, and which of them a publisher's own words mean. */
final class RokuGenres {

    private static final String FALLBACK = "special";

    private static final Set<String> GENRES = Set.of(
            "action",
            "adventure",
            "animals",
            "animated",
            "anime",
            "children",
            "comedy",
            "crime",
            "documentary",
            "drama",
            "educational",
            "fantasy",
            "faith",
            "food",
            "fashion",
            "gaming",
            "health",
            "history",
            "horror",
            "miniseries",
            "mystery",
            "nature",
            "news",
            "reality",
            "romance",
            "science",
            "science fiction",
            "sitcom",
            "special",
            "sports",
            "thriller",
            "technology");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("politics", "news"),
            Map.entry("world", "news"),
            Map.entry("local", "news"),
            Map.entry("city", "news"),
            Map.entry("town", "news"),
            Map.entry("business", "news"),
            Map.entry("economy", "news"),
            Map.entry("opinion", "news"),
            Map.entry("live", "news"),
            Map.entry("actualités", "news"),
            Map.entry("sport", "sports"),
            Map.entry("football", "sports"),
            Map.entry("games", "gaming"),
            Map.entry("tech", "technology"),
            Map.entry("religion", "faith"),
            Map.entry("church", "faith"),
            Map.entry("cooking", "food"),
            Map.entry("recipes", "food"),
            Map.entry("wildlife", "animals"),
            Map.entry("birds", "animals"),
            Map.entry("weather", "nature"),
            Map.entry("sea", "nature"),
            Map.entry("environment", "nature"),
            Map.entry("climate", "nature"),
            Map.entry("education", "educational"),
            Map.entry("schools", "educational"),
            Map.entry("kids", "children"),
            Map.entry("medicine", "health"),
            Map.entry("heritage", "history"),
            Map.entry("film", "special"),
            Map.entry("music", "special"),
            Map.entry("culture", "special"));

    private RokuGenres() {}

    /** The genres of a story, by its section and tags; never empty, since channels read the first without a look. */
    static List<String> of(Story story) {
        Set<String> genres = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        words.add(story.section());
        words.addAll(story.tags());
        for (String word : words) {
            String name = word.toLowerCase(Locale.ROOT);
            String genre = GENRES.contains(name) ? name : WORDS.getOrDefault(name, "");
            if (!genre.isEmpty()) {
                genres.add(genre);
            }
        }
        return genres.isEmpty() ? List.of(FALLBACK) : List.copyOf(genres);
    }
}
