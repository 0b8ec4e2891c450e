package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The commands of the window and their keys: each is written down, each key means one thing, each habit keeps to the same commands. */
class KeymapTest {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final Pattern COMMAND = Pattern.compile("<command id=\"([^\"]+)\"[^>]*\\bname=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern
            .compile("<key schemeId=\"([^\"]+)\"(?: contextId=\"([^\"]+)\")? commandId=\"([^\"]+)\""
                    + " sequence=\"([^\"]+)\"");
    private static final Pattern MENU = Pattern
            .compile("<(?:command commandId|menu id)=\"([^\"]+)\"(?: label=\"([^\"]+)\")?([^>]*)>");
    private static final Pattern LETTER = Pattern.compile("mnemonic=\"(.)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final List<String> SCHEMES = List.of("org.reelbench.keys", "org.reelbench.keys.premiere",
            "org.reelbench.keys.finalcut");

    private record Key(String scheme, String context, String command, String sequence) {
    }

    private final Map<String, String> commands = new TreeMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    KeymapTest() throws IOException {
        try (Stream<Path> bundles = Files.list(ROOT.resolve("bundles"))) {
            for (Path file : bundles.map(bundle -> bundle.resolve("plugin.xml")).filter(Files::exists).toList()) {
                String text = Files.readString(file);
                texts.add(text);
                Matcher command = COMMAND.matcher(text);
                while (command.find()) {
                    commands.put(command.group(1), command.group(2).replace("&amp;", "&"));
                }
                Matcher key = KEY.matcher(text);
                while (key.find()) {
                    String context = key.group(2) == null ? "" : key.group(2);
                    keys.add(new Key(key.group(1), context, key.group(3), key.group(4)));
                }
            }
        }
        assertTrue(commands.size() > 20 && keys.size() > 20, commands.size() + " commands, " + keys.size() + " keys");
    }

    @Test
    void everyKeyIsOfACommandThatThereIs() {
        assertEquals(List.of(), keys.stream().filter(key -> !commands.containsKey(key.command())).toList());
        assertEquals(List.of(), keys.stream().filter(key -> !SCHEMES.contains(key.scheme())).toList());
    }

    @Test
    void aKeyMeansOneThing() {
        Set<List<String>> seen = new HashSet<>();
        assertEquals(List.of(),
                keys.stream().filter(key -> !seen.add(List.of(key.scheme(), key.context(), key.sequence()))).toList());
    }

    @Test
    void everyLetterOfAMenuStandsInItsName() {
        List<String> foreign = new ArrayList<>();
        int letters = 0;
        for (String text : texts) {
            Matcher entry = MENU.matcher(text);
            while (entry.find()) {
                String name = entry.group(2) == null ? commands.getOrDefault(entry.group(1), "") : entry.group(2);
                Matcher letter = LETTER.matcher(entry.group(3));
                if (letter.find()) {
                    letters++;
                    if (!name.contains(letter.group(1))) {
                        foreign.add(name + ": " + letter.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), foreign);
        assertTrue(letters > 20, letters + " letters");
    }

    @Test
    void everyCommandStandsInTheListOfKeysAsItIs() throws IOException {
        List<String> written = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/keys.md")));
        while (row.find()) {
            if (!row.group(1).equals("command") && !row.group(1).startsWith("---")) {
                written.add(row.group().strip());
            }
        }
        List<String> rows = commands.entrySet().stream().map(this::row).sorted().toList();
        assertEquals(String.join("\n", rows), String.join("\n", written.stream().sorted().toList()),
                "docs/keys.md lists the commands of the window; these are its rows");
    }

    /** One row; where another habit has no key of its own, that of Reelbench holds. */
    private String row(Map.Entry<String, String> command) {
        return "| " + command.getValue() + " | "
                + String.join(" | ", SCHEMES.stream().map(scheme -> keys(command.getKey(), scheme))
                        .toList())
                + " |";
    }

    private String keys(String command, String scheme) {
        List<String> found = keys.stream().filter(key -> key.command().equals(command) && key.scheme().equals(scheme))
                .map(key -> read(key.sequence())).distinct().sorted().toList();
        return found.isEmpty() ? "–" : String.join(", ", found);
    }

    private static String read(String sequence) {
        return sequence.replace("&apos;", "'").replace("M1+", "Ctrl+").replace("M2+", "Shift+").replace("M3+", "Alt+")
                .replace("ARROW_LEFT", "←").replace("ARROW_RIGHT", "→").replace("ARROW_UP", "↑").replace("ARROW_DOWN", "↓")
                .replace("SPACE", "Space").replace("HOME", "Home").replace("END", "End").replace("DEL", "Delete")
                .replace("BS", "Backspace").replace("ESC", "Escape").replace("CR", "Enter");
    }
}
