package io.heliograph.origin;

import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The pictures and recordings of an XML entry: Media RSS, iTunes, enclosures, and what its body shows. */
record EntryMedia(List<Image> images, List<Media> media) {

    boolean isEmpty() {
        return images.isEmpty() && media.isEmpty();
    }

    static EntryMedia of(Element element, SyndEntry entry, EntryLinks links, List<Href> shown) {
        Reader reader = new Reader(links, duration(text(element, "duration")));
        element.getChildren().stream().filter(Reader::isGroup).forEach(reader::group);
        element.getChildren().stream().filter(Reader::isContent).forEach(content -> reader.group(List.of(content)));
        for (SyndEnclosure enclosure : entry.getEnclosures()) {
            reader.enclosure(
                    orEmpty(enclosure.getUrl()), orEmpty(enclosure.getType()), Medium.bytes(enclosure.getLength()));
        }
        for (Element child : element.getChildren()) {
            if (child.getName().equals("thumbnail") && Reader.isMediaRss(child)) {
                reader.picture(child, "url");
            } else if (child.getName().equals("image")
                    && child.getNamespaceURI().contains("itunes")) {
                reader.picture(child, "href");
            }
        }
        reader.transcripts(element);
        if (reader.images.isEmpty()) {
            shown.stream().findFirst().ifPresent(href -> reader.images.put(href, image(href, 0, 0, "", 0, "", "")));
        }
        return new EntryMedia(List.copyOf(reader.images.values()), List.copyOf(reader.media));
    }

    private static Image image(
            Href href, int width, int height, String type, long bytes, String caption, String credit) {
        Medium medium = Medium.of(type, href.value());
        return new Image(href, width, height, medium.isPicture() ? medium.type() : "", bytes, "", caption, credit);
    }

    /** Gathers without repeats: feeds list one file as enclosure and as media content. */
    private static final class Reader {
        private final EntryLinks links;
        private final Duration entryDuration;
        private final Map<Href, Image> images = new LinkedHashMap<>();
        private final List<Media> media = new ArrayList<>();
        private final Set<Href> seen = new HashSet<>();

        Reader(EntryLinks links, Duration entryDuration) {
            this.links = links;
            this.entryDuration = entryDuration;
        }

        static boolean isMediaRss(Element element) {
            return element.getNamespaceURI().contains("search.yahoo.com/mrss");
        }

        static boolean isGroup(Element element) {
            return element.getName().equals("group") && isMediaRss(element);
        }

        static boolean isContent(Element element) {
            return element.getName().equals("content") && isMediaRss(element);
        }

        void group(Element group) {
            group(group.getChildren().stream().filter(Reader::isContent).toList());
            group.getChildren().stream()
                    .filter(e -> e.getName().equals("thumbnail"))
                    .forEach(thumbnail -> picture(thumbnail, "url"));
        }

        /** Alternates of one content; pictures among them are pictures of the entry. */
        void group(List<Element> contents) {
            List<Rendition> renditions = new ArrayList<>();
            List<Caption> captions = new ArrayList<>();
            Duration duration = Duration.ZERO;
            boolean video = false;
            String title = "";
            for (Element content : contents) {
                Optional<Href> href = links.href(content.getAttributeValue("url", ""));
                if (href.isEmpty()) {
                    continue;
                }
                Medium medium = mediumOf(content, href.get());
                if (medium.isPicture()) {
                    images.putIfAbsent(href.get(), picture(content, href.get(), medium.type()));
                } else if (medium.isRecording() && seen.add(href.get())) {
                    video |= medium.isVideo();
                    renditions.add(new Rendition(
                            href.get(),
                            medium.type(),
                            bounded(content, "width"),
                            bounded(content, "height"),
                            bounded(content, "bitrate"),
                            Medium.bytes(number(content, "fileSize"))));
                    duration = duration.isZero() ? Medium.duration(number(content, "duration")) : duration;
                    title = title.isEmpty() ? PlainTitle.of(text(content, "title")) : title;
                    captions.addAll(captions(content));
                    content.getChildren().stream()
                            .filter(e -> e.getName().equals("thumbnail"))
                            .forEach(thumbnail -> picture(thumbnail, "url"));
                }
            }
            if (!renditions.isEmpty()) {
                add(video, title, duration, renditions, captions);
            }
        }

        void enclosure(String url, String declared, long bytes) {
            Optional<Href> href = links.href(url);
            if (href.isEmpty()) {
                return;
            }
            Medium medium = Medium.of(declared, href.get().value());
            if (medium.isPicture()) {
                images.putIfAbsent(href.get(), image(href.get(), 0, 0, medium.type(), bytes, "", ""));
            } else if (medium.isRecording() && seen.add(href.get())) {
                Rendition rendition = new Rendition(href.get(), medium.type(), 0, 0, 0, bytes);
                add(medium.isVideo(), "", Duration.ZERO, List.of(rendition), List.of());
            }
        }

        void picture(Element element, String attribute) {
            links.href(element.getAttributeValue(attribute, ""))
                    .ifPresent(href -> images.putIfAbsent(href, picture(element, href, "")));
        }

        private static Image picture(Element element, Href href, String type) {
            return image(
                    href,
                    bounded(element, "width"),
                    bounded(element, "height"),
                    type,
                    Medium.bytes(number(element, "fileSize")),
                    PlainTitle.of(text(element, "description")),
                    PlainTitle.of(text(element, "credit")));
        }

        private void add(
                boolean video, String title, Duration duration, List<Rendition> renditions, List<Caption> captions) {
            Media.Kind kind = video ? Media.Kind.VIDEO : Media.Kind.AUDIO;
            media.add(new Media(kind, title, duration.isZero() ? entryDuration : duration, renditions, captions));
        }

        private List<Caption> captions(Element content) {
            List<Caption> captions = new ArrayList<>();
            for (Element e : content.getChildren()) {
                if (e.getName().equals("subTitle")) {
                    links.href(e.getAttributeValue("href", ""))
                            .ifPresent(href -> captions.add(new Caption(
                                    href,
                                    Medium.captionType(e.getAttributeValue("type", ""), href.value()),
                                    Language.tag(e.getAttributeValue("lang", "")))));
                }
            }
            return captions;
        }

        /** Podcasting 2.0's transcripts, which are of the first recording. */
        void transcripts(Element entry) {
            List<Caption> captions = new ArrayList<>();
            for (Element e : entry.getChildren()) {
                if (e.getName().equals("transcript") && EntryEpisode.isPodcasting(e)) {
                    links.href(e.getAttributeValue("url", ""))
                            .ifPresent(href -> captions.add(new Caption(
                                    href,
                                    Medium.captionType(e.getAttributeValue("type", ""), href.value()),
                                    Language.tag(e.getAttributeValue("language", "")))));
                }
            }
            if (!captions.isEmpty()
                    && !media.isEmpty()
                    && media.get(0).captions().isEmpty()) {
                Media first = media.get(0);
                media.set(0, new Media(first.kind(), first.title(), first.duration(), first.renditions(), captions));
            }
        }

        private static Medium mediumOf(Element content, Href href) {
            Medium medium = Medium.of(content.getAttributeValue("type", ""), href.value());
            // The medium alone tells a picture from the rest, but not how to play the rest.
            boolean picture = content.getAttributeValue("medium", "").equals("image");
            return picture && medium.kind() == Medium.Kind.NONE ? Medium.of("image/*", href.value()) : medium;
        }
    }

    private static String text(Element element, String name) {
        return element.getChildren().stream()
                .filter(e -> e.getName().equals(name))
                .map(Element::getTextTrim)
                .findFirst()
                .orElse("");
    }

    /** A number of an attribute, a fraction cut off; 0 if it is absent or none. */
    private static long number(Element element, String attribute) {
        String value = element.getAttributeValue(attribute, "").strip();
        int end = 0;
        while (end < value.length() && end < 15 && Character.digit(value.charAt(end), 10) >= 0) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(value.substring(0, end));
    }

    /** A number of pixels or kilobits; 0 if there cannot be as many. */
    private static int bounded(Element element, String attribute) {
        long number = number(element, attribute);
        return number > 1_000_000 ? 0 : (int) number;
    }

    /** The iTunes forms: seconds, {@code MM:SS} or {@code HH:MM:SS}; zero if it is none. */
    static Duration duration(String text) {
        if (!text.matches("\\d{1,6}(:\\d{1,2}){0,2}(\\.\\d+)?")) {
            return Duration.ZERO;
        }
        long seconds = 0;
        for (String part : text.replaceAll("\\..*", "").split(":", -1)) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return Medium.duration(seconds);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
