package io.heliograph.server;

import io.heliograph.http.RequestTarget;

/** What the first filter says of a request. */
sealed interface Admission {

    /** It is for this host of ours, and asks for this. */
    record Admitted(SiteHost host, SiteFront front, RequestTarget target) implements Admission {

        /** The path within our own that is asked for; empty if it is none of ours, as on companions all are. */
        String own() {
            return host.companion() == null ? front.own(target.path()) : "";
        }
    }

    /** It is for nobody here. */
    record Rejected(Rejection rejection) implements Admission {}
}
