package org.reelbench.media.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives out file names that every common platform takes, each once. For one thread. */
public final class FileNames {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}<>:\"/\\\\|?*]");
    private static final Pattern ENDING = Pattern.compile("[. ]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int MAX_STEM_CHARS = 100;
    private static final int MAX_EXTENSION_CHARS = 16;

    private final Set<String> given = new HashSet<>();

    /** Creates the giver of names; none is given yet. */
    public FileNames() {
        // nothing to set up
    }

    /**
     * Returns a name like the one wanted that was not given before.
     *
     * @param wanted a file name of this platform
     */
    public String next(String wanted) {
        String name = safe(wanted);
        int dot = name.lastIndexOf('.');
        boolean extended = dot > 0 && name.length() - dot <= MAX_EXTENSION_CHARS;
        String extension = extended ? name.substring(dot) : "";
        String stem = shortened(extended ? name.substring(0, dot) : name);
        String candidate = stem + extension;
        for (int number = 2; !given.add(compared(candidate)); number++) {
            candidate = stem + " (" + number + ")" + extension;
        }
        return candidate;
    }

    private static String safe(String wanted) {
        String name = ENDING.matcher(FORBIDDEN.matcher(wanted).replaceAll("_")).replaceAll("");
        return name.isEmpty() || DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** File systems limit bytes, of which a character has up to four. */
    private static String shortened(String stem) {
        if (stem.length() <= MAX_STEM_CHARS / 2 || stem.getBytes(StandardCharsets.UTF_8).length <= 2 * MAX_STEM_CHARS) {
            return stem;
        }
        int end = Character.isHighSurrogate(stem.charAt(MAX_STEM_CHARS / 2 - 1)) ? MAX_STEM_CHARS / 2 - 1 : MAX_STEM_CHARS / 2;
        return stem.substring(0, end);
    }

    private static String compared(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
