package io.heliograph.origin;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** Where the pictures of other hosts are fetched and kept for one site, so that its readers need not ask there. */
public interface RemotePictures {

    /** What became of a picture. */
    sealed interface Outcome {}

    /** It is kept, and served by us. */
    record Kept(MediaShelf.Shelved picture) implements Outcome {}

    /** It is on its way. */
    record Waiting() implements Outcome {}

    /**
     * It cannot be had.
     *
     * @param detail goes on where its URL stands before it
     * @param mayPass whether it is worth to ask again although the article stays as it is
     */
    record Refused(EntryProblem.Reason reason, String detail, boolean mayPass) implements Outcome {}

    /**
     * What came of asking.
     *
     * @param now by URL; answers that take too long are {@link Waiting}
     * @param all completes when nothing is waiting any more
     */
    record Answers(Map<URI, Outcome> now, Future<Void> all) {}

    /**
     * Asks for pictures, those that are kept already among them.
     *
     * @param typed URL that the configuration names, whose host may be private; {@link #NONE} if there is none
     */
    Future<Answers> ask(URI typed, Collection<URI> urls);

    /** In place of a URL, where the configuration names none. */
    URI NONE = URI.create("http://none.invalid/");
}
