package io.heliograph.origin;

import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.http.BadRequest;
import io.heliograph.http.MediaType;
import io.heliograph.http.RequestTarget;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Resolves the links of one article's file: to another article's file, to a picture or recording beside it, to a path of
 * the site, to the world.
 */
final class FileLinks implements Cleaner.Links {

    /** Relative references to the world do not occur; this base only completes those that begin with two slashes. */
    private static final URI BASE = URI.create("https://base.invalid/");

    private final Path folder;
    private final Path file;
    private final Map<Path, String> articlePaths;
    private final EntryLinks world;
    private final MediaShelf shelf;
    private final Set<Path> used = new LinkedHashSet<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Map<Href, MediaShelf.Shelved> shelved = new HashMap<>();
    private final BooleanSupplier mayTakeLong;
    private boolean unfinished;

    /**
     * Links of one file.
     *
     * @param folder the origin's, real and absolute
     * @param file within it
     * @param articlePaths where each article's file is served
     * @param mayTakeLong whether there is time to work on pictures that were not seen before
     */
    FileLinks(
            Path folder,
            Path file,
            Map<Path, String> articlePaths,
            List<Host> hosts,
            MediaShelf shelf,
            BooleanSupplier mayTakeLong) {
        this.mayTakeLong = mayTakeLong;
        this.folder = folder;
        this.file = file;
        this.articlePaths = articlePaths;
        this.world = new EntryLinks(BASE, hosts);
        this.shelf = shelf;
    }

    /** The files that the article names, whether or not they are there; when one changes, the article does. */
    Set<Path> used() {
        return used;
    }

    /** Whether a reference is a web address, and no path of a file. */
    static boolean leadsIntoTheWorld(String reference) {
        return reference.matches("(?is)(https?:)?[/\\\\]{2}.*");
    }

    /** Where a web address leads; empty if nowhere. */
    Optional<Href> world(String reference) {
        return world.href(reference);
    }

    /** The absolute URL of a web address, as it is on every host; empty if it is none. */
    Optional<URI> address(String reference) {
        return leadsIntoTheWorld(reference) ? LooseUrl.resolve(BASE, reference) : Optional.empty();
    }

    /** What was put on the shelf, by where it is served. */
    Map<Href, MediaShelf.Shelved> shelved() {
        return shelved;
    }

    /** Whether there was no time for a picture, and the file has to be read again. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** Links that lead to nothing. */
    Set<String> broken() {
        return broken;
    }

    @Override
    public String resolve(String raw) {
        if (raw.isEmpty() || raw.startsWith("#")) {
            return "";
        }
        if (raw.startsWith("//") || raw.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return world.resolve(raw);
        }
        Optional<Path> target = file(raw);
        if (target.isPresent()) {
            String path = articlePaths.get(target.get());
            if (path != null) {
                return Href.own(path + fragment(raw)).value();
            }
            if (!MediaType.byName(target.get().toString()).equals(MediaType.UNKNOWN)) {
                try {
                    return shelve(target.get()).href().value();
                } catch (MediaShelf.NotYet e) {
                    return "";
                } catch (IOException e) {
                    broken.add(raw + ": " + e.getMessage());
                    return "";
                }
            }
        }
        if (raw.startsWith("/")) {
            return ownPath(raw);
        }
        broken.add(raw);
        return "";
    }

    /** The regular file of the folder that a reference names, relative to the article or, with a slash, to the folder. */
    Optional<Path> file(String reference) {
        try {
            String path =
                    URLDecoder.decode(reference.replaceAll("[?#].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
            Path from = path.startsWith("/") ? folder : file.resolveSibling("");
            Path found = from.resolve(path.replaceAll("^/+", "")).normalize();
            if (found.startsWith(folder)) {
                used.add(found);
            }
            // Wherever links of the file system lead: not out of the folder.
            return Files.isRegularFile(found) && found.toRealPath().startsWith(folder)
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    MediaShelf.Shelved shelve(Path target) throws IOException {
        try {
            MediaShelf.Shelved put = shelf.shelve(target, folder, mayTakeLong.getAsBoolean());
            shelved.put(put.href(), put);
            return put;
        } catch (MediaShelf.NotYet e) {
            unfinished = true;
            throw e;
        }
    }

    private String ownPath(String raw) {
        String path = raw.replaceAll("[?#].*", "");
        try {
            return Href.own(RequestTarget.normalise(path) + fragment(raw)).value();
        } catch (BadRequest e) {
            broken.add(raw);
            return "";
        }
    }

    private static String fragment(String raw) {
        int hash = raw.indexOf('#');
        return hash < 0 ? "" : raw.substring(hash).replaceAll("[^#A-Za-z0-9._~-]", "");
    }
}
