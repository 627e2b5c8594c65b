package io.heliograph.origin;

import java.util.regex.Pattern;

/** A person's name as documents write it, less the e-mail address: that is nobody's business, and no part of a name. */
final class PersonName {

    private static final Pattern ADDRESS = Pattern.compile("<?[\\w.+-]+@[\\w.-]+>?");

    private PersonName() {}

    /** {@code Name}, {@code Name <mail@example.org>} or, as RSS has it, {@code mail@example.org (Name)}; empty if there is none. */
    static String of(String text) {
        String name = text.strip();
        if (name.indexOf('@') < 0) {
            return name;
        }
        int open = name.indexOf('(');
        if (open >= 0 && name.endsWith(")")) {
            name = name.substring(open + 1, name.length() - 1);
        }
        return ADDRESS.matcher(name).replaceAll("").strip();
    }
}
