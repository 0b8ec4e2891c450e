package org.reelbench.media.internal.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.reelbench.media.Typeface;

/**
 * A TrueType font: which letter is which shape, how wide it is, how close it stands to another. Fonts are the program's own, so
 * damage is a fault of the build. For every thread. Source: the OpenType specification, tables cmap, glyf, head, hhea, hmtx, kern
 * and loca.
 */
final class TrueTypeFont {

    private static final Map<Typeface, TrueTypeFont> LOADED = new EnumMap<>(Typeface.class);

    private static final int CHARACTERS_FORMAT = 4;
    private static final int KERNING_PAIR_BYTES = 6;

    private final ByteBuffer data;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Integer, Integer> kerning = new HashMap<>();
    private final int characters;
    private final int unitsPerEm;
    private final boolean longPlaces;
    private final int widths;

    private TrueTypeFont(byte[] bytes) {
        data = ByteBuffer.wrap(bytes);
        for (int i = 0; i < u16(4); i++) {
            int record = 12 + 16 * i;
            tables.put(new String(bytes, record, 4, StandardCharsets.ISO_8859_1), data.getInt(record + 8));
        }
        unitsPerEm = u16(table("head") + 18);
        longPlaces = u16(table("head") + 50) != 0;
        widths = u16(table("hhea") + 34);
        characters = findCharacters();
        readKerning();
    }

    /**
     * Returns a font of the program's.
     *
     * @param typeface which
     * @return the font, read once
     */
    static TrueTypeFont of(Typeface typeface) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(typeface, TrueTypeFont::read);
        }
    }

    private static TrueTypeFont read(Typeface typeface) {
        String name = "/liberation/Liberation" + switch (typeface) {
        case SANS -> "Sans-Regular";
        case SANS_BOLD -> "Sans-Bold";
        case SERIF -> "Serif-Regular";
        case MONO -> "Mono-Regular";
        } + ".ttf";
        try (InputStream bytes = TrueTypeFont.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + name + " is not in this program; build it again");
            }
            return new TrueTypeFont(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many of the font's units make its size. */
    int unitsPerEm() {
        return unitsPerEm;
    }

    /** Returns how far letters reach above the baseline. */
    int ascent() {
        return data.getShort(table("hhea") + 4);
    }

    /** Returns how far letters reach below the baseline, a positive number. */
    int descent() {
        return -data.getShort(table("hhea") + 6);
    }

    /** Returns how far apart the baselines of two lines are. */
    int lineDistance() {
        return ascent() + descent() + data.getShort(table("hhea") + 8);
    }

    /** Returns the shape of a character; 0 is the box for those the font does not have. */
    int glyph(int character) {
        if (character > 0xffff) {
            return 0;
        }
        int doubledSegments = u16(characters + 6);
        int ends = characters + 14;
        int starts = ends + doubledSegments + 2;
        for (int i = 0; i < doubledSegments; i += 2) {
            if (character <= u16(ends + i)) {
                if (character < u16(starts + i)) {
                    return 0;
                }
                int delta = u16(starts + doubledSegments + i);
                int offsetAt = starts + 2 * doubledSegments + i;
                int offset = u16(offsetAt);
                if (offset == 0) {
                    return character + delta & 0xffff;
                }
                int glyph = u16(offsetAt + offset + 2 * (character - u16(starts + i)));
                return glyph == 0 ? 0 : glyph + delta & 0xffff;
            }
        }
        return 0;
    }

    /** Returns how wide a shape is, with the room around it. */
    int width(int glyph) {
        return u16(table("hmtx") + 4 * Math.min(glyph, widths - 1));
    }

    /** Returns how much nearer (negative) or farther a shape stands to the one before it. */
    int kerning(int before, int glyph) {
        return kerning.getOrDefault(before << 16 | glyph, 0);
    }

    /** Hands out the outline of a shape. */
    void outline(int glyph, Outlines to) {
        int from = place(glyph);
        if (place(glyph + 1) > from) {
            int at = table("glyf") + from;
            int contours = data.getShort(at);
            if (contours >= 0) {
                new SimpleGlyph(data, at + 10, contours).outline(to);
            } else {
                compound(at + 10, to);
            }
        }
    }

    /** A shape made of others, such as a letter and its accent. */
    private void compound(int start, Outlines to) {
        int at = start;
        int flags;
        do {
            flags = u16(at);
            int part = u16(at + 2);
            at += 4;
            boolean words = (flags & 1) != 0;
            double right = (flags & 2) == 0 ? 0 : words ? data.getShort(at) : data.get(at);
            double up = (flags & 2) == 0 ? 0 : words ? data.getShort(at + 2) : data.get(at + 1);
            at += words ? 4 : 2;
            double[] matrix = { 1, 0, 0, 1 };
            int numbers = (flags & 8) != 0 ? 1 : (flags & 0x40) != 0 ? 2 : (flags & 0x80) != 0 ? 4 : 0;
            double[] read = new double[numbers];
            for (int i = 0; i < numbers; i++) {
                read[i] = data.getShort(at) / 16384.0;
                at += 2;
            }
            if (numbers == 4) {
                matrix = read;
            } else if (numbers > 0) {
                matrix = new double[] { read[0], 0, 0, read[numbers - 1] };
            }
            outline(part, new MovedOutlines(to, matrix, right, up));
        } while ((flags & 0x20) != 0);
    }

    private int place(int glyph) {
        int loca = table("loca");
        return longPlaces ? data.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
    }

    private int findCharacters() {
        int cmap = table("cmap");
        for (int i = 0; i < u16(cmap + 2); i++) {
            int record = cmap + 4 + 8 * i;
            int at = cmap + data.getInt(record + 4);
            if ((u16(record) == 0 || u16(record) == 3 && u16(record + 2) == 1) && u16(at) == CHARACTERS_FORMAT) {
                return at;
            }
        }
        throw new IllegalStateException("the font has no table of characters that is known here");
    }

    private void readKerning() {
        Integer kern = tables.get("kern");
        if (kern == null) {
            return;
        }
        int at = kern + 4;
        for (int i = 0; i < u16(kern + 2); i++) {
            boolean horizontalPairs = (u16(at + 4) & 0xff07) == 1;
            for (int pair = 0; horizontalPairs && pair < u16(at + 6); pair++) {
                int record = at + 14 + KERNING_PAIR_BYTES * pair;
                kerning.put(u16(record) << 16 | u16(record + 2), (int) data.getShort(record + 4));
            }
            at += u16(at + 2);
        }
    }

    private int table(String name) {
        Integer at = tables.get(name);
        if (at == null) {
            throw new IllegalStateException(
                    "the font has no table " + name + " but " + Arrays.toString(tables.keySet().toArray()));
        }
        return at;
    }

    private int u16(int at) {
        return data.getShort(at) & 0xffff;
    }
}
