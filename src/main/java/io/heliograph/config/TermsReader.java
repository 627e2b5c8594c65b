package io.heliograph.config;

import io.heliograph.article.Selection;
import io.heliograph.article.Subscriber;
import io.heliograph.article.Term;
import io.heliograph.article.Terms;
import io.heliograph.origin.FeedSettings;
import io.heliograph.origin.OriginSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads on which terms a site's feeds are given. */
final class TermsReader {

    static final String FEEDS = "the path of a page that has a feed, such as / or /sections/harbour";

    private TermsReader() {}

    /** The terms in a list of a site. */
    static Terms read(MappingReader site) {
        Term usual = Term.OPEN;
        Map<Selection, Term> special = new HashMap<>();
        boolean usualSeen = false;
        for (MappingReader reader : site.mappings("terms")) {
            Term term = term(reader);
            Map<Integer, Selection> feeds = reader.numbered("for", FEEDS, TermsReader::selection);
            for (Map.Entry<Integer, Selection> feed : feeds.entrySet()) {
                if (special.putIfAbsent(feed.getValue(), term) != null) {
                    reader.wrongMember("for", feed.getKey(), "a feed that has terms already", "each feed once");
                }
            }
            if (!reader.has("for")) {
                if (usualSeen) {
                    reader.wrong("for", "nothing a second time", "the paths of the feeds that these terms are for");
                }
                usualSeen = true;
                usual = term;
            }
            if (term.equals(Term.OPEN)) {
                reader.wrong("maxAge", "terms without anything in them", "maxAge, subscribers, or both");
            }
            reader.refuseOthers();
        }
        return new Terms(usual, special);
    }

    /** Feeds that may be no older than their origins are asked would be there by chance. */
    static void check(MappingReader site, Terms terms, List<OriginSettings> origins) {
        Optional<Duration> least = Stream.concat(Stream.of(terms.usual()), terms.special().values().stream())
                .map(Term::maxAge)
                .filter(age -> !age.isZero())
                .min(Comparator.naturalOrder());
        if (least.isEmpty()) {
            return;
        }
        for (OriginSettings origin : origins) {
            if (origin instanceof FeedSettings feed
                    && (feed.every().isZero() || feed.every().compareTo(least.get()) >= 0)) {
                site.wrong(
                        "terms",
                        "a maxAge of " + least.get().toSeconds() + " s beside an origin that is asked "
                                + (feed.every().isZero() ? "when it wants to be" : "as seldom"),
                        "an every below maxAge at each origin that is a feed");
                return;
            }
        }
    }

    private static Term term(MappingReader reader) {
        Duration maxAge = reader.duration("maxAge", Duration.ZERO, Duration.ofSeconds(30));
        List<Subscriber> subscribers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (MappingReader member : reader.mappings("subscribers")) {
            subscriber(member, names, tokens, subscribers);
        }
        return new Term(maxAge, subscribers);
    }

    private static void subscriber(
            MappingReader reader, Set<String> names, Set<String> tokens, List<Subscriber> subscribers) {
        String name = reader.value("name", "", "a short name of a-z, 0-9 and hyphens", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new IllegalArgumentException("no name");
            }
            return text;
        });
        if (!reader.has("name")) {
            reader.wrong("name", "nothing", "a short name of a-z, 0-9 and hyphens, to know the subscriber by");
        } else if (!name.isEmpty() && !names.add(name)) {
            reader.wrong("name", '"' + name + "\" a second time", "each subscriber once");
        }
        reader.secret(
                        "token",
                        Subscriber.SHORTEST + " to " + Subscriber.LONGEST
                                + " characters of A-Z, a-z, 0-9, - and _ at random, such as"
                                + " openssl rand -hex 24 gives, by ${file:PATH} or ${env:NAME}",
                        token -> Subscriber.of(name, token))
                .ifPresent(subscriber -> {
                    if (!tokens.add(subscriber.digest())) {
                        reader.wrong("token", "the token of another subscriber", "a token for each");
                    }
                    subscribers.add(subscriber);
                });
        reader.refuseOthers();
    }

    /**
     * The selection whose page has a path.
     *
     * @throws IllegalArgumentException if none has
     */
    static Selection selection(String path) {
        return Selection.at(path.equals("/") ? "" : path)
                .filter(selection -> !(selection instanceof Selection.Translations))
                .orElseThrow(() -> new IllegalArgumentException("no feed's path"));
    }
}
