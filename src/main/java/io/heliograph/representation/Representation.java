package io.heliograph.representation;

import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.http.HttpDate;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;

/** The exact bytes of a document for one host in one content coding, with what its header fields say. Shared: never written to. */
public final class Representation implements Answer {

    private final Buffer body;
    private final EntityTag tag;
    private final Instant modified;
    private final ContentCoding coding;
    private final Shown shown;
    private final CharSequence contentType;
    private final CharSequence tagField;
    private final CharSequence modifiedField;
    private final CharSequence lengthField;
    private final CharSequence codingField;

    Representation(byte[] body, String tag, Instant modified, String contentType, ContentCoding coding, Shown shown) {
        this.body = Buffer.buffer(body);
        this.tag = EntityTag.strong(tag);
        this.modified = modified;
        this.coding = coding;
        this.shown = shown;
        this.contentType = HttpHeaders.createOptimized(contentType);
        this.tagField = HttpHeaders.createOptimized(this.tag.field());
        this.modifiedField = HttpHeaders.createOptimized(HttpDate.format(modified));
        this.lengthField = HttpHeaders.createOptimized(Integer.toString(body.length));
        this.codingField = HttpHeaders.createOptimized(coding.token());
    }

    public Buffer body() {
        return body;
    }

    public EntityTag tag() {
        return tag;
    }

    /** When the document last changed, whole seconds. */
    public Instant modified() {
        return modified;
    }

    public ContentCoding coding() {
        return coding;
    }

    Shown shown() {
        return shown;
    }

    /** Field value, ready to be sent; so are the next four. */
    public CharSequence contentType() {
        return contentType;
    }

    public CharSequence tagField() {
        return tagField;
    }

    public CharSequence modifiedField() {
        return modifiedField;
    }

    public CharSequence lengthField() {
        return lengthField;
    }

    public CharSequence codingField() {
        return codingField;
    }
}
