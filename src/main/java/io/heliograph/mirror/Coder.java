package io.heliograph.mirror;

import io.heliograph.http.ContentCoding;
import java.util.Set;

/** Codes content for visitors. */
public interface Coder {

    /** The codings that there are. */
    Set<ContentCoding> codings();

    /** Codes bytes. Blocks. */
    byte[] encode(byte[] plain, ContentCoding coding);

    /** What makes a strong entity tag of coded bytes. */
    String tagSuffix(ContentCoding coding);
}
