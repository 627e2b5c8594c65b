package io.heliograph.config;

import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Selection;
import io.heliograph.article.Slug;
import io.heliograph.article.Syndication;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads how a site's feeds are made. */
final class SyndicationReader {

    private static final long LEAST_SIZE = 16L << 10;
    private static final int MOST_FEEDS = 200;

    private final String language;

    /**
     * A reader for a site.
     *
     * @param language the site's; empty if the configuration does not say
     */
    private SyndicationReader(String language) {
        this.language = language;
    }

    static Syndication read(MappingReader site, String language, Syndication partners) {
        SyndicationReader reader = new SyndicationReader(language);
        List<Choice> choices = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (MappingReader feed : site.mappings("feeds")) {
            Choice choice = reader.choice(feed);
            if (!choice.id().isEmpty() && !ids.add(choice.id())) {
                feed.wrong("id", "\"" + choice.id() + "\" for a second feed", "an id that no other feed has");
            } else if (choices.size() == MOST_FEEDS) {
                feed.wrong("id", "one feed more than " + MOST_FEEDS, "at most " + MOST_FEEDS + " feeds");
            } else {
                choices.add(choice);
            }
        }
        return partners.with(choices, site.size("feedSize", Syndication.USUAL.mostBytes(), LEAST_SIZE));
    }

    private Choice choice(MappingReader reader) {
        String id = reader.value("id", "", "a short name of a-z, 0-9 and hyphens", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new IllegalArgumentException("no id");
            }
            return text;
        });
        if (!reader.has("id")) {
            reader.wrong("id", "nothing", "a short name of a-z, 0-9 and hyphens, unique among the site's feeds");
        }
        if (!reader.has("title")) {
            reader.wrong("title", "nothing", "what the feed is called");
        }
        if (!reader.has("include") && !reader.has("exclude")) {
            reader.wrong("include", "nothing, and no exclude", "what the feed holds, or what it leaves out");
        }
        Choice choice = new Choice(
                id,
                reader.text("title", id),
                reader.text("description", ""),
                criteria(reader.mapping("include")),
                criteria(reader.mapping("exclude")));
        reader.refuseOthers();
        return choice;
    }

    private Criteria criteria(MappingReader reader) {
        List<Set<Selection>> groups = new ArrayList<>();
        groups.add(named(reader, "sections", Selection.InSection::new));
        groups.add(named(reader, "tags", Selection.InTag::new));
        groups.add(named(reader, "authors", Selection.ByAuthor::new));
        Set<Selection> languages = new LinkedHashSet<>();
        for (String tag : reader.values("languages", "a language tag such as en or pt-BR", ConfigReader::language)) {
            languages.add(new Selection.InLanguage(tag));
            if (tag.equals(language)) {
                // Articles that name no language are in the site's.
                languages.add(new Selection.InLanguage(""));
            }
        }
        groups.add(languages);
        groups.add(new LinkedHashSet<>(reader.values("media", "video, audio or live", text -> switch (text) {
            case "video" -> Selection.FILMED;
            case "audio" -> Selection.AUDIBLE;
            case "live" -> Selection.LIVE;
            default -> throw new IllegalArgumentException("none of them");
        })));
        Criteria criteria = new Criteria(groups, reader.value("words", "", "a word with a letter or digit", text -> {
            if (!text.isEmpty() && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException("no letter or digit");
            }
            return text;
        }));
        reader.refuseOthers();
        return criteria;
    }

    private static Set<Selection> named(MappingReader reader, String key, Function<String, Selection> selection) {
        return new LinkedHashSet<>(reader.values(key, "a name with a letter or digit", name -> {
            String slug = Slug.of(name);
            if (slug.isEmpty()) {
                throw new IllegalArgumentException("no letter or digit");
            }
            return selection.apply(slug);
        }));
    }
}
