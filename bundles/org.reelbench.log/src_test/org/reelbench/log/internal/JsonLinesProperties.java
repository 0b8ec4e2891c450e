package org.reelbench.log.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Whatever is logged, a line is one JSON object that says it again. */
class JsonLinesProperties {

    private static final long SEED = 20_260_801;
    private static final int CASES = "deep".equals(System.getProperty("reelbench.tier")) ? 30_000 : 1_000;
    private static final String NASTY = "\n\r\t\0\u0007\u001b\u007f\u0085\u2028\u2029\"\\/{}[],:%é漢\ufeff\ud83c\udfac\udfac";
    private static final List<String> NAMES = List.of("segment", "project", "plugin", "message", "stack", "time", "level_",
            "level",
            "thread", "");

    @Test
    void everyEntryIsOneLineThatSaysItAgain() throws Exception {
        for (int number = 0; number < CASES; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG_FORMAT", "json"))) {
                String words = text(random);
                Map<String, Object> named = named(random);
                var event = under.log.atError();
                named.forEach(event::addKeyValue);
                boolean throwing = random.nextInt(4) == 0;
                (throwing ? event.setCause(new IllegalStateException(words)) : event).log(words);
                List<String> lines = under.lines();
                assertEquals(1, lines.size(), () -> "seed " + seed + ": " + lines);
                Map<String, Object> read = LogUnderTest.read(lines.getFirst());
                assertEquals(words, read.get("message"), () -> "seed " + seed);
                assertEquals("ERROR", read.get("level"), () -> "seed " + seed);
                assertEquals(throwing, read.containsKey("stack"), () -> "seed " + seed);
                assertEquals((throwing ? 6 : 5) + named.size(), read.size(), () -> "seed " + seed + ": " + read);
                named.forEach((name, value) -> assertTrue(read.entrySet().stream()
                        .anyMatch(one -> one.getKey().matches(Pattern.quote(name) + "_*") && one.getValue().equals(value)),
                        () -> "seed " + seed + ": " + name + " in " + read));
            }
        }
    }

    private static Map<String, Object> named(Random random) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int each = random.nextInt(4); each > 0; each--) {
            named.put(NAMES.get(random.nextInt(NAMES.size())), switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean();
            default -> "v" + text(random);
            });
        }
        return named;
    }

    /** Braces in a row stand for arguments, and there are none, so they stay. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            text.append(random.nextBoolean() ? NASTY.charAt(random.nextInt(NASTY.length())) : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
