package io.heliograph.rewrite;

/** Rewrites WebVTT: cues that are a picture's place, as players take thumbnails from, and the URLs in other cues. */
final class CuesRewriter {

    private final Rewriting run;
    private final BaseUrl base;

    CuesRewriter(Rewriting run, BaseUrl base) {
        this.run = run;
        this.base = base;
    }

    void rewrite(Text text) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean space = false;
            boolean path = false;
            while (end < text.length() && text.at(end) != '\n' && text.at(end) != '\r') {
                space |= text.at(end) == ' ' || text.at(end) == '\t';
                path |= text.at(end) == '/' || text.has(end, "#xywh=");
                end++;
            }
            if (!space && path && (text.at(i) == '/' || text.at(i) == '.') && text.at(i + 1) != '/') {
                run.references().rewrite(text, i, end, base);
            } else {
                run.literals().rewrite(text, i, end);
            }
            i = end + 1;
        }
    }
}
