package io.heliograph.server;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Reason phrases that Netty does not know, or has under names that are out of date (IANA's registry of status codes). */
final class Reasons {

    private static final Map<Integer, String> PHRASES = Map.of(
            208, "Already Reported",
            226, "IM Used",
            413, "Content Too Large",
            414, "URI Too Long",
            416, "Range Not Satisfiable",
            422, "Unprocessable Content",
            425, "Too Early",
            451, "Unavailable For Legal Reasons",
            508, "Loop Detected");

    private Reasons() {}

    /** Sets the status of a response, with the phrase that it has today. */
    static HttpServerResponse status(HttpServerResponse response, int status) {
        response.setStatusCode(status);
        String phrase = status == 200 ? null : PHRASES.get(status);
        return phrase == null ? response : response.setStatusMessage(phrase);
    }
}
