package io.heliograph.ops;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a {@code Host} field is one that somebody on this machine typed, and not a name in the DNS that its owner let
 * point here, so that a page of theirs reads with a visitor's browser what is meant for the operator (DNS rebinding).
 */
final class LocalHost {

    /** An IPv4 or IPv6 address, {@code localhost} and what is below it, or a name without a dot. */
    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]|([a-z0-9_-]+\\.)*localhost\\.?|[a-z0-9_-]+)(:\\d{1,5})?");

    private LocalHost() {}

    /** Whether the address that a listener is bound to is reached from this machine alone. */
    static boolean isLoopback(String bind) {
        return bind.startsWith("127.") || bind.equals("::1") || bind.equalsIgnoreCase("localhost");
    }

    /** Whether the field's value is local; browsers always send one, so none at all is a simple probe. */
    static boolean isLocal(String field) {
        return field.isEmpty() || LOCAL.matcher(field.toLowerCase(Locale.ROOT)).matches();
    }
}
