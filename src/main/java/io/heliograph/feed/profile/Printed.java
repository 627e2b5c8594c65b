package io.heliograph.feed.profile;

import io.heliograph.rewrite.Slotted;
import java.util.List;

/**
 * A feed that is fit to be published.
 *
 * @param quarantined the articles that it holds no more
 */
public record Printed(Slotted document, List<Quarantined> quarantined) {

    public Printed {
        quarantined = List.copyOf(quarantined);
    }
}
