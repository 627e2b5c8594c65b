package io.heliograph.feed;

import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The ids of podcasts, as Podcasting 2.0 has them ({@code guid}): a UUID of the feed's first URL, for ever. */
public final class PodcastGuid {

    private static final UUID NAMESPACE = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    private PodcastGuid() {}

    /** The id that the podcast of a selection gets whose canonical host this is now. */
    public static String of(Host canonical, Selection selection) {
        return of(canonical.base() + Podcast.UNNAMED.path(selection));
    }

    /** A UUID of version 5 (RFC 9562, section 5.5) of a URL without scheme and slashes at its end. */
    static String of(String url) {
        String bare = url.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("/+$", "");
        byte[] name = bare.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length);
        input.putLong(NAMESPACE.getMostSignificantBits());
        input.putLong(NAMESPACE.getLeastSignificantBits());
        input.put(name);
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(input.array()));
        long most = hash.getLong() & ~0xf000L | 0x5000L;
        long least = hash.getLong() & ~(0xc0L << 56) | 0x80L << 56;
        return new UUID(most, least).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-1, which every JDK must have", e);
        }
    }
}
