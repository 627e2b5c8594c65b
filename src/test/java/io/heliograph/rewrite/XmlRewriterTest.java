package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R12: feeds, sitemaps, outlines, manifests, pictures and pages in XML. */
class XmlRewriterTest {

    private static String xml(String xml) {
        return Mirrored.on("application/xml", Mirrored.PAGE, xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><link>~</link><item><link> ~\n</link></item></channel></rss>",
                "<rss><channel><item><enclosure url=\"~\" length=\"1\"/><media:content url='~'/></item></channel></rss>",
                "<rss><channel><atom:link rel=\"self\" href=\"~\"/><image><url>~</url></image></channel></rss>",
                "<rss><item><description>&lt;a href=\"~\"&gt;&lt;img src=~&gt;</description></item></rss>",
                "<rss><item><content:encoded><![CDATA[<p><img src=\"~\" srcset='~ 1x, ~ 2x'></p>]]></content:encoded></item></rss>",
                "<rss><item><link><![CDATA[~]]></link><comments>~</comments></item></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"~\"/><entry><content type=\"xhtml\"><div><a href=\"~\">"
                        + "a</a></div></content></entry></feed>",
                "<feed><entry><content type=\"html\">&lt;a href='~'&gt;</content><author><uri>~</uri></author></entry></feed>",
                "<feed><entry><link rel=\"alternate\" hreflang=\"fr\" href=\"~\"/></entry></feed>",
                "<urlset><url><loc>~</loc><image:image><image:loc>~</image:loc></image:image>"
                        + "<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"~\"/></url></urlset>",
                "<sitemapindex><sitemap><loc>~</loc></sitemap></sitemapindex>",
                "<urlset><url><video:video><video:content_loc>~</video:content_loc></video:video></url></urlset>",
                "<opml><outline type=\"rss\" xmlUrl=\"~\" htmlUrl=\"~\"/></opml>",
                "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"~\"?><rss/>",
                "<MPD><BaseURL>~</BaseURL><Location>~</Location><Period><SegmentTemplate media=\"~$Number$.m4s\""
                        + " initialization=\"~\"/><SegmentURL media=\"~\" index=\"~\"/></Period></MPD>",
                "<MPD><UTCTiming schemeIdUri=\"urn:mpeg:dash:utc:http-xsdate:2014\" value=\"~\"/></MPD>",
                "<MPD><Period xlink:href=\"~\"/><PatchLocation ttl=\"1\">~</PatchLocation></MPD>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image href=\"~\"/>"
                        + "<use xlink:href='~#a'/><rect style=\"fill:url(~)\" fill=\"url('~')\"/>"
                        + "<style><![CDATA[a{b:url(~)}]]></style><style>a{b:url(&quot;~&quot;)}</style>"
                        + "<script>x=\"~\"</script><a xlink:href=\"~\"/></svg>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta http-equiv=\"refresh\" content=\"1;url=~\"/></head>"
                        + "<body><img srcset=\"~ 1x\" src=\"~\"/><script>//<![CDATA[\nx=\"~\"\n//]]></script></body></html>",
                "<!DOCTYPE svg [<!ENTITY c \"~\"><!-- ' -->]><svg><a>&c;</a></svg>",
                "<!DOCTYPE rss [<!ENTITY a \"<b>]\"><!-- ' -->]><rss><link>~</link></rss>",
                "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"><x:import href=\"~\"/><x:template match=\"/\">"
                        + "<a href=\"~\"/></x:template></x:stylesheet>",
                "<cross-domain-policy><any a=\"b\" see=\"~\"/></cross-domain-policy>",
            })
    void url_isOnTheHost(String document) {
        assertThat(xml(document.replace("~", "https://www.example.org/x")))
                .isEqualTo(document.replace("~", "https://news.example/x"));
        assertThat(xml(document.replace("~", "https://cdn.example.org/x?a&amp;b")))
                .isEqualTo(document.replace("~", "https://news.example/-/o/cdn.example.org/x?a&amp;b"));
        assertThat(xml(document.replace("~", "https://www.example.org.evil.example/x")))
                .isEqualTo(document.replace("~", "https://www.example.org.evil.example/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><item><guid>https://www.example.org/?p=1</guid></item></rss>",
                "<feed><entry><id>https://www.example.org/1</id></entry></feed>",
                "<rss><item><title>See https://www.example.org/ now</title></item></rss>",
                "<rss xmlns:x=\"https://www.example.org/ns\" xsi:schemaLocation=\"https://www.example.org/ns a.xsd\"/>",
                "<!-- <link>https://www.example.org/</link> --><rss/>",
                "<svg><text>https://www.example.org/</text></svg>",
                "<rdf:RDF><item rdf:about=\"https://www.example.org/1\"/></rdf:RDF>",
                "<MPD><EssentialProperty schemeIdUri=\"https://www.example.org/scheme\"/></MPD>",
                "<!DOCTYPE a SYSTEM \"https://www.example.org/a.dtd\"><a/>",
            })
    void rest_isTheOrigins(String document) {
        assertThat(xml(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({
        "<rss><link>/x</link></rss>, <rss><link>/-/o/cdn.example.org/x</link></rss>",
        "<MPD><BaseURL>/v/</BaseURL></MPD>, <MPD><BaseURL>/-/o/cdn.example.org/v/</BaseURL></MPD>",
        "<S media=\"/v/$N$\"/>, <S media=\"/-/o/cdn.example.org/v/$N$\"/>",
        "<?xml-stylesheet href='/s'?><a/>, <?xml-stylesheet href='/-/o/cdn.example.org/s'?><a/>",
        "<svg><image href=\"/i\"/></svg>, <svg><image href=\"/-/o/cdn.example.org/i\"/></svg>",
    })
    void document_ofAServerUnderAPath_keepsItsPath(String document, String rewritten) {
        assertThat(Mirrored.on("text/xml", Mirrored.CDN_PAGE, document)).isEqualTo(rewritten);
    }

    /** ISO/IEC 23009-1, section 5.6: what is relative in a manifest is relative to the BaseURL of its element. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "<MPD><BaseURL>@/v/</BaseURL><Period><SegmentList><Initialization sourceURL=\"/i\"/><SegmentURL media=\"/m\""
                        + " index=\"x\"/></SegmentList></Period></MPD> ~ /i /m",
                "<MPD><Period><BaseURL>@</BaseURL><AdaptationSet><SegmentTemplate media=\"/$Number$\" initialization=\"/i\"/>"
                        + "<Representation><BaseURL>/r/</BaseURL></Representation></AdaptationSet></Period></MPD> ~ /$Number$ /i /r/",
                "<MPD><BaseURL> @/v/ </BaseURL><BaseURL>https://other.example/</BaseURL><Period><BaseURL>p/</BaseURL>"
                        + "<SegmentURL media=\"/m\"/></Period></MPD> ~ /m",
                "<m:MPD><m:BaseURL><![CDATA[@]]></m:BaseURL><m:Period><m:SegmentURL media=\"/m\"/></m:Period></m:MPD> ~ /m",
                "<MPD><Period><BaseURL>https://other.example/</BaseURL><SegmentURL media=\"/o\"/></Period>"
                        + "<Period><BaseURL>@</BaseURL><SegmentURL media=\"/m\"/></Period><Period><SegmentURL media=\"/w\"/></Period>"
                        + "</MPD> ~ /m",
            })
    void manifest_isRelativeToItsBases(String manifest, String moved) {
        String rewritten = manifest.replace("@", "https://news.example/-/o/cdn.example.org");
        for (String reference : moved.split(" ")) {
            rewritten = rewritten
                    .replace('"' + reference + '"', "\"/-/o/cdn.example.org" + reference + '"')
                    .replace('>' + reference + '<', ">/-/o/cdn.example.org" + reference + '<');
        }

        assertThat(Mirrored.on("application/dash+xml", Mirrored.PAGE, manifest.replace("@", "https://cdn.example.org")))
                .isEqualTo(rewritten
                        .replace("cdn.example.org</", "cdn.example.org/</")
                        .replace("cdn.example.org]]", "cdn.example.org/]]"));
    }

    @Test
    void idsThatStay_areNoLeaks() {
        // Given
        byte[] feed = "<rss><item><guid>https://www.example.org/?p=1</guid></item></rss>".getBytes();

        // Then
        assertThat(Mirrored.rewritten("application/rss+xml", Mirrored.PAGE, feed)
                        .leaks())
                .isEmpty();
    }

    @Test
    void cues_leadToTheHost() {
        // Given
        String cues = "WEBVTT\n\n00:00.000 --> 00:05.000\n~\n\n00:05.000 --> 00:10.000\n/s.jpg#xywh=0,0,1,1\n\n"
                + "00:10.000 --> 00:15.000\nWords at ~ ... and/or\n..\n";

        // Then
        assertThat(Mirrored.on(
                        "text/vtt", Mirrored.CDN_PAGE, cues.replace("~", "https://cdn.example.org/s.jpg#xywh=1,2,3,4")))
                .isEqualTo(cues.replace("~", "https://news.example/-/o/cdn.example.org/s.jpg#xywh=1,2,3,4")
                        .replace("\n/s.jpg", "\n/-/o/cdn.example.org/s.jpg"));
    }
}
