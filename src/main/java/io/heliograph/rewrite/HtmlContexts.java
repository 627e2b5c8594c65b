package io.heliograph.rewrite;

import io.heliograph.rewrite.Leak.Context;
import java.util.Arrays;
import java.util.List;

/** In which contexts some places of an HTML document are. */
final class HtmlContexts {

    private HtmlContexts() {}

    /** The context of each place; the places ascend. */
    static Context[] of(Text text, List<Integer> places) {
        Context[] contexts = new Context[places.size()];
        Arrays.fill(contexts, Context.TEXT);
        HtmlScanner scanner = new HtmlScanner(text);
        int at = 0;
        while (at < contexts.length) {
            Context context = switch (scanner.next()) {
                case START_TAG, END_TAG -> Context.ATTRIBUTE;
                case COMMENT -> Context.COMMENT;
                case RAW -> raw(scanner);
                case TEXT -> Context.TEXT;
                case END -> null;
            };
            if (context == null) {
                break;
            }
            while (at < contexts.length && places.get(at) < scanner.to()) {
                contexts[at++] = context;
            }
        }
        return contexts;
    }

    private static Context raw(HtmlScanner scanner) {
        return switch (scanner.element()) {
            case "script" -> scanner.tag().lower("type").contains("json") ? Context.JSON : Context.SCRIPT;
            case "style" -> Context.CSS;
            default -> Context.TEXT;
        };
    }
}
