package io.heliograph.mirror;

import io.heliograph.http.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document in gzip that is served as such, without a content coding: a sitemap that crawlers unpack themselves, as the
 * protocol of sitemaps lets them, or a programme guide.
 */
final class PackedDocument {

    /** What servers call them. */
    private static final Set<String> TYPES = Set.of(
            "",
            "application/gzip",
            "application/x-gzip",
            "application/x-gunzip",
            "application/gzip-compressed",
            "application/octet-stream",
            "binary/octet-stream");

    private PackedDocument() {}

    /** Whether a response may be one, by its type and its name. */
    static boolean isLikely(String contentType, String target) {
        return TYPES.contains(MediaType.bare(contentType)) && !type(target).isEmpty();
    }

    /** Whether it is not long, though nothing may be said of its length: sitemaps are bounded by their protocol. */
    static boolean isSitemap(String target) {
        String path = path(target);
        return path.indexOf("sitemap", path.lastIndexOf('/') + 1) >= 0;
    }

    /** The type of what is in it, by its name; empty if there is nothing to look for. */
    static String type(String target) {
        String path = path(target);
        return path.endsWith(".xml.gz") ? "application/xml" : path.endsWith(".txt.gz") ? "text/plain" : "";
    }

    /** What is in it; null if it is none, or too large. */
    static byte @Nullable [] unpacked(byte[] packed) {
        if (!Codings.isGzip(packed)) {
            return null;
        }
        try {
            return Codings.undo(packed, "gzip", ContentMaker.LARGEST_DOCUMENT);
        } catch (OriginFailure e) {
            // Nobody is led astray by what cannot be read.
            return null;
        }
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
    }
}
