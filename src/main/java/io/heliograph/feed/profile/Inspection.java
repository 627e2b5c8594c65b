package io.heliograph.feed.profile;

import io.heliograph.feed.Format;
import java.util.List;

/** The look at a finished document by the rules of its format. What no rules are known of must at least be well-formed. */
final class Inspection {

    private Inspection() {}

    /** What is wrong with a document, in the order in which it was found; nothing if all is well. */
    static List<Fault> of(Format format, byte[] document) {
        Findings findings = new Findings();
        String type = format.contentType();
        if (type.contains("json")) {
            JsonDocument.read(document, findings).ifPresent(root -> {
                if (type.startsWith("application/feed+json")) {
                    JsonFeedProfile.inspect(root, findings);
                } else if (format.name().startsWith("roku")) {
                    RokuProfile.inspect(root, findings);
                }
            });
        } else if (type.contains("xml")) {
            XmlDocument.read(document, findings).ifPresent(root -> {
                if (type.startsWith("application/rss+xml")) {
                    RssProfile.inspect(root, findings);
                } else if (type.startsWith("application/atom+xml")) {
                    AtomProfile.inspect(root, findings);
                }
            });
        }
        return findings.faults();
    }
}
