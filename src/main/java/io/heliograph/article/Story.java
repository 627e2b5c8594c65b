package io.heliograph.article;

import java.util.List;
import java.util.Optional;
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
 * @param images the first is the lead picture
 */
public record Story(
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
        images = List.copyOf(images);
        media = List.copyOf(media);
        live = List.copyOf(live);
    }

    /** A story with nothing but a title and a body. */
    public static Story of(String title, String html) {
        return new Story(title, "", html, List.of(), "", List.of(), "", List.of(), List.of(), List.of());
    }

    /** The same story under another title. */
    public Story titled(String newTitle) {
        return new Story(newTitle, summary, html, authors, section, tags, language, images, media, live);
    }

    /** The same story with another body and other pictures. */
    public Story illustrated(String newHtml, List<Image> newImages) {
        return new Story(title, summary, newHtml, authors, section, tags, language, newImages, media, live);
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
        return !live.isEmpty() || media.stream().anyMatch(m -> m.kind() == Media.Kind.VIDEO);
    }
}
