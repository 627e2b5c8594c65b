package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What an article is about.
 *
 * @param scheme the IRI of the list that the name is from: the site's sections, or its tags; the same on every host
 */
record Topic(String name, String scheme) {

    /** An article's section, then its tags, each once. */
    static List<Topic> of(Article article, Site site) {
        List<Topic> topics = new ArrayList<>();
        for (String name : article.story().topics()) {
            boolean section = topics.isEmpty() && name.equals(article.story().section());
            topics.add(new Topic(name, site.authority().uri(section ? "sections" : "tags")));
        }
        return topics;
    }
}
