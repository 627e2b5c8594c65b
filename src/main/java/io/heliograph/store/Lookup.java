package io.heliograph.store;

import io.heliograph.article.Article;

/** What is at a path of a site. */
public sealed interface Lookup {

    /** An article that readers may see. */
    record Found(Article article) implements Lookup {}

    /** The article that lived here lives at another path now. */
    record Moved(String path) implements Lookup {}

    /** The article that lived here was deleted. */
    record Gone() implements Lookup {}

    /** No article ever lived here, or none that readers may see yet. */
    record Missing() implements Lookup {}
}
