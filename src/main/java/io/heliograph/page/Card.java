package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Image;
import io.heliograph.article.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other sites show of a page that is linked to: Open Graph (ogp.me) and X cards. */
final class Card {

    private final List<Head.Meta> metas = new ArrayList<>();

    private Card() {}

    /** Of an article. */
    static List<Head.Meta> of(Frame frame, Article article) {
        Card card = new Card();
        Optional<Image> lead = article.story().images().stream()
                .limit(1)
                .filter(image -> image.href().isOwn())
                .findFirst();
        card.common(
                frame,
                "article",
                article.title(),
                article.languageOr(frame.site().language()));
        lead.ifPresentOrElse(card::picture, () -> card.icon(frame));
        card.add("article:published_time", frame.machineTime(article.published()));
        card.add("article:modified_time", frame.machineTime(article.updated()));
        card.add("article:section", Section.named(article.story().section()).name());
        article.story().tags().forEach(tag -> card.add("article:tag", tag));
        card.add("twitter:card", lead.isPresent() ? "summary_large_image" : "summary");
        return card.metas;
    }

    /** Of any other page with a place. */
    static List<Head.Meta> of(Frame frame) {
        Card card = new Card();
        String title = frame.title().isEmpty() ? frame.site().title() : frame.title();
        card.common(frame, "website", title, frame.site().language());
        card.icon(frame);
        card.add("twitter:card", "summary");
        return card.metas;
    }

    private void common(Frame frame, String type, String title, String language) {
        add("og:type", type);
        add("og:title", title);
        add("og:description", frame.description());
        add("og:url", frame.canonical());
        add("og:site_name", frame.site().title());
        add("og:locale", new Language(language).withTerritory());
    }

    private void picture(Image image) {
        add("og:image", image.href().value());
        add("og:image:width", image.width() > 0 ? Integer.toString(image.width()) : "");
        add("og:image:height", image.height() > 0 ? Integer.toString(image.height()) : "");
        add("og:image:alt", image.words());
    }

    private void icon(Frame frame) {
        add("og:image", frame.asset("icon-512.png"));
        add("og:image:width", "512");
        add("og:image:height", "512");
        add("og:image:alt", frame.name());
    }

    private void add(String property, String content) {
        if (!content.isEmpty()) {
            metas.add(new Head.Meta(property, content));
        }
    }
}
