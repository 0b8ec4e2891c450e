package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormatException;

/** Whatever happens to a file, reading it gives sequences that keep the rules, or says which file, which line and what to do. */
class DamagedOtioProperties {

    private static final List<String> NASTY = List.of("null", "-1", "0", "1e308", "NaN", "Infinity", "-Infinity", "1e-320", "[]",
            "{}", "\"\"", "true", "999999999999999", "1099511627776", "0.3333333333333333", "{\"OTIO_SCHEMA\": \"Clip.2\"}",
            "\"Stack.1\"", "\"Gap.1\"", "\"Transition.1\"", "\"Track.1\"", "\"\\u0000\"", "\"\\ud800\"", "[[[[[[[[[[]]]]]]]]]]",
            "123456789.123456789", "1e15", "23.976", "1000000000", "1000001", "\"FreezeFrame.1\"",
            "\"SerializableCollection.1\"");

    @TempDir
    Path folder = Path.of("set by the framework");

    private final MediaLookup media = Otio.knowing(Map.of("a.mov", Otio.FILM, "p.png", Otio.PICTURE, "s.wav", Otio.SOUND));

    /** A timeline with one of everything. */
    private static String whole() {
        String warp = ", \"effects\": [{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": -1.5, \"metadata\": {\"a\": [1, 2]}}]";
        String marker = ", \"markers\": [{\"OTIO_SCHEMA\": \"Marker.2\", \"name\": \"m\", \"color\": \"RED\", \"marked_range\": @24:12+2}]";
        String inner = "{\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"In\", \"source_range\": @24:1+9, \"children\": ["
                + Otio.video(Otio.clip("x", "a.mov", "@24:0+12"), Otio.dissolve("@24:2", "@24:1"),
                        Otio.clip("y", "a.mov", "@24:4+9"), Otio.dissolve("@24:2", "@24:2"), Otio.gap("@24:0+3"))
                + ", " + Otio.audio(Otio.clip("z", "s.wav", "@48000:0+24000")) + "]}";
        String images = "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"anim\", \"source_range\": @24:102+3, \"media_references\": "
                + "{\"DEFAULT_MEDIA\": {\"OTIO_SCHEMA\": \"ImageSequenceReference.1\", \"target_url_base\": \"shots\", \"name_prefix\":"
                + " \"p.\", \"name_suffix\": \".png\", \"start_frame\": 9, \"frame_step\": 2, \"frame_zero_padding\": 3, \"rate\": 24,"
                + " \"available_range\": @24:100+5}}}";
        return Otio.json("{\"OTIO_SCHEMA\": \"SerializableCollection.1\", \"children\": [" + Otio.timeline(
                Otio.video(Otio.clip("one", "a.mov", "@23.976:10+48", marker), Otio.dissolve("@24:5", "@24:7"),
                        Otio.clip("two", "p.png", "@24:0+24", warp), Otio.gap("@25:0+10"), inner, images)
                        .replaceFirst("\"kind\"", "\"source_range\": @24:3+200, \"kind\""),
                Otio.audio(Otio.clip("three", "s.wav", "@48000:1000+96000", ", \"enabled\": false"), Otio.gap("@30:0+1"),
                        Otio.clip("four", "a.mov", "null", warp)))
                .replace("\"name\": \"Film\"",
                        "\"name\": \"Film\", \"global_start_time\": @24:86400")
                + "]}").replace(", \"", ",\n\"");
    }

    @Test
    void damagedFilesAreReadOrRefusedInWords() throws IOException {
        long seed = Tier.seed();
        Random random = new Random(seed);
        byte[] whole = whole().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("damaged.otio");
        int read = 0;
        int refused = 0;
        for (int i = 0; i < Tier.count(600, 40_000); i++) {
            byte[] damaged = damaged(whole, random);
            Files.write(file, damaged);
            try {
                String problem = Checks.problem(new OtioFormat().read(file, ImportSettings.DEFAULT, media));
                assertEquals("", problem, () -> "seed " + seed + "\n" + new String(damaged, StandardCharsets.UTF_8));
                read++;
            } catch (TimelineFormatException e) {
                refused++;
                assertTrue(e.getMessage().matches("(?s)damaged\\.otio(, line \\d+)?: .+\\. [A-Z].+\\."),
                        () -> "seed " + seed + ": " + e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", case " + i + ": " + e + "\n" + new String(damaged, StandardCharsets.UTF_8), e);
            }
        }
        int both = Math.min(read, refused);
        assertTrue(both > 20, "too few of one kind: " + read + " read, " + refused + " refused");
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(8) == 0) {
            byte[] bytes = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        for (int n = random.nextInt(3); n >= 0; n--) {
            text = switch (random.nextInt(6)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> withoutLine(text, random);
            default -> withNastyValue(text, random);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutLine(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    /** Puts something else in the place of a plain value. */
    private static String withNastyValue(String text, Random random) {
        int from = text.indexOf(": ", random.nextInt(Math.max(1, text.length())));
        if (from < 0) {
            return text;
        }
        int to = from + 2;
        while (to < text.length() && ",}]\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(0, from + 2) + NASTY.get(random.nextInt(NASTY.size())) + text.substring(to);
    }

    @Test
    void theUndamagedFileIsReadWhole() throws IOException {
        Path file = folder.resolve("whole.otio");
        Files.writeString(file, whole());
        assertEquals("", Checks.problem(new OtioFormat().read(file, ImportSettings.DEFAULT, media)));
        assertEquals(3, new OtioFormat().read(file, ImportSettings.DEFAULT, media).sequences().size());
    }
}
