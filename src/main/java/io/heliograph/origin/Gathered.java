package io.heliograph.origin;

import io.heliograph.article.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an origin gave.
 *
 * @param title as the origin calls itself, plain text; empty if it does not, as for the next two
 * @param etag validator of this document, verbatim; empty if it has none
 * @param lastModified likewise
 * @param drafts newest first; empty if nothing changed
 * @param problems of entries and of the document
 * @param deleted what the origin explicitly has no more, by {@link Draft#source}
 * @param next how long to wait until the origin is asked again
 * @param unchanged whether the origin said that it has nothing new
 * @param partial whether some of it is not here yet, pictures for instance: the origin is asked again as soon as it is
 */
public record Gathered(
        String title,
        String description,
        String language,
        String etag,
        String lastModified,
        List<Draft> drafts,
        List<EntryProblem> problems,
        Set<String> deleted,
        Duration next,
        boolean unchanged,
        boolean partial) {

    public Gathered {
        drafts = List.copyOf(drafts);
        problems = List.copyOf(problems);
        deleted = Set.copyOf(deleted);
    }

    /** The same with pictures; without validators if there are to be more, so that the next answer is a whole one. */
    Gathered illustrated(ArticlePictures.Illustrated with) {
        return new Gathered(
                title,
                description,
                language,
                with.whole() ? etag : "",
                with.whole() ? lastModified : "",
                with.drafts(),
                Stream.concat(problems.stream(), with.problems().stream()).toList(),
                deleted,
                next,
                unchanged,
                partial || !with.all().isComplete());
    }

    /** Nothing new, with the validators to use from now on. */
    static Gathered unchanged(String etag, String lastModified, Duration next) {
        return new Gathered("", "", "", etag, lastModified, List.of(), List.of(), Set.of(), next, true, false);
    }

    /** How many of the drafts wait for their date at a moment: until then nobody sees them. */
    public long waiting(Instant at) {
        return drafts.stream().filter(draft -> draft.published().isAfter(at)).count();
    }
}
