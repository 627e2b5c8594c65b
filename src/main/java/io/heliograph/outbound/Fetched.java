package io.heliograph.outbound;

import java.net.URI;
import java.util.Map;

/**
 * What came back, whatever its status.
 *
 * @param url where it came from, after redirects
 * @param fields names in lower case; lines of one name joined by commas
 * @param body content codings removed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Fetched(int status, URI url, Map<String, String> fields, byte[] body) {

    public Fetched {
        fields = Map.copyOf(fields);
    }

    /** A field's value; empty if it is absent. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
