package io.heliograph.article;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an article says and shows, whoever keeps it.
 *
 * @param title plain text; empty only in a draft whose origin gave none
 * @param summary plain text; may be empty
 * @param html cleaned HTML of the body; own URLs in it have their host open ({@link Href#OPEN_HOST})
 * @param section name of the section; empty if none
 * @param tags without repeats
 * @param language BCP 47 tag; empty means the site's language
 * @param translationKey the same for articles of a site that say the same in several languages; empty if there are none
 * @param images the first is the lead picture
 * @param episode what podcast players are told of it
 * @param source the feed it was taken from; {@link Source#NONE} if it is the publisher's own
 */
public record Story(
        String title,
        String summary,
        String html,
        List<Author> authors,
        String section,
        List<String> tags,
        String language,
        String translationKey,
        List<Image> images,
        List<Media> media,
        List<Live> live,
        Episode episode,
        Source source) {

    public Story {
        title = Text.line(title);
        summary = Text.line(summary);
        html = Text.block(html);
        authors = List.copyOf(authors);
        section = Text.line(section);
        tags = tags.stream()
                .map(Text::line)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        language = Text.line(language);
        translationKey = Text.line(translationKey);
        images = List.copyOf(images);
        media = List.copyOf(media);
        live = List.copyOf(live);
    }

    /** A story of the publisher's own. */
    public Story(
            String title,
            String summary,
            String html,
            List<Author> authors,
            String section,
            List<String> tags,
            String language,
            String translationKey,
            List<Image> images,
            List<Media> media,
            List<Live> live) {
        this(
                title,
                summary,
                html,
                authors,
                section,
                tags,
                language,
                translationKey,
                images,
                media,
                live,
                Episode.NONE,
                Source.NONE);
    }

    /** A story in one language alone. */
    public Story(
            String title,
            String summary,
            String html,
            List<Author> authors,
            String section,
            List<String> tags,
            String language,
            List<Image> images,
            List<Media> media,
            List<Live> live) {
        this(title, summary, html, authors, section, tags, language, "", images, media, live);
    }

    /** A story with nothing but a title and a body. */
    public static Story of(String title, String html) {
        return new Story(title, "", html, List.of(), "", List.of(), "", List.of(), List.of(), List.of());
    }

    /** The same story under another title. */
    public Story titled(String newTitle) {
        return with(newTitle, html, images, episode, source);
    }

    /** The same story, taken from a feed. */
    public Story from(Source feed) {
        return with(title, html, images, episode, feed);
    }

    /** The same story as an episode of a podcast. */
    public Story airedAs(Episode aired) {
        return with(title, html, images, aired, source);
    }

    private Story with(String newTitle, String newHtml, List<Image> newImages, Episode newEpisode, Source newSource) {
        return new Story(
                newTitle,
                summary,
                newHtml,
                authors,
                section,
                tags,
                language,
                translationKey,
                newImages,
                media,
                live,
                newEpisode,
                newSource);
    }

    /** The selections with a page of their own that an article with this story is in, each once. */
    public List<Facet> facets() {
        Map<Selection, String> names = new LinkedHashMap<>();
        name(names, Selection.InSection::new, section);
        tags.forEach(tag -> name(names, Selection.InTag::new, tag));
        authors.forEach(author -> name(names, Selection.ByAuthor::new, author.name()));
        if (!language.isEmpty()) {
            names.put(new Selection.InLanguage(language), language);
        }
        return names.entrySet().stream()
                .map(e -> new Facet(e.getKey(), e.getValue(), 1))
                .toList();
    }

    private static void name(Map<Selection, String> names, Function<String, Selection> selection, String name) {
        String slug = Slug.of(name);
        if (!slug.isEmpty()) {
            names.putIfAbsent(selection.apply(slug), name);
        }
    }

    /** Every selection that an article with this story is in; the publisher's own choices apart. */
    public Set<Selection> selections() {
        Set<Selection> all = new LinkedHashSet<>();
        all.add(Selection.WHOLE);
        if (isWatchable()) {
            all.add(Selection.WATCHABLE);
        }
        if (has(Media.Kind.VIDEO)) {
            all.add(Selection.FILMED);
        }
        if (!live.isEmpty()) {
            all.add(Selection.LIVE);
        }
        if (has(Media.Kind.AUDIO)) {
            all.add(Selection.AUDIBLE);
        }
        facets().forEach(facet -> all.add(facet.selection()));
        if (language.isEmpty()) {
            all.add(new Selection.InLanguage(""));
        }
        if (!translationKey.isEmpty()) {
            all.add(new Selection.Translations(translationKey));
        }
        return all;
    }

    /** The same story with another body and other pictures. */
    public Story illustrated(String newHtml, List<Image> newImages) {
        return with(title, newHtml, newImages, episode, source);
    }

    /** What the story is about: its section, then its tags, each once. */
    public List<String> topics() {
        return Stream.concat(Stream.of(section).filter(s -> !s.isEmpty()), tags.stream())
                .distinct()
                .toList();
    }

    /** The lead picture, to be shown beside the body; none if the body shows it itself, and its credit. */
    public Optional<Image> leadBeside() {
        return images.stream().limit(1).filter(lead -> !shows(lead)).findFirst();
    }

    /** In cleaned HTML, attributes stand in double quotes, and of the characters of a URL they escape one. */
    private boolean shows(Image image) {
        return html.contains('"' + image.href().value().replace("&", "&amp;") + '"')
                && html.contains(image.credit().replace("&", "&amp;"));
    }

    /** Whether there is a video or live stream in it. */
    public boolean isWatchable() {
        return !live.isEmpty() || has(Media.Kind.VIDEO);
    }

    private boolean has(Media.Kind kind) {
        return media.stream().anyMatch(m -> m.kind() == kind);
    }
}
