package io.heliograph.media;

import java.io.IOException;

/** A picture is not in the library, and was not to be developed now. */
public final class NotDeveloped extends IOException {

    private static final long serialVersionUID = 1L;

    NotDeveloped() {
        super("is not developed yet");
    }
}
