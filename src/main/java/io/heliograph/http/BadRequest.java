package io.heliograph.http;

/** A request that breaks a rule of HTTP. The message says which rule, and holds nothing that the client sent. */
public final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;

    public BadRequest(String rule) {
        // A stack trace of an attacker's making would be costly and say nothing.
        super(rule, null, false, false);
        this.rule = rule;
    }

    /** The rule that is broken. */
    public String rule() {
        return rule;
    }
}
