package io.heliograph.rewrite;

/**
 * For which hosts a part of a document is.
 *
 * @param base scheme and authority of the host it is about; empty for {@link Kind#DOTTED}
 */
public record HostCondition(Kind kind, String base) {

    /** On hosts whose name has a dot: all of the internet's, and not {@code localhost}. */
    public static final HostCondition DOTTED = new HostCondition(Kind.DOTTED, "");

    /** What is asked of a host. */
    public enum Kind {
        ON,
        NOT_ON,
        DOTTED
    }

    /** On one host alone. */
    public static HostCondition on(String base) {
        return new HostCondition(Kind.ON, base);
    }

    /** On every host but one. */
    public static HostCondition notOn(String base) {
        return new HostCondition(Kind.NOT_ON, base);
    }

    /** Whether it holds for a host, by its scheme and authority. */
    boolean holds(String host) {
        return switch (kind) {
            case ON -> host.equals(base);
            case NOT_ON -> !host.equals(base);
            case DOTTED -> host.indexOf('.') >= 0 || host.indexOf('[') >= 0;
        };
    }
}
