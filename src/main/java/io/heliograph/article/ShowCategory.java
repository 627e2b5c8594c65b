package io.heliograph.article;

import java.util.List;
import java.util.Map;

/**
 * A category of podcasts: one of Apple's fixed list, which other directories take too.
 *
 * @param name the category, in Apple's own spelling
 * @param part a subcategory of it; empty if none is meant
 */
public record ShowCategory(String name, String part) {

    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("Arts", List.of("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts")),
            Map.entry(
                    "Business",
                    List.of("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit")),
            Map.entry("Comedy", List.of("Comedy Interviews", "Improv", "Stand-Up")),
            Map.entry("Education", List.of("Courses", "How To", "Language Learning", "Self-Improvement")),
            Map.entry("Fiction", List.of("Comedy Fiction", "Drama", "Science Fiction")),
            Map.entry("Government", List.of()),
            Map.entry("History", List.of()),
            Map.entry(
                    "Health & Fitness",
                    List.of("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality")),
            Map.entry(
                    "Kids & Family", List.of("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids")),
            Map.entry(
                    "Leisure",
                    List.of(
                            "Animation & Manga",
                            "Automotive",
                            "Aviation",
                            "Crafts",
                            "Games",
                            "Hobbies",
                            "Home & Garden",
                            "Video Games")),
            Map.entry("Music", List.of("Music Commentary", "Music History", "Music Interviews")),
            Map.entry(
                    "News",
                    List.of(
                            "Business News",
                            "Daily News",
                            "Entertainment News",
                            "News Commentary",
                            "Politics",
                            "Sports News",
                            "Tech News")),
            Map.entry(
                    "Religion & Spirituality",
                    List.of("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Spirituality")),
            Map.entry(
                    "Science",
                    List.of(
                            "Astronomy",
                            "Chemistry",
                            "Earth Sciences",
                            "Life Sciences",
                            "Mathematics",
                            "Natural Sciences",
                            "Nature",
                            "Physics",
                            "Social Sciences")),
            Map.entry(
                    "Society & Culture",
                    List.of("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships")),
            Map.entry(
                    "Sports",
                    List.of(
                            "Baseball",
                            "Basketball",
                            "Cricket",
                            "Fantasy Sports",
                            "Football",
                            "Golf",
                            "Hockey",
                            "Rugby",
                            "Running",
                            "Soccer",
                            "Swimming",
                            "Tennis",
                            "Volleyball",
                            "Wilderness",
                            "Wrestling")),
            Map.entry("Technology", List.of()),
            Map.entry("True Crime", List.of()),
            Map.entry(
                    "TV & Film",
                    List.of("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews")));

    public ShowCategory {
        List<String> parts = PARTS.get(name);
        if (parts == null) {
            throw new IllegalArgumentException("no category of Apple's: " + name);
        }
        if (!part.isEmpty() && !parts.contains(part)) {
            throw new IllegalArgumentException("no subcategory of " + name + ": " + part);
        }
    }

    /**
     * Reads {@code News} or {@code News > Daily News}, whatever the case of its letters.
     *
     * @throws IllegalArgumentException if Apple has no such category
     */
    public static ShowCategory parse(String text) {
        int mark = text.indexOf('>');
        String name = mark < 0 ? text.strip() : text.substring(0, mark).strip();
        String part = mark < 0 ? "" : text.substring(mark + 1).strip();
        String known = PARTS.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
        String knownPart = PARTS.getOrDefault(known, List.of()).stream()
                .filter(part::equalsIgnoreCase)
                .findFirst()
                .orElse(part);
        if (mark >= 0 && part.isEmpty()) {
            throw new IllegalArgumentException("no subcategory after >");
        }
        return new ShowCategory(known, knownPart);
    }
}
