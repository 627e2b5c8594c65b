package io.heliograph.feed;

import io.heliograph.article.Href;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;

/** The URLs that a reader finds in a feed, in elements, attributes and HTML. */
final class FeedUrls {

    private static final Set<String> HTML = Set.of("content:encoded", "description", "content", "summary");

    private FeedUrls() {}

    static List<String> of(Element root) {
        List<String> urls = new ArrayList<>();
        for (Element element : Xml.all(root)) {
            Stream.of("href", "url")
                    .filter(element::hasAttribute)
                    .map(element::getAttribute)
                    .forEach(urls::add);
            if (Set.of("link", "docs", "uri").contains(element.getNodeName())
                    && !element.getTextContent().isEmpty()) {
                urls.add(element.getTextContent());
            }
            if (HTML.contains(element.getNodeName())) {
                urls.addAll(inHtml(element.getTextContent()));
            }
        }
        return urls;
    }

    static List<String> inHtml(String html) {
        return Jsoup.parse(html).select("[href], [src], [poster], [cite]").stream()
                .flatMap(e -> Stream.of("href", "src", "poster", "cite")
                        .filter(e::hasAttr)
                        .map(e::attr))
                .toList();
    }

    static boolean isAbsolute(String url) {
        return Href.absolute(url);
    }
}
