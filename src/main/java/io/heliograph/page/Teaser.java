package io.heliograph.page;

import gg.jte.Content;
import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Media;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Slug;
import io.heliograph.feed.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as pages show it: its parts made ready for templates.
 *
 * @param frame amid the article's text
 */
public record Teaser(Frame frame, Article article) {

    /** A name that leads somewhere; nowhere if the URL is null. */
    public record Link(String name, @Nullable String url) {}

    @Nullable public Picture picture() {
        return Picture.leadOf(article).orElse(null);
    }

    /** The article's section; null if it has none. */
    @Nullable public Link section() {
        Section section = Section.named(article.story().section());
        return section.slug().isEmpty()
                ? null
                : new Link(section.name(), frame.page(new Selection.InSection(section.slug())));
    }

    /** What it is about, as far as there is room: its summary, or how it begins. */
    public String summary(int characters) {
        return Excerpt.of(article, characters);
    }

    /** "By A, B and C", each leading to more by the same author; null if nobody is named. */
    @Nullable public Content byline() {
        if (article.authors().isEmpty()) {
            return null;
        }
        List<Markup> names = article.authors().stream().map(this::name).toList();
        return frame.say("by", frame.voice().list(names));
    }

    private Markup name(Author author) {
        String slug = Slug.of(author.name());
        Markup name = Markup.text(author.name());
        return slug.isEmpty() ? name : name.in("a", "href", frame.page(new Selection.ByAuthor(slug)), "rel", "author");
    }

    /** The names alone. */
    @Nullable public Content names() {
        List<Markup> names = article.authors().stream()
                .map(author -> Markup.text(author.name()))
                .toList();
        return names.isEmpty() ? null : frame.voice().listAmid(names);
    }

    public List<Link> tags() {
        return article.story().tags().stream()
                .map(tag ->
                        new Link(tag, Slug.of(tag).isEmpty() ? null : frame.page(new Selection.InTag(Slug.of(tag)))))
                .toList();
    }

    /** Video, sound or live, and how long it takes; null if there is nothing to play. */
    @Nullable public Content badge() {
        if (!article.story().live().isEmpty()) {
            return frame.say("live");
        }
        List<Media> media = article.story().media();
        if (media.isEmpty()) {
            return null;
        }
        Media first = media.get(0);
        Markup kind = frame.voice().say(first.kind() == Media.Kind.VIDEO ? "video" : "audio");
        return first.duration().isZero()
                ? kind
                : new Markup(kind.html() + " " + frame.dates().length(first.duration()));
    }

    public boolean isLive() {
        return !article.story().live().isEmpty();
    }

    /** The body, typeset. */
    public String body() {
        return Body.of(article);
    }

    public List<Player> players() {
        return Player.of(frame, article);
    }
}
