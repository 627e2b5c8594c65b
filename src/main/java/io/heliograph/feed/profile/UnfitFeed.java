package io.heliograph.feed.profile;

/** A feed that is wrong whatever articles are left out: the fault is ours. */
public final class UnfitFeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    UnfitFeed(Rule rule, String detail) {
        super("it must be a feed that " + rule.words() + " (" + rule.source() + "); found: " + detail);
        this.rule = rule;
    }

    UnfitFeed(Throwable cause) {
        super("it cannot be written: " + cause, cause);
        this.rule = Rule.WRITABLE;
    }

    public Rule rule() {
        return rule;
    }
}
