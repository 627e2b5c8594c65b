package io.heliograph.media;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Slug;
import io.heliograph.http.EntityTag;
import io.heliograph.http.HttpDate;
import io.heliograph.http.MediaType;
import io.heliograph.media.picture.BadPicture;
import io.heliograph.media.picture.Darkroom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures and recordings of all sites. Each is kept in a folder named by the hash of its content, so a URL's bytes
 * never change and the same file is kept once a site. Every call blocks.
 */
public final class MediaLibrary {

    private static final int HASH_CHARACTERS = 32;

    /** Of the Java heap, so that the rest of the gateway has enough beside the decoders. */
    private static final long MEMORY_OF_A_PLACE = 400L << 20;

    private static final Set<String> SERVED_TEXT = Set.of(
            "text/vtt",
            "application/x-subrip",
            "application/ttml+xml",
            "application/pdf",
            "application/json",
            Playlist.TYPE);

    private final MediaFolders folders;
    private final PictureShelf pictures;
    private final Duration keepUnused;

    /** What was kept of each file, by site and file: spares reading it again while it stays as it is. */
    private final Map<String, Remembered> kept = new ConcurrentHashMap<>();

    private record Remembered(String state, KeptMedia media) {}

    /**
     * A library in a directory, which is made if it is not there.
     *
     * @throws UncheckedIOException if it cannot be
     */
    public MediaLibrary(MediaSettings settings) {
        this(settings, new Darkroom(places()));
    }

    MediaLibrary(MediaSettings settings, Darkroom darkroom) {
        this.keepUnused = settings.keepUnused();
        try {
            this.folders = new MediaFolders(settings.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.pictures = new PictureShelf(folders, darkroom);
    }

    /** How many pictures may be developed at a time: one for each processor, of two, and as the memory allows. */
    private static int places() {
        Runtime runtime = Runtime.getRuntime();
        long fitting = runtime.maxMemory() / MEMORY_OF_A_PLACE;
        return (int) Math.max(1, Math.min(fitting, Math.min(2, runtime.availableProcessors())));
    }

    /**
     * Keeps a file for a site, and with a playlist all that it names. Pictures are developed, which takes a while.
     *
     * @param root real folder beyond which nothing is taken
     * @param mayDevelop whether a picture that is not known is developed
     * @throws NotDeveloped if it is a picture that is not known, and may not be developed
     * @throws IOException if it is no media that we serve, cannot be read or kept, or names what is not there
     */
    public KeptMedia keep(String site, Path file, Path root, boolean mayDevelop) throws IOException {
        String name = file.getFileName().toString();
        String type = MediaType.byName(name);
        if (!isServed(type)) {
            throw new IOException("no kind of file that is served: " + name);
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        String state = now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
        Remembered before = kept.get(site + '\n' + file);
        // A playlist may be as it was while what it names is not.
        if (before != null && before.state().equals(state) && !type.equals(Playlist.TYPE)) {
            return before.media();
        }
        KeptMedia media = MediaType.isImage(type)
                ? keepPicture(site, file, now.size(), mayDevelop)
                : type.equals(Playlist.TYPE) ? keepBundle(site, file, root) : keepOne(site, file, type);
        kept.put(site + '\n' + file, new Remembered(state, media));
        return media;
    }

    /** Keeps a file however long it takes. */
    KeptMedia keep(String site, Path file, Path root) throws IOException {
        return keep(site, file, root, true);
    }

    /**
     * Keeps a picture that came from elsewhere.
     *
     * @param name of its file, whose extension does not count
     * @throws io.heliograph.media.picture.BadPicture if it is none
     */
    public KeptMedia keepPicture(String site, String name, byte[] bytes) throws IOException {
        return pictures.keep(site, name, bytes, true);
    }

    /** A picture that was kept, by the hash in its path; empty if it was removed, or damaged. */
    Optional<KeptMedia> picture(String site, String hash) throws IOException {
        return pictures.find(site, hash);
    }

    /** Where it is written down what the URLs of other hosts gave to a site. */
    Path ledgerFile(String site) {
        return folders.file(".mirrored", site + ".jsonl");
    }

    /**
     * The file at a path.
     *
     * @param path normalised, such as {@code /media/{hash}/{name}}
     */
    public Optional<MediaFile> find(String site, String path) {
        String[] parts = path.split("/", 4);
        if (parts.length < 4 || !parts[1].equals("media") || !parts[2].matches("[a-z2-7]{" + HASH_CHARACTERS + "}")) {
            return Optional.empty();
        }
        try {
            String name = URLDecoder.decode(parts[3].replace("+", "%2B"), StandardCharsets.UTF_8);
            Path folder = folders.of(site, parts[2]);
            Path file = folder.resolve(name);
            // One file has one path: no dots, no slash too many.
            if (!file.equals(file.normalize())
                    || !file.startsWith(folder)
                    || file.equals(folder)
                    || !folder.relativize(file).toString().equals(name)
                    || name.startsWith(".")) {
                return Optional.empty();
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            return Optional.of(new MediaFile(
                    file,
                    attributes.size(),
                    MediaType.byName(name),
                    EntityTag.strong(Fingerprint.of(parts[2] + '/' + name, 26)),
                    HttpDate.toSecond(attributes.lastModifiedTime().toInstant())));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Removes what no article of a site has used for a while. Used paths are as {@link KeptMedia#path} gives them. */
    public void sweep(String site, Set<String> usedPaths, Instant now) throws IOException {
        Path shelf = folders.of(site);
        if (!Files.isDirectory(shelf)) {
            return;
        }
        Set<String> used = new HashSet<>();
        usedPaths.forEach(path -> used.add(path.split("/", 4)[2]));
        List<Path> present;
        try (Stream<Path> all = Files.list(shelf)) {
            present = all.toList();
        }
        for (Path folder : present) {
            if (used.contains(folder.getFileName().toString())) {
                Files.setLastModifiedTime(folder, FileTime.from(now));
            } else if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(keepUnused))) {
                MediaFolders.remove(folder);
                kept.values()
                        .removeIf(known -> known.media().path().startsWith("/media/" + folder.getFileName() + "/"));
            }
        }
    }

    private KeptMedia keepPicture(String site, Path file, long bytes, boolean mayDevelop) throws IOException {
        if (bytes > Darkroom.LARGEST_BYTES) {
            throw new BadPicture(
                    BadPicture.Reason.TOO_LARGE, "is larger than " + (Darkroom.LARGEST_BYTES >> 20) + " MB: " + bytes);
        }
        return pictures.keep(site, file.getFileName().toString(), Files.readAllBytes(file), mayDevelop);
    }

    private KeptMedia keepOne(String site, Path file, String type) throws IOException {
        boolean mp4 = type.equals("video/mp4")
                || type.equals("video/x-m4v")
                || type.equals("video/quicktime")
                || type.equals("audio/mp4");
        Duration duration = mp4 ? Mp4.duration(file) : Duration.ZERO;
        String name = file.getFileName().toString();
        String hash = store(site, Map.of(name, file));
        return new KeptMedia(path(hash, name), type, Files.size(file), 0, 0, duration);
    }

    private KeptMedia keepBundle(String site, Path playlist, Path root) throws IOException {
        Bundle bundle = Bundle.of(playlist, root);
        String name = bundle.base().relativize(playlist).toString().replace('\\', '/');
        String hash = store(site, bundle.files());
        return new KeptMedia(
                path(hash, name),
                Playlist.TYPE,
                Files.size(playlist),
                bundle.width(),
                bundle.height(),
                bundle.duration());
    }

    /** Copies files to where they belong unless they are there; returns the hash that names the place. */
    private String store(String site, Map<String, Path> files) throws IOException {
        MessageDigest all = Fingerprint.sha256();
        for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
            if (!isServed(MediaType.byName(file.getKey()))) {
                throw new IOException("no kind of file that is served: " + file.getKey());
            }
            all.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(digest(file.getValue()));
        }
        String hash = Fingerprint.of(all.digest(), HASH_CHARACTERS);
        Path place = folders.of(site, hash);
        if (isWhole(place, files)) {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return hash;
        }
        folders.fill(place, folder -> {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                Path copy = folder.resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy);
            }
        });
        return hash;
    }

    /** Whether the copies are there. After a crash of the machine some may be shorter than they were; then all go. */
    private static boolean isWhole(Path place, Map<String, Path> files) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path copy = place.resolve(file.getKey());
            if (!Files.isRegularFile(copy) || Files.size(copy) != Files.size(file.getValue())) {
                MediaFolders.remove(place);
                return false;
            }
        }
        return true;
    }

    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static boolean isServed(String type) {
        return MediaType.isImage(type)
                || MediaType.isAudio(type)
                || MediaType.isVideo(type)
                || SERVED_TEXT.contains(type);
    }

    private static String path(String hash, String name) {
        return "/media/" + hash + "/"
                + Stream.of(name.split("/", -1)).map(Slug::encoded).collect(Collectors.joining("/"));
    }
}
