package io.heliograph.mirror;

/** Hears what mirrors do. Called on event loops and workers, for every request, so it must be quick and not block. */
public interface MirrorListener {

    /** A visitor has an answer. */
    void answered(String site, MirrorAnswer.Outcome outcome);

    /**
     * The origin has answered.
     *
     * @param nanos from the request to the answer's fields
     */
    void fetched(String site, int status, long nanos);

    /** Bytes of a body have come from the origin. */
    void received(String site, long bytes);

    /**
     * The origin gave no answer that can be used.
     *
     * @param kind one of a small fixed set
     */
    void failed(String site, String kind);

    /**
     * A document was rewritten.
     *
     * @param kind one of a small fixed set
     * @param leaks how many of the origin's hosts remain in it
     */
    void rewritten(String site, String kind, int leaks);

    /**
     * A server of the site is in another state than before.
     *
     * @param origin authority of the server, as the configuration has it
     * @param before the state that is over; empty at the start
     * @param state {@code up}, or one of a small fixed set of reasons why it is not
     */
    void health(String site, String origin, String before, String state);

    /**
     * An address that the configuration gives a server of the site is in another state than before.
     *
     * @param origin authority of the server, as the configuration has it
     * @param before the state that is over; empty at the start
     * @param state {@code up}, or one of a small fixed set of reasons why it is asked only after the others
     */
    void address(String site, String origin, String address, String before, String state);

    /**
     * The origin was probed.
     *
     * @param finding one of a small fixed set
     */
    void probed(String site, String finding);

    /**
     * The origin was looked at because visitors' requests to it failed.
     *
     * @param finding one of a small fixed set
     */
    void looked(String site, String finding);

    /** A browser says that a page wanted something of the origin. */
    void leaked(String site);

    /**
     * WebSockets have opened or ended.
     *
     * @param more how many more are open than before: 1, -1, or 0 at the start
     */
    void sockets(String site, int more);

    /** A response was stored. */
    void stored(String site);
}
