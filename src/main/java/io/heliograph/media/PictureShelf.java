package io.heliograph.media;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Slug;
import io.heliograph.media.picture.Darkroom;
import io.heliograph.media.picture.Developed;
import io.heliograph.media.picture.Developed.Print;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of the library. A folder holds a picture in all its sizes and a record of them, so that it is developed
 * once, whatever happens afterwards.
 */
final class PictureShelf {

    /** Names that begin with a dot are served to nobody. */
    private static final String RECORD = ".picture.json";

    private static final int HASH_CHARACTERS = 32;
    private static final int LONGEST_NAME = 60;

    private final MediaFolders folders;
    private final Darkroom darkroom;

    PictureShelf(MediaFolders folders, Darkroom darkroom) {
        this.folders = folders;
        this.darkroom = darkroom;
    }

    /** What names the picture's folder: its content, its name, and the way in which it is developed. */
    static String hash(String name, byte[] bytes) {
        MessageDigest all = Fingerprint.sha256();
        all.update(("picture " + Darkroom.VERSION + '\0' + stem(name) + '\0').getBytes(StandardCharsets.UTF_8));
        all.update(Fingerprint.sha256().digest(bytes));
        return Fingerprint.of(all.digest(), HASH_CHARACTERS);
    }

    /**
     * Keeps a picture: at once if it is known, else it is developed.
     *
     * @param name of its file, whose extension does not count
     * @throws NotDeveloped if it is not known, and may not be developed
     * @throws io.heliograph.media.picture.BadPicture if it is none
     */
    KeptMedia keep(String site, String name, byte[] bytes, boolean mayDevelop) throws IOException {
        String hash = hash(name, bytes);
        Optional<KeptMedia> known = find(site, hash);
        if (known.isPresent()) {
            Files.setLastModifiedTime(folders.of(site, hash), FileTime.from(Instant.now()));
            return known.get();
        }
        if (!mayDevelop) {
            throw new NotDeveloped();
        }
        Developed developed = darkroom.develop(bytes);
        Path place = folders.of(site, hash);
        if (Files.isDirectory(place)) {
            // Of a folder that is not whole nothing is kept.
            MediaFolders.remove(place);
        }
        JsonObject record = record(stem(name), developed);
        folders.fill(place, folder -> {
            int number = 0;
            for (Print print : developed.prints()) {
                Files.write(folder.resolve(fileName(stem(name), print, number++ == 0)), print.bytes());
            }
            Files.writeString(folder.resolve(RECORD), record.encode());
        });
        return media(hash, record);
    }

    /** The picture of a folder, if it is there and whole. */
    Optional<KeptMedia> find(String site, String hash) throws IOException {
        Path place = folders.of(site, hash);
        try {
            JsonObject record = new JsonObject(Files.readString(place.resolve(RECORD)));
            for (Object file : record.getJsonArray("files")) {
                JsonObject entry = (JsonObject) file;
                if (Files.size(place.resolve(entry.getString("name"))) != entry.getLong("bytes")) {
                    return Optional.empty();
                }
            }
            return Optional.of(media(hash, record));
        } catch (NoSuchFileException | DecodeException | NullPointerException | ClassCastException e) {
            // After a crash of the machine files may be shorter than they were.
            return Optional.empty();
        }
    }

    private static JsonObject record(String stem, Developed developed) {
        JsonArray files = new JsonArray();
        for (Print print : developed.prints()) {
            files.add(new JsonObject()
                    .put("name", fileName(stem, print, files.isEmpty()))
                    .put("type", print.format().type())
                    .put("width", print.width())
                    .put("height", print.height())
                    .put("bytes", print.bytes().length));
        }
        return new JsonObject()
                .put("files", files)
                .put("caption", developed.caption())
                .put("credit", developed.credit());
    }

    private static KeptMedia media(String hash, JsonObject record) {
        JsonArray files = record.getJsonArray("files");
        JsonObject widest = files.getJsonObject(0);
        List<KeptMedia.Smaller> smaller = new ArrayList<>();
        for (int i = files.size() - 1; i > 0; i--) {
            JsonObject file = files.getJsonObject(i);
            smaller.add(new KeptMedia.Smaller(
                    path(hash, file.getString("name")), file.getInteger("width"), file.getInteger("height")));
        }
        return new KeptMedia(
                path(hash, widest.getString("name")),
                widest.getString("type"),
                widest.getLong("bytes"),
                widest.getInteger("width"),
                widest.getInteger("height"),
                Duration.ZERO,
                record.getString("caption"),
                record.getString("credit"),
                smaller);
    }

    private static String path(String hash, String name) {
        return "/media/" + hash + "/" + Slug.encoded(name);
    }

    private static String fileName(String stem, Print print, boolean widest) {
        return stem + (widest ? "" : "-" + print.width()) + print.format().extension();
    }

    /** A file's name without its extension, not too long for a file system. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String bare = (dot > 0 ? name.substring(0, dot) : name).replaceAll("^\\.+", "");
        int length = bare.codePointCount(0, bare.length());
        String cut = length <= LONGEST_NAME ? bare : bare.substring(0, bare.offsetByCodePoints(0, LONGEST_NAME));
        return cut.isEmpty() ? "picture" : cut;
    }
}
