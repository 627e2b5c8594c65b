package io.heliograph.feed.profile;

import java.util.List;

/** RSS 2.0 by its specification and the RSS Advisory Board's profile, as far as it makes a feed valid or not. */
final class RssProfile {

    private static final String NONE = "";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    private RssProfile() {}

    static void inspect(Element root, Findings findings) {
        boolean rss = root.is(NONE, "rss") && root.attribute("version").equals("2.0");
        List<Element> channels = root.all(NONE, "channel");
        findings.unless(rss && channels.size() == 1, Rule.XML_ROOT, root.name());
        if (channels.isEmpty()) {
            return;
        }
        Element channel = channels.get(0);
        for (String required : new String[] {"title", "link", "description"}) {
            List<Element> found = channel.all(NONE, required);
            findings.unless(
                    found.size() == 1 && !found.get(0).value().isEmpty(),
                    Rule.RSS_CHANNEL,
                    found.size() + " of " + required);
        }
        link(channel, findings);
        date(channel, "lastBuildDate", findings);
        date(channel, "pubDate", findings);
        int number = 0;
        for (Element item : channel.all(NONE, "item")) {
            findings.about(number++, item.textOf(NONE, "guid"));
            item(item, findings);
        }
    }

    private static void item(Element item, Findings findings) {
        boolean told = !item.textOf(NONE, "title").isEmpty()
                || !item.textOf(NONE, "description").isEmpty();
        findings.unless(told, Rule.RSS_ITEM, "neither");
        findings.unique(Rule.RSS_GUID);
        for (Element guid : item.all(NONE, "guid")) {
            boolean url = guid.attribute("isPermaLink").equals("false") || Form.isUrl(guid.value());
            findings.unless(url, Rule.RSS_GUID, "a permanent link that is no URL");
        }
        link(item, findings);
        date(item, "pubDate", findings);
        for (Element author : item.all(NONE, "author")) {
            findings.unless(author.value().indexOf('@') > 0, Rule.RSS_AUTHOR, author.value());
        }
        for (Element enclosure : item.all(NONE, "enclosure")) {
            boolean whole = Form.isUrl(enclosure.attribute("url"))
                    && Form.isSize(enclosure.attribute("length"))
                    && enclosure.attribute("type").indexOf('/') > 0;
            findings.unless(whole, Rule.RSS_ENCLOSURE, enclosure.attributes().toString());
        }
        media(item, findings);
    }

    private static void media(Element in, Findings findings) {
        for (Element child : in.children()) {
            if (child.is(MEDIA, "content") || child.is(MEDIA, "thumbnail")) {
                String url = child.attribute("url");
                // A player may stand in for a file.
                findings.unless(
                        Form.isUrl(url) || url.isEmpty() && child.name().equals("content"), Rule.MEDIA_URL, url);
            } else if (child.is(MEDIA, "group")) {
                media(child, findings);
            }
        }
    }

    private static void link(Element in, Findings findings) {
        for (Element link : in.all(NONE, "link")) {
            findings.unless(Form.isUrl(link.value()), Rule.RSS_LINK, link.value());
        }
    }

    private static void date(Element in, String name, Findings findings) {
        for (Element date : in.all(NONE, name)) {
            findings.unless(Form.isRfc822(date.value()), Rule.RSS_DATE, name + " " + date.value());
        }
    }
}
