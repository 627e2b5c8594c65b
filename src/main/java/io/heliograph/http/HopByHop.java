package io.heliograph.http;

import java.util.Set;

/** The fields that are for one connection alone and neither forwarded nor stored (RFC 9110, section 7.6.1; RFC 9111, section 3.1). */
public final class HopByHop {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HopByHop() {}

    /** The fields without those of the connection, and without those that its {@code Connection} field names. */
    public static FieldLines strip(FieldLines fields) {
        Set<String> named = ListedNames.of(fields.value("connection"));
        return fields.where(name -> !ALWAYS.contains(name) && !named.contains(name));
    }
}
