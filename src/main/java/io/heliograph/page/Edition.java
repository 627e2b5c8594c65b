package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A front page laid out: which article stands where, none of those with a picture at the head twice.
 *
 * @param lead the newest with a picture among the first, or else the newest; one at most
 * @param beside the next with pictures
 * @param latest the newest of the rest, as headlines
 */
public record Edition(
        List<Article> lead,
        List<Article> beside,
        List<Article> latest,
        List<Shelf> sections,
        List<Facet> languages,
        List<Article> playable) {

    private static final int FIRST = 6;
    private static final int BESIDE = 2;
    private static final int LATEST = 6;
    private static final int IN_SECTION = 5;
    private static final int PLAYABLE = 4;

    static Edition of(Front front) {
        List<Article> rest = new ArrayList<>(front.latest());
        List<Article> lead = new ArrayList<>();
        List<Article> beside = new ArrayList<>();
        rest.stream()
                .limit(FIRST)
                .filter(Edition::isPictured)
                .findFirst()
                .or(() -> rest.stream().findFirst())
                .ifPresent(lead::add);
        rest.removeAll(lead);
        // A short paper is better as a list than as a picture beside nothing.
        if (rest.size() > BESIDE) {
            rest.stream().filter(Edition::isPictured).limit(BESIDE).forEach(beside::add);
        }
        rest.removeAll(beside);
        Set<Article> shown = new HashSet<>(lead);
        shown.addAll(beside);
        List<Shelf> sections =
                front.sections().stream().map(shelf -> without(shelf, shown)).toList();
        return new Edition(
                lead,
                beside,
                rest.stream().limit(LATEST).toList(),
                sections,
                front.languages().size() > 1 ? front.languages() : List.of(),
                playable(front));
    }

    private static boolean isPictured(Article article) {
        return Picture.leadOf(article).filter(picture -> !picture.isSmall()).isPresent();
    }

    /** A shelf without what stands above; whole, if nothing else is on it. */
    private static Shelf without(Shelf shelf, Set<Article> shown) {
        List<Article> others = shelf.articles().stream()
                .filter(article -> !shown.contains(article))
                .limit(IN_SECTION)
                .toList();
        return new Shelf(shelf.facet(), picturesFirst(others.isEmpty() ? shelf.articles() : others));
    }

    /** The newest picture opens a shelf, and headlines stand together after the pictures. */
    private static List<Article> picturesFirst(List<Article> articles) {
        List<Article> ordered = new ArrayList<>(articles);
        ordered.sort(Comparator.comparing(article -> !isPictured(article)));
        return ordered;
    }

    /** What there is to watch and, in the last place at least, to listen to. */
    private static List<Article> playable(Front front) {
        int toHear = Math.min(front.listen().size(), 1);
        List<Article> playable =
                new ArrayList<>(front.watch().stream().limit(PLAYABLE - toHear).toList());
        front.listen().stream()
                .filter(article -> !playable.contains(article))
                .limit(PLAYABLE - playable.size())
                .forEach(playable::add);
        return playable;
    }
}
