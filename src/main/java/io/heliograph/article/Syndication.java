package io.heliograph.article;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a site's feeds are made.
 *
 * @param choices the feeds that the publisher puts together
 * @param mostBytes that a feed should take before it is coded; of a larger one the oldest articles are left to its archive
 * @param rights who owns the texts, plain text: {@code © 2026 The Lamplighter}; may be empty
 * @param partners for whom there are feeds of their own, and of which selections; of every one where none is named
 * @param smartNews what SmartNews shows around articles
 * @param mirrorsHidden whether search engines are sent away from all hosts but the canonical one
 * @param show the site as a podcast; {@link Show#NONE} if it is none
 */
public record Syndication(
        List<Choice> choices,
        long mostBytes,
        String rights,
        Map<Partner, Set<Selection>> partners,
        SmartNews smartNews,
        boolean mirrorsHidden,
        Show show) {

    private static final SmartNews NO_SMART_NEWS = new SmartNews(Logo.NONE, Logo.NONE, "", "");

    /** What JSON Feed's authors and readers call fine. */
    public static final Syndication USUAL = new Syndication(List.of(), 250L << 10);

    public Syndication {
        choices = List.copyOf(choices);
        rights = Text.line(rights);
        partners = partners.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** For readers alone. */
    public Syndication(List<Choice> choices, long mostBytes) {
        this(choices, mostBytes, "", Map.of(), NO_SMART_NEWS, false, Show.NONE);
    }

    /** With the usual feeds for readers. */
    public Syndication(
            String rights,
            Map<Partner, Set<Selection>> partners,
            SmartNews smartNews,
            boolean mirrorsHidden,
            Show show) {
        this(List.of(), USUAL.mostBytes(), rights, partners, smartNews, mirrorsHidden, show);
    }

    /** The same with all feeds for each partner. */
    public Syndication(String rights, Set<Partner> partners, SmartNews smartNews, boolean mirrorsHidden, Show show) {
        this(
                rights,
                partners.stream().collect(Collectors.toMap(partner -> partner, partner -> Set.of())),
                smartNews,
                mirrorsHidden,
                show);
    }

    /** The same beside other feeds for readers. */
    public Syndication with(List<Choice> others, long bytes) {
        return new Syndication(others, bytes, rights, partners, smartNews, mirrorsHidden, show);
    }

    /** Whether a partner is given a selection. */
    public boolean isFor(Partner partner, Selection selection) {
        Set<Selection> named = partners.get(partner);
        return named != null && (named.isEmpty() || named.contains(selection));
    }

    /** Somebody who takes articles in a form of their own. */
    public enum Partner {
        MSN,
        SMARTNEWS,
        FLIPBOARD
    }

    /**
     * What SmartNews shows around articles.
     *
     * @param logo PNG, at the head of each
     * @param darkLogo PNG, there in the dark; {@link Logo#NONE} if the other serves
     * @param analytics HTML that counts readers; empty if nothing does
     * @param advertisement HTML of an advertisement; empty if there is none
     */
    public record SmartNews(Logo logo, Logo darkLogo, String analytics, String advertisement) {
        public SmartNews {
            analytics = Text.block(analytics);
            advertisement = Text.block(advertisement);
        }
    }

    /** What the publisher put together under an id; empty if there is no such feed. */
    public Optional<Choice> choice(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }
}
