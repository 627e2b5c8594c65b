package io.heliograph.outbound;

import java.net.URI;

/**
 * A document to fetch.
 *
 * @param url absolute, http or https
 * @param accept the {@code Accept} field
 * @param etag for {@code If-None-Match}, verbatim; empty for none
 * @param lastModified for {@code If-Modified-Since}, verbatim; empty for none
 * @param contact URL at which the operator can be found, for {@code User-Agent}
 * @param mostBytes refuse a body larger than this, content codings removed
 * @param typed the URL that the configuration itself names, whose host and port may be ones to which requests do not go
 *     otherwise: that of the document, or of the feed that names it
 */
public record FetchRequest(
        URI url, String accept, String etag, String lastModified, String contact, long mostBytes, URI typed) {

    /** A document that the configuration names. */
    public FetchRequest(URI url, String accept, String etag, String lastModified, String contact, long mostBytes) {
        this(url, accept, etag, lastModified, contact, mostBytes, url);
    }
}
