package io.heliograph.feed;

import io.heliograph.article.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When entries last changed, each at a moment of its own: readers that order by it cannot tell entries of one moment
 * apart, and validators warn of them. Entries that share a second get thousandths, made of their ids, so that each has
 * the same wherever it shares one.
 */
final class Moments {

    private final Map<Long, Long> shared;
    private final Set<String> given = new HashSet<>();

    Moments(List<Article> articles) {
        shared = articles.stream()
                .map(article -> article.updated().getEpochSecond())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** RFC 3339, with thousandths only where they are needed. */
    String of(Article article) {
        String plain = Dates.rfc3339(article.updated());
        if (shared.getOrDefault(article.updated().getEpochSecond(), 0L) < 2) {
            return plain;
        }
        int thousandth = Math.floorMod(article.id().token().hashCode(), 1000);
        String moment = exact(plain, thousandth);
        while (!given.add(moment)) {
            thousandth = (thousandth + 1) % 1000;
            moment = exact(plain, thousandth);
        }
        return moment;
    }

    private static String exact(String plain, int thousandth) {
        String digits = Integer.toString(1000 + thousandth).substring(1);
        return plain.replace("Z", "." + digits + "Z");
    }
}
