package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Text;
import java.util.Locale;

/** Writes an article's pictures and recordings as Media RSS 1.5.1. */
final class MediaRss {

    /** The namespace; its slash at the end is part of it. */
    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private MediaRss() {}

    static void write(Article article, XmlWriter xml) {
        for (Image image : article.story().images()) {
            image(image, xml);
        }
        for (Media media : article.story().media()) {
            if (media.renditions().size() == 1) {
                content(media, media.renditions().get(0), xml);
            } else {
                // A group holds alternates of one content; one with a single member is no group.
                xml.open("media:group");
                media.renditions().forEach(rendition -> content(media, rendition, xml));
                xml.close("media:group");
            }
        }
        article.story().images().stream()
                .findFirst()
                .ifPresent(image -> xml.empty(
                        "media:thumbnail",
                        "url",
                        image.href().value(),
                        "width",
                        known(image.width()),
                        "height",
                        known(image.height())));
    }

    private static void image(Image image, XmlWriter xml) {
        xml.open(
                "media:content",
                "url",
                image.href().value(),
                "type",
                image.type(),
                "medium",
                "image",
                "fileSize",
                known(image.bytes()),
                "width",
                known(image.width()),
                "height",
                known(image.height()));
        if (!image.words().isEmpty()) {
            words("media:description", image.caption().isEmpty() ? image.alt() : image.caption(), xml);
        }
        if (!image.credit().isEmpty()) {
            xml.text("media:credit", image.credit());
        }
        xml.close("media:content");
    }

    /** Plain text, said to be HTML where a tag in it would be taken for one. */
    static void words(String element, String text, XmlWriter xml) {
        if (text.indexOf('<') < 0) {
            xml.text(element, text, "type", "plain");
        } else {
            xml.html(element, Text.escaped(text), "type", "html");
        }
    }

    private static void content(Media media, Rendition rendition, XmlWriter xml) {
        xml.empty(
                "media:content",
                "url",
                rendition.href().value(),
                "type",
                rendition.type(),
                "medium",
                media.kind().name().toLowerCase(Locale.ROOT),
                "fileSize",
                known(rendition.bytes()),
                "bitrate",
                known(rendition.kilobitsPerSecond()),
                "duration",
                known(media.duration().toSeconds()),
                "width",
                known(rendition.width()),
                "height",
                known(rendition.height()));
    }

    private static String known(long number) {
        return number > 0 ? Long.toString(number) : "";
    }
}
