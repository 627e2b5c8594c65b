package io.heliograph.representation;

import io.heliograph.article.Host;
import io.heliograph.http.ContentCoding;

/** What tells one representation from another. */
public record RepresentationKey(DocumentKey document, Host host, ContentCoding coding) {

    /** A representation of a document of a site. */
    public static RepresentationKey of(String site, Target target, Host host, ContentCoding coding) {
        return new RepresentationKey(new DocumentKey(site, target), host, coding);
    }
}
