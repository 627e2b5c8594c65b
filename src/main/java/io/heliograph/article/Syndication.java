package io.heliograph.article;

import java.util.List;
import java.util.Optional;

/**
 * How a site's feeds are made.
 *
 * @param choices the feeds that the publisher puts together
 * @param mostBytes that a feed should take before it is coded; of a larger one the oldest articles are left to its archive
 */
public record Syndication(List<Choice> choices, long mostBytes) {

    /** What JSON Feed's authors and readers call fine. */
    public static final Syndication USUAL = new Syndication(List.of(), 250L << 10);

    public Syndication {
        choices = List.copyOf(choices);
    }

    /** What the publisher put together under an id; empty if there is no such feed. */
    public Optional<Choice> choice(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }
}
