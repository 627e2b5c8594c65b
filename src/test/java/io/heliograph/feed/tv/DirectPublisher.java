package io.heliograph.feed.tv;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Href;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The strictest reading of the Direct Publisher specification, as a check of a whole feed. */
final class DirectPublisher {

    static final List<String> KINDS = List.of("movies", "series", "shortFormVideos", "tvSpecials", "liveFeeds");

    static final Set<String> GENRES = Set.of(
            "action adventure animals animated anime children comedy crime documentary drama educational fantasy faith food fashion gaming health history horror miniseries mystery nature news reality romance science special sports thriller technology sitcom"
                    .split(" "));

    private static final String DATE_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    private DirectPublisher() {}

    /** Parses a feed and holds every field of it against the specification. */
    static JsonObject check(String document) {
        JsonObject root = Json.parse(document);
        Json.assertNothingNullOrEmpty(root);
        assertThat(document.length()).isPositive().isLessThan(512_000);
        fields(root, "providerName lastUpdated language", KINDS, "categories playlists");
        assertThat(root.getString("lastUpdated")).matches(DATE_TIME);
        assertThat(OffsetDateTime.parse(root.getString("lastUpdated"))).isNotNull();
        assertThat(root.getString("language")).matches(LANGUAGE);
        Set<String> ids = new HashSet<>();
        Set<String> listable = new HashSet<>();
        for (String kind : KINDS) {
            for (JsonObject item : Json.objects(root, kind)) {
                item(item, kind.equals("liveFeeds"));
                assertThat(ids.add(item.getString("id"))).as("a unique id").isTrue();
                if (!kind.equals("liveFeeds")) {
                    listable.add(item.getString("id"));
                }
            }
        }
        Set<String> playlists = new HashSet<>();
        for (JsonObject playlist : Json.objects(root, "playlists")) {
            fields(playlist, "name itemIds", List.of(), "");
            assertThat(playlist.getString("name")).hasSizeBetween(1, 20);
            assertThat(playlists.add(playlist.getString("name"))).isTrue();
            assertThat(strings(playlist, "itemIds")).isNotEmpty().allMatch(listable::contains);
        }
        for (JsonObject category : Json.objects(root, "categories")) {
            fields(category, "name playlistName order", List.of(), "");
            assertThat(playlists).contains(category.getString("playlistName"));
            assertThat(category.getString("order")).isEqualTo("manual");
        }
        assertThat(Json.urls(root)).allMatch(Href::absolute);
        return root;
    }

    private static void item(JsonObject item, boolean live) {
        fields(
                item,
                "id title content genres thumbnail shortDescription "
                        + (live ? "longDescription brandedThumbnail" : "releaseDate"),
                List.of(),
                "longDescription tags");
        assertThat(item.getString("id")).matches("[A-Za-z0-9]{1,50}");
        assertThat(item.getString("title")).isNotBlank();
        assertThat(strings(item, "genres"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(genre -> GENRES.contains(genre) || genre.equals("science fiction"));
        assertThat(item.getString("shortDescription")).hasSizeBetween(1, 200);
        if (item.containsKey("longDescription")) {
            assertThat(item.getString("longDescription"))
                    .hasSizeBetween(1, 500)
                    .isNotEqualTo(item.getString("shortDescription"));
        }
        if (item.containsKey("tags")) {
            assertThat(strings(item, "tags")).doesNotHaveDuplicates().allMatch(tag -> tag.length() <= 20);
        }
        if (!live) {
            assertThat(item.getString("releaseDate")).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(LocalDate.parse(item.getString("releaseDate"))).isNotNull();
        }
        content(item.getJsonObject("content"), live);
    }

    private static void content(JsonObject content, boolean live) {
        fields(content, "dateAdded videos language duration", List.of(), "captions");
        assertThat(content.getString("dateAdded")).matches(DATE_TIME);
        assertThat(content.getString("language")).matches(LANGUAGE);
        // The specification has none for live streams; the code of channels reads the field of every item.
        assertThat(content.getValue("duration")).isInstanceOf(Integer.class);
        assertThat(content.getInteger("duration") > 0).isNotEqualTo(live);
        List<JsonObject> videos = Json.objects(content, "videos");
        assertThat(videos).isNotEmpty();
        for (JsonObject video : videos) {
            boolean adaptive = Set.of("HLS", "SMOOTH", "DASH").contains(video.getString("videoType"));
            fields(video, "url quality videoType" + (adaptive ? "" : " bitrate"), List.of(), "");
            assertThat(video.getString("quality")).isIn("SD", "HD", "FHD", "UHD");
            assertThat(video.getString("videoType")).isIn("HLS", "SMOOTH", "DASH", "MP4", "MOV", "M4V");
            if (adaptive) {
                assertThat(videos).hasSize(1);
            } else {
                assertThat(video.getValue("bitrate")).isInstanceOf(Integer.class);
                assertThat(video.getInteger("bitrate")).isPositive();
            }
        }
        for (JsonObject caption : Json.objects(content, "captions")) {
            fields(caption, "url language captionType", List.of(), "");
            assertThat(caption.getString("language")).matches(LANGUAGE);
            assertThat(caption.getString("captionType")).isIn("CLOSED_CAPTION", "SUBTITLE");
        }
    }

    /** All of the required fields, and none beyond these and the optional ones. */
    private static void fields(JsonObject object, String required, List<String> optional, String more) {
        assertThat(object.fieldNames()).contains(required.split(" "));
        List<String> known = new ArrayList<>(List.of(required.split(" ")));
        known.addAll(optional);
        known.addAll(List.of(more.split(" ")));
        assertThat(known).containsAll(object.fieldNames());
    }

    static List<String> strings(JsonObject object, String field) {
        return object.getJsonArray(field, new JsonArray()).stream()
                .map(String.class::cast)
                .toList();
    }
}
