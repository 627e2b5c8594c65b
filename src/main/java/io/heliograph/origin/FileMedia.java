package io.heliograph.origin;

import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.http.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures and recordings that an article's file names. Files of the folder go on the shelf; URLs stay URLs. */
final class FileMedia {

    private final FileLinks links;
    private final ZoneId zone;
    private final String where;
    private final List<EntryProblem> problems;

    /** The media of a file. {@code zone} is that of dates that name none. */
    FileMedia(FileLinks links, ZoneId zone, String where, List<EntryProblem> problems) {
        this.links = links;
        this.zone = zone;
        this.where = where;
        this.problems = problems;
    }

    /** The lead picture; none if there is none, or it is bad, which is noted. */
    List<Image> images(FrontMatter matter) {
        List<FrontMatter> named = matter.mappings("image", "url");
        if (named.isEmpty()) {
            return List.of();
        }
        FrontMatter image = named.get(0);
        String reference = image.has("url") ? image.text("url") : image.text("file");
        List<Image> images = new ArrayList<>();
        find(reference).ifPresent(found -> {
            Medium medium = Medium.of(found.type(), found.href().value());
            // A web address need not say what is there: that it is a picture is what the file says.
            if (medium.isPicture() || found.type().equals(MediaType.UNKNOWN) || noted("is no picture: " + reference)) {
                images.add(found.typed(medium.type())
                        .image(
                                either(image, matter, "alt"),
                                either(image, matter, "caption"),
                                either(image, matter, "credit")));
            }
        });
        return images;
    }

    List<Media> media(FrontMatter matter) {
        List<Media> media = new ArrayList<>();
        for (FrontMatter entry : matter.mappings("media", "url")) {
            if (!entry.isTrue("live")) {
                recording(entry).ifPresent(media::add);
            }
        }
        return media;
    }

    List<Live> live(FrontMatter matter) {
        List<Live> live = new ArrayList<>();
        for (FrontMatter entry : matter.mappings("media", "url")) {
            if (entry.isTrue("live")) {
                List<Rendition> renditions = renditions(entry, new ArrayList<>());
                if (!renditions.isEmpty()) {
                    live.add(new Live(entry.text("title"), date(entry, "start"), date(entry, "end"), renditions));
                }
            }
        }
        return live;
    }

    private Instant date(FrontMatter entry, String field) {
        String text = entry.text(field);
        Optional<Instant> date = LooseDate.parse(text, zone);
        if (date.isEmpty() && !text.isEmpty()) {
            noted(field + " is not a date: " + text);
        }
        return date.map(moment -> moment.truncatedTo(ChronoUnit.SECONDS)).orElse(Instant.EPOCH);
    }

    /** The list of a recording's chapters; none if there is none, or it is bad, which is noted. */
    List<Href> chapters(FrontMatter matter) {
        String reference = matter.text("chapters");
        return find(reference).stream()
                .filter(found -> MediaType.byUrl(reference).equals("application/json")
                        || noted("chapters are in no .json file: " + reference))
                .map(MediaShelf.Shelved::href)
                .toList();
    }

    private Optional<Media> recording(FrontMatter entry) {
        List<Duration> durations = new ArrayList<>();
        List<Rendition> renditions = renditions(entry, durations);
        if (renditions.isEmpty()) {
            return Optional.empty();
        }
        boolean video = renditions.stream().anyMatch(r -> MediaType.isVideo(r.type()));
        Duration declared = duration(entry.text("duration"));
        Duration duration = !declared.isZero()
                ? declared
                : durations.stream().filter(d -> !d.isZero()).findFirst().orElse(Duration.ZERO);
        List<Caption> captions = new ArrayList<>();
        for (FrontMatter caption : entry.mappings("captions", "url")) {
            find(caption.text("url"))
                    .ifPresent(found -> captions.add(new Caption(
                            found.href(),
                            Medium.captionType(found.type(), ""),
                            Language.tag(caption.text("language")))));
        }
        return Optional.of(new Media(
                video ? Media.Kind.VIDEO : Media.Kind.AUDIO, entry.text("title"), duration, renditions, captions));
    }

    private List<Rendition> renditions(FrontMatter entry, List<Duration> durations) {
        List<FrontMatter> named = entry.has("renditions") ? entry.mappings("renditions", "url") : List.of(entry);
        List<Rendition> renditions = new ArrayList<>();
        for (FrontMatter rendition : named) {
            String type = rendition.text("type");
            find(rendition.text("url")).ifPresent(found -> {
                Medium medium = Medium.of(type, found.href().value());
                if (medium.isRecording() || noted("is neither sound nor video: " + rendition.text("url"))) {
                    durations.add(found.duration());
                    renditions.add(new Rendition(
                            found.href(),
                            medium.type(),
                            number(rendition, "width", found.width()),
                            number(rendition, "height", found.height()),
                            number(rendition, "bitrate", 0),
                            medium.type().equals("application/vnd.apple.mpegurl") ? 0 : found.bytes()));
                }
            });
        }
        return renditions;
    }

    /** What a reference leads to: a file of the folder, put on the shelf, or a URL. */
    private Optional<MediaShelf.Shelved> find(String reference) {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        if (FileLinks.leadsIntoTheWorld(reference)) {
            Optional<Href> url = links.world(reference);
            if (url.isEmpty()) {
                noted("is no web address: " + reference);
            }
            return url.map(href -> new MediaShelf.Shelved(href, MediaType.byUrl(href.value()), 0, 0, 0, Duration.ZERO));
        }
        Optional<Path> file = links.file(reference);
        if (file.isEmpty()) {
            noted("there is no file " + reference);
            return Optional.empty();
        }
        try {
            return Optional.of(links.shelve(file.get()));
        } catch (MediaShelf.NotYet e) {
            return Optional.empty();
        } catch (IOException e) {
            noted(reference + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Notes what is left out; always false, so that it can stand in a condition. */
    private boolean noted(String detail) {
        problems.add(new EntryProblem(where, EntryProblem.Reason.PART_LEFT_OUT, detail));
        return false;
    }

    private static String either(FrontMatter image, FrontMatter matter, String name) {
        return image.has(name) ? image.text(name) : matter.text(name);
    }

    private static int number(FrontMatter matter, String name, int otherwise) {
        String text = matter.text(name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** {@code 14s}, {@code 1m5s}, {@code 1h2m}, a number of seconds, or {@code MM:SS}; zero if it is none. */
    static Duration duration(String text) {
        if (text.matches("(?i)(\\d{1,4}h)?(\\d{1,4}m)?(\\d{1,6}s)?") && !text.isEmpty()) {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
        return EntryMedia.duration(text);
    }
}
