package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Documents put together by a seed from constructs that have misled rewriters. Where a URL may stand there is one of the
 * origin, of another server or of neither.
 */
final class TrapPages {

    /** URLs that are written in one way alone, so that filling in the origin itself must give the document back. */
    private static final List<String> PLAIN = List.of(
            "https://www.example.org/x",
            "https://www.example.org",
            "https://www.example.org/x?a=1&b=https://www.example.org/",
            "https://www.example.org/i,w=800,h=450.jpg",
            "//www.example.org/x",
            "https://www.example.org.evil.example/",
            "https://evil-www.example.org/x",
            "https://web.archive.example/https://www.example.org/",
            "https://www.example.org@evil.example/",
            "https://other.example/x",
            "/x",
            "x/y.html",
            "../x",
            "?q=1",
            "#f",
            "mailto:a@www.example.org",
            "data:text/plain,https://www.example.org/");

    private static final List<String> HTML = List.of(
            "<a href=\"~\">text ~</a>",
            "<a href='~' title='~' ping=\"~ ~\">a</a>",
            "<a href=~>a</a>",
            "<img src=\"~\" srcset=\"~ 1x, ~ 2x\" alt=\"~\">",
            "<img src='~' src=\"~\" data-src=\"~\" data-srcset='~ 100w'>",
            "<picture><source srcset=\"~ 1x,~ 2x\"><img src=~ ></picture>",
            "<form action=\"~\"><input name=u value=\"~\"><button formaction='~'>b</button></form>",
            "<video src=\"~\" poster=\"~\"><track src=\"~\"></video>",
            "<object data=\"~\"><param name=movie value=\"~\"></object>",
            "<blockquote cite=\"~\"><p>~</p></blockquote>",
            "<div style=\"background:url('~')\">a</div>",
            "<div style='background:url(\"~\")' data-x='{\"u\":\"~\"}'>a</div>",
            "<p onclick=\"go('~')\">a</p>",
            "<style>@import \"~\"; a{b:url(~);c:url( '~' )} /* ~ */</style>",
            "<script>var a='~',b=\"~\";/* ~ */ c=d/e;f=/[\"'\\/]/g.test('~')</script>",
            "<script><!-- <script> x='~' </script> --></script>",
            "<script type=\"application/ld+json\">{\"@id\":\"~\",\"a\":[\"~\"]}</script>",
            "<script type=module src=\"~\"></script>",
            "<script type=text/template><a href=\"~\">b</a></script>",
            "<svg><use href=\"~\"/><image xlink:href='~'/><rect fill=\"url(~)\"/><style>a{b:url(~)}</style></svg>",
            "<svg><title><b>t</b></title><![CDATA[ <a> ~ ]]></svg>",
            "<svg><foreignObject><div><a href=\"~\">a</a></div></foreignObject></svg>",
            "<math><mi><img src=\"~\"></mi></math>",
            "<iframe srcdoc=\"&lt;a href='~'&gt;a&lt;/a&gt;&lt;style&gt;a{b:url(~)}&lt;/style&gt;\"></iframe>",
            "<iframe src=\"~\"></iframe>",
            "<noscript><img src=\"~\"></noscript>",
            "<template><a href=\"~\">a</a></template>",
            "<textarea><a href=\"~\"></textarea>",
            "<!-- <a href=\"~\"> -->",
            "<!--[if IE]><script src=\"~\"></script><![endif]-->",
            "<![CDATA[ ~ ]]>",
            "<?php ~ ?>",
            "</ ~ >",
            "<p>&amp; &lt;a href=\"~\"&gt; &copy &#x41; ~</p>",
            "<select><option value=\"~\">a</select>",
            "<table background=\"~\"><tr><td>~</table>",
            "caf\u00e9 \ud83d\ude00 < > & ' \" = `\n\t\r\n");

    private static final List<String> HEAD = List.of(
            "<meta property=\"og:image\" content=\"~\">",
            "<meta name=description content=\"~\">",
            "<meta http-equiv=refresh content=\"5; url=~\">",
            "<link rel=stylesheet href=\"~\">",
            "<link rel=preload as=image href='~' imagesrcset=\"~ 1x\">",
            "<link rel=alternate type=application/rss+xml href=\"~\">",
            "<title>~ &amp; <b></title>",
            "<base target=_top>");

    /** Constructs whose escapes are not kept where a host stands, or that stand for another name on each host. */
    private static final List<String> SCRIPTED = List.of(
            "<script>a='\\x68ttps:\\/\\/www.example.org\\/x';b=\"https://b\\u00fccher.example/\"</script>",
            "<script>h='www.example.org';if(location.hostname!='www.example.org')a('//'+'cdn.example.org/x')</script>",
            "<script>document.cookie='a=1; domain=.example.org';e.origin=='https://cdn.example.org'</script>",
            "<script>a=JSON.parse('{\"u\":\"https:\\\\/\\\\/b\\\\u00fccher.example\\\\/x\"}');/* don't */</script>",
            "<script type=application/json>{\"cdnHost\":\"cdn.example.org\",\"u\":\"https:\\/\\/b\\u00fccher.example\\/\"}</script>",
            "<script type=importmap>{\"imports\":{\"/a.js\":\"https://www.example.org/a.js\"}}</script>",
            "<p onclick='h=&quot;www.example.org&quot;' data-x='{\"u\":\"https:\\/\\/b\\u00fccher.example\"}'>",
            "<iframe src=\"data:text/html,<img src='https://www.example.org/x'>\"></iframe>",
            "\u001b$B<\"/\u001b(B");

    private TrapPages() {}

    /** A page whose URLs are written plainly. */
    static String html(Random random) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=en><head>");
        parts(HEAD, random, 6, page);
        page.append("</head>\n<body>");
        parts(HTML, random, 25, page);
        return page.append("</body></html>\n").toString();
    }

    /** A page whose URLs are written as browsers understand them, in whatever way. */
    static String wildHtml(Random random) {
        List<String> ways = List.of(
                "HTTPS://WWW.EXAMPLE.ORG:443/x",
                "http://www.example.org/x",
                "https://cdn.example.org/x",
                "//cdn.example.org/x",
                " https://www.example.org/x ",
                "https:\\\\www.example.org\\x",
                "https&colon;&sol;/www&#46;example.org/x",
                "https://b\u00fccher.example/x");
        String page = html(random);
        StringBuilder out = new StringBuilder();
        int from = 0;
        String plain = "https://www.example.org/x";
        for (int at = page.indexOf(plain); at >= 0; at = page.indexOf(plain, from)) {
            boolean attribute = at > 0 && page.charAt(at - 1) == '"';
            out.append(page, from, at).append(attribute ? ways.get(random.nextInt(ways.size())) : plain);
            from = at + plain.length();
        }
        return out.append(page.substring(from)).toString();
    }

    /** The same, with scripts and documents in it that only the rewriter understands, and no other parser of HTML. */
    static String wildestHtml(Random random) {
        String page = wildHtml(random);
        for (int i = random.nextInt(5); i > 0; i--) {
            page = page.replace("</body>", SCRIPTED.get(random.nextInt(SCRIPTED.size())) + "\n</body>");
        }
        return page;
    }

    private static void parts(List<String> parts, Random random, int most, StringBuilder out) {
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            String part = parts.get(random.nextInt(parts.size()));
            for (char c : part.toCharArray()) {
                out.append(c == '~' ? PLAIN.get(random.nextInt(PLAIN.size())) : String.valueOf(c));
            }
            out.append(random.nextBoolean() ? "\n" : "");
        }
    }

    /** A document with a few parts cut out, doubled, or put where they do not belong. */
    static byte[] spoilt(byte[] document, Random random) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        int size = 0;
        while (from < document.length) {
            int to = Math.min(document.length, from + 1 + random.nextInt(60));
            byte[] piece = Arrays.copyOfRange(document, from, to);
            from = to;
            int what = random.nextInt(24);
            if (what == 0) {
                continue;
            }
            if (what == 1) {
                piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
            }
            if (what == 2 && !pieces.isEmpty()) {
                byte[] again = pieces.get(random.nextInt(pieces.size()));
                pieces.add(again);
                size += again.length;
            }
            if (what == 3) {
                byte[] mark = MARKS[random.nextInt(MARKS.length)].getBytes(UTF_8);
                pieces.add(mark);
                size += mark.length;
            }
            pieces.add(piece);
            size += piece.length;
        }
        byte[] spoilt = new byte[size];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, spoilt, at, piece.length);
            at += piece.length;
        }
        return spoilt;
    }

    private static final String[] MARKS = {
        "<",
        ">",
        "\"",
        "'",
        "=",
        "&",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "<![CDATA[",
        "]]>",
        "/*",
        "*/",
        "url(",
        ")",
        "\\",
        "`",
        "${",
        "}",
        "{",
        "//",
        "https://",
        "@",
        "%",
        "\u0000",
        "<a href=",
        "srcset=\""
    };
}
