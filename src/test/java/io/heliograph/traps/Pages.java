package io.heliograph.traps;

import io.heliograph.traps.Plot.Doc;
import io.heliograph.traps.Snippets.Snippet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The pages of the site, each made by its number and nothing else: a shape, a few traps, and sometimes one after which
 * nothing may come. Shapes and traps take turns, so that a few dozen pages hold each of them.
 */
final class Pages {

    static final int TRAPS_ON_A_PAGE = 4;

    private final int count;
    private final long seed;

    /** A page and all that only it uses. */
    record Page(int number, String path, String name, List<Asset> assets) {}

    Pages(int count, long seed) {
        this.count = count;
        this.seed = seed;
    }

    static String path(int number) {
        return switch (number % 3) {
            case 0 -> "/p/" + number + "/";
            case 1 -> "/p/" + number + ".html";
            default -> "/p/" + number;
        };
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            pages.add(page(number));
        }
        return pages;
    }

    Page page(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Plot plot = new Plot(number, count, random);
        Snippet shape = dealt(Snippets.SHAPES, number - 1);
        List<Snippet> traps = new ArrayList<>();
        for (int i = 0; i < TRAPS_ON_A_PAGE; i++) {
            traps.add(dealt(Snippets.TRAPS, (number - 1) * TRAPS_ON_A_PAGE + i));
        }
        Snippet last = dealt(Snippets.LAST, number - 1);
        List<Asset> assets = new ArrayList<>(new Shapes(plot, number, random).made(shape, traps, last));
        assets.addAll(plot.assets());
        StringBuilder name = new StringBuilder(shape.name());
        traps.forEach(trap -> name.append(" | ").append(trap.name()));
        return new Page(number, path(number), name + " | " + last.name(), assets);
    }

    /** The one of a deck that is shuffled anew each time it has gone round. */
    private Snippet dealt(List<Snippet> deck, int turn) {
        List<Snippet> shuffled = new ArrayList<>(deck);
        int round = turn / deck.size();
        if (round > 0) {
            Collections.shuffle(shuffled, new Random(seed + round));
        }
        return shuffled.get(turn % deck.size());
    }

    /** What the URLs of a page's markup stand in. */
    static Doc doc(String path) {
        return Doc.of(Server.WWW, path);
    }
}
