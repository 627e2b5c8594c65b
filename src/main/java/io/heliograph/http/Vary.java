package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The request fields that a response depends on (RFC 9110, section 12.5.5; RFC 9111, section 4.1).
 *
 * @param names in lower case
 * @param any whether it depends on more than fields: no other request gets it
 */
public record Vary(List<String> names, boolean any) {

    /** It depends on no field. */
    public static final Vary NONE = new Vary(List.of(), false);

    public Vary {
        names = List.copyOf(names);
    }

    /** What a response says; a {@code *} among names counts, on whatever line. */
    public static Vary of(FieldLines response) {
        String field = response.value("vary");
        if (field.isEmpty()) {
            return NONE;
        }
        Set<String> names = ListedNames.of(field);
        return new Vary(
                names.stream().filter(name -> !name.equals("*")).sorted().toList(), names.contains("*"));
    }

    /**
     * The normalised values that a request has for these names (RFC 9111, section 4.1): lines combined, white space
     * dropped where it has no meaning. A field that is absent is other than one that is empty.
     */
    public String selecting(FieldLines request) {
        StringBuilder key = new StringBuilder();
        for (String name : names) {
            key.append(name);
            if (request.has(name)) {
                key.append('=').append(normalised(name, request.value(name)));
            }
            key.append('\n');
        }
        return key.toString();
    }

    private static String normalised(String name, String value) {
        return switch (name) {
            // Their members are sets with weights: the order says nothing (RFC 9110, sections 12.5.3 and 12.5.4).
            case "accept-language", "accept-encoding" -> sorted(value.toLowerCase(Locale.ROOT));
            default -> squeezed(value);
        };
    }

    private static String sorted(String value) {
        List<String> members = new ArrayList<>();
        for (String member : value.split(",", 0)) {
            String bare = member.replace(" ", "").replace("\t", "");
            if (!bare.isEmpty()) {
                members.add(bare);
            }
        }
        members.sort(null);
        return String.join(",", members);
    }

    /** A list without white space around its commas, those in quoted strings apart. Gone over once, for visitors send it. */
    private static String squeezed(String value) {
        StringBuilder out = new StringBuilder(value.length());
        boolean quoted = false;
        int space = -1;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!quoted && (c == ' ' || c == '\t')) {
                space = space < 0 ? i : space;
                continue;
            }
            if (space >= 0) {
                boolean around = c == ',' || out.length() == 0 || out.charAt(out.length() - 1) == ',';
                out.append(value, around ? i : space, i);
                space = -1;
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\' && i + 1 < value.length()) {
                out.append(c);
                c = value.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
