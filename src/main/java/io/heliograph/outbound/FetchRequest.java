package io.heliograph.outbound;

import java.net.URI;

/**
 * A document to fetch.
 *
 * @param url as the configuration has it: absolute, http or https
 * @param accept the {@code Accept} field
 * @param etag for {@code If-None-Match}, verbatim; empty for none
 * @param lastModified for {@code If-Modified-Since}, verbatim; empty for none
 * @param contact URL at which the operator can be found, for {@code User-Agent}
 * @param mostBytes refuse a body larger than this, content codings removed
 */
public record FetchRequest(URI url, String accept, String etag, String lastModified, String contact, long mostBytes) {}
