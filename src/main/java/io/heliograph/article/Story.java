package io.heliograph.article;

import java.util.List;

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

    /** Whether there is a video or live stream in it. */
    public boolean isWatchable() {
        return !live.isEmpty() || media.stream().anyMatch(m -> m.kind() == Media.Kind.VIDEO);
    }
}
