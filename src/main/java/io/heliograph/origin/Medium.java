package io.heliograph.origin;

import io.heliograph.http.MediaType;
import java.time.Duration;
import java.util.Map;

/**
 * What a picture or recording is: as its document says where that is a media type, else by the name of its file, else the
 * likeliest of its kind.
 *
 * @param type media type, which readers may be told; empty for a picture whose kind is not known, and for what is neither
 *     picture nor recording
 */
record Medium(Kind kind, String type) {

    private static final Medium NONE = new Medium(Kind.NONE, "");

    /** Names that are in use for types that have another. */
    private static final Map<String, String> USUAL = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "audio/mp3", "audio/mpeg",
            "audio/x-mp3", "audio/mpeg",
            "audio/mpeg3", "audio/mpeg",
            "audio/x-mpeg", "audio/mpeg");

    /** No recording is this long; what says it is says nothing. */
    private static final Duration TOO_LONG = Duration.ofDays(366);

    /** No file is this large. It is also where numbers of JSON end that every reader can tell apart (RFC 8259, section 6). */
    private static final long TOO_LARGE = 1L << 53;

    /** Kinds of media. */
    enum Kind {
        PICTURE,
        SOUND,
        VIDEO,
        NONE
    }

    /**
     * What a document links to.
     *
     * @param declared what it calls it: a media type, with or without parameters, or anything else
     * @param url where it is
     */
    static Medium of(String declared, String url) {
        String bare = MediaType.bare(declared);
        String type = USUAL.getOrDefault(bare, bare);
        Medium said = MediaType.isValid(type) ? ofType(type) : NONE;
        if (said.kind != Kind.NONE) {
            return said;
        }
        Medium named = ofType(MediaType.byUrl(url));
        return named.kind == Kind.NONE ? likeliest(type) : named;
    }

    /** What a type such as {@code image/*} means, that tells the kind alone. */
    private static Medium likeliest(String type) {
        if (MediaType.isImage(type)) {
            return new Medium(Kind.PICTURE, "");
        }
        if (MediaType.isAudio(type)) {
            return new Medium(Kind.SOUND, "audio/mpeg");
        }
        return MediaType.isVideo(type) ? new Medium(Kind.VIDEO, "video/mp4") : NONE;
    }

    private static Medium ofType(String type) {
        if (MediaType.isImage(type)) {
            return new Medium(Kind.PICTURE, type);
        }
        if (MediaType.isAudio(type)) {
            return new Medium(Kind.SOUND, type);
        }
        return MediaType.isVideo(type) ? new Medium(Kind.VIDEO, type) : NONE;
    }

    boolean isPicture() {
        return kind == Kind.PICTURE;
    }

    boolean isVideo() {
        return kind == Kind.VIDEO;
    }

    boolean isRecording() {
        return kind == Kind.SOUND || kind == Kind.VIDEO;
    }

    /** How long a recording is said to be; zero if that cannot be. */
    static Duration duration(long seconds) {
        return seconds < 0 || seconds >= TOO_LONG.toSeconds() ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    /** How large a file is said to be; 0 if that cannot be. */
    static long bytes(long said) {
        return said < 0 || said >= TOO_LARGE ? 0 : said;
    }

    /** The type of captions: WebVTT where nothing better is known. */
    static String captionType(String declared, String url) {
        String type = MediaType.bare(declared);
        if (MediaType.isValid(type) && !type.equals(MediaType.UNKNOWN)) {
            return type;
        }
        String byUrl = MediaType.byUrl(url);
        return byUrl.equals(MediaType.UNKNOWN) ? "text/vtt" : byUrl;
    }
}
