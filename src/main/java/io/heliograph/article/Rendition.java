package io.heliograph.article;

/**
 * One way to play a recording or stream: a file or an adaptive playlist.
 *
 * @param type media type: {@code video/mp4}, {@code application/vnd.apple.mpegurl}, {@code audio/mpeg}, …
 * @param width pixels, of the best variant where it is adaptive; 0 if unknown or sound only
 * @param height pixels, likewise
 * @param kilobitsPerSecond bit rate; 0 if unknown or adaptive
 * @param bytes size; 0 if unknown or adaptive
 */
public record Rendition(Href href, String type, int width, int height, int kilobitsPerSecond, long bytes) {

    public Rendition {
        type = Text.line(type);
    }

    /** Whether this is a playlist from which the player picks by bandwidth (HLS, DASH, Smooth Streaming). */
    public boolean isAdaptive() {
        return isHls() || type.equals("application/dash+xml") || type.equals("application/vnd.ms-sstr+xml");
    }

    /** Whether this is an HLS playlist (RFC 8216). */
    public boolean isHls() {
        return type.equals("application/vnd.apple.mpegurl") || type.equals("application/x-mpegurl");
    }
}
