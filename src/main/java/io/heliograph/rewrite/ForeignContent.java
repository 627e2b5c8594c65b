package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the open elements are SVG or MathML, as far as it changes how text is read: there, a {@code style} is no raw
 * text, and CDATA sections exist (HTML Standard, tree construction dispatcher and rules for foreign content).
 */
final class ForeignContent {

    /** Deeper than that, elements are not counted any more, as browsers do not. */
    private static final int DEEPEST = 512;

    private static final Names MATH_TEXT = Names.of("mi mo mn ms mtext");
    private static final Names HTML_IN_SVG = Names.of("foreignobject desc title");
    /** Start tags that end foreign content, because somebody forgot to. */
    private static final Names BREAKOUT = Names.of(
            "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5"
                    + " h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var");

    /** Elements that pictures and formulas stand in. */
    private static final Names AROUND =
            Names.of("a article aside body button dd div dl dt figcaption figure footer h1 h2 h3 h4"
                    + " header html label li main nav ol p section span summary table tbody td th tr ul");

    /** Elements that have no content. */
    private static final Names VOID = Names.of("area base br col embed hr img input link meta param source track wbr");

    /** @param html whether its content is HTML again */
    private record Open(String name, boolean svg, boolean html) {}

    private final List<Open> stack = new ArrayList<>();
    /** How many elements of HTML are open in the innermost one, as far as their tags tell. */
    private int inside;

    /** Whether what comes now is read by the rules for foreign content. */
    boolean isForeign() {
        return !stack.isEmpty() && !top().html();
    }

    /** Whether the innermost open element is one of SVG or MathML, whatever its content is read as. */
    boolean isDirect() {
        return !stack.isEmpty() && inside == 0;
    }

    private Open top() {
        return stack.get(stack.size() - 1);
    }

    /** Takes note of a start tag; returns whether its element is an HTML element. */
    boolean start(Tag tag) {
        int c = tag.text.lower(tag.nameFrom);
        if (stack.isEmpty() && c != 's' && c != 'm') {
            // Nearly every tag of nearly every page.
            return true;
        }
        String name = tag.name();
        boolean html = isHtml(name);
        if (!html && (BREAKOUT.has(name) || name.equals("font") && isStyledFont(tag))) {
            leave();
            html = true;
        }
        if (!html) {
            push(tag, name, top().svg());
            return false;
        }
        boolean root = name.equals("svg") || name.equals("math");
        if (root) {
            push(tag, name, name.equals("svg"));
        } else if (!stack.isEmpty() && !VOID.has(name)) {
            inside++;
        }
        return !root;
    }

    /** Whether a start tag here is read by the rules for HTML. */
    private boolean isHtml(String name) {
        if (stack.isEmpty()) {
            return true;
        }
        Open top = top();
        if (top.html()) {
            return top.svg() || !MATH_TEXT.has(top.name()) || !name.equals("mglyph") && !name.equals("malignmark");
        }
        return top.name().equals("annotation-xml") && name.equals("svg");
    }

    private void leave() {
        while (isForeign()) {
            stack.remove(stack.size() - 1);
        }
    }

    private static boolean isHtmlAgain(Tag tag, String name, boolean svg) {
        if (svg) {
            return HTML_IN_SVG.has(name);
        }
        if (name.equals("annotation-xml")) {
            String encoding = tag.lower("encoding");
            return encoding.equals("text/html") || encoding.equals("application/xhtml+xml");
        }
        return MATH_TEXT.has(name);
    }

    private static boolean isStyledFont(Tag tag) {
        return tag.has("color") || tag.has("face") || tag.has("size");
    }

    /** Takes note of an end tag. */
    void end(Tag tag) {
        if (stack.isEmpty()) {
            return;
        }
        String name = tag.name();
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i).name().equals(name)) {
                stack.subList(i, stack.size()).clear();
                inside = 0;
                return;
            }
            if (stack.get(i).html()) {
                inside = Math.max(0, inside - 1);
                return;
            }
        }
        if (name.equals("p") || name.equals("br") || AROUND.has(name)) {
            // Of an element around the picture, which was not closed.
            leave();
        }
    }

    private void push(Tag tag, String name, boolean svg) {
        if (!tag.isSelfClosing && stack.size() < DEEPEST) {
            stack.add(new Open(name, svg, isHtmlAgain(tag, name, svg)));
            inside = 0;
        }
    }
}
