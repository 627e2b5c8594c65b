package io.heliograph.traps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a browser saw of a page, in the origin's names.
 *
 * @param requests what became of them, by URL
 * @param result what the page's scripts say
 * @param frames of each document on the page, by its URL: what it says of itself, then its elements, then its text
 * @param console what it complained of
 * @param picture digest of what it looked like; empty if no picture was taken
 */
record Look(
        Map<String, String> requests,
        Map<String, String> result,
        List<List<String>> frames,
        List<String> console,
        String picture) {

    /** What is different from this in another one, a line each. */
    List<String> differences(Look other) {
        List<String> all = new ArrayList<>();
        compare("request", requests, other.requests, all);
        compare("result", result, other.result, all);
        if (frames.size() != other.frames.size()) {
            all.add("frames: " + frames.size() + " | " + other.frames.size());
        }
        for (int i = 0; i < Math.min(frames.size(), other.frames.size()); i++) {
            lines("frame " + i, frames.get(i), other.frames.get(i), all);
        }
        if (!console.equals(other.console)) {
            TreeSet<String> mine = new TreeSet<>(console);
            TreeSet<String> theirs = new TreeSet<>(other.console);
            TreeSet<String> gone = new TreeSet<>(mine);
            gone.removeAll(theirs);
            theirs.removeAll(mine);
            if (!gone.isEmpty() || !theirs.isEmpty()) {
                all.add("console: " + gone + " | " + theirs);
            }
        }
        if (!picture.equals(other.picture)) {
            all.add("picture");
        }
        return all;
    }

    private static void compare(String what, Map<String, String> mine, Map<String, String> theirs, List<String> all) {
        Map<String, String> keys = new TreeMap<>(mine);
        keys.putAll(theirs);
        for (String key : keys.keySet()) {
            if (!Objects.equals(mine.get(key), theirs.get(key))) {
                all.add(what + " " + key + ": " + mine.get(key) + " | " + theirs.get(key));
            }
        }
    }

    private static void lines(String what, List<String> mine, List<String> theirs, List<String> all) {
        int shown = 0;
        if (mine.size() != theirs.size()) {
            all.add(what + ": " + mine.size() + " lines | " + theirs.size());
        }
        for (int i = 0; i < Math.min(mine.size(), theirs.size()) && shown < 5; i++) {
            if (!mine.get(i).equals(theirs.get(i))) {
                all.add(what + ", " + i + ": " + around(mine.get(i), theirs.get(i)) + " | "
                        + around(theirs.get(i), mine.get(i)));
                shown++;
            }
        }
    }

    /** A text from a little before where it begins to differ from another. */
    private static String around(String text, String other) {
        int i = 0;
        while (i < text.length() && i < other.length() && text.charAt(i) == other.charAt(i)) {
            i++;
        }
        String start = text.length() > 60 ? text.substring(0, Math.min(30, i)) + "…" : "";
        return start + text.substring(Math.max(0, Math.min(i - 20, text.length())), Math.min(text.length(), i + 160));
    }
}
