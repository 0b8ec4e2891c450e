package org.reelbench.media.ffmpeg.internal.effects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.paint.ColorLattice;

/**
 * Reads tables of colours: what comes out for red, green and blue at the points of a cube. Source: Adobe's Cube LUT specification 1.0.
 * Files are taken for hostile: their size and every number are looked at.
 */
final class ColorTable {

    private static final int LARGEST_SIZE = 129;
    private static final int PARTS = ColorLattice.PARTS;
    private static final long MOST_BYTES = 100L << 20;

    private ColorTable() {
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the table
     * @throws MediaException {@link Reason#EFFECT} if it cannot be read or holds no such table
     */
    static ColorLattice read(Path file) throws MediaException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw refused(file,
                        Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "this is no table of colours" : "it is not there");
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return parse(file, new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList());
            }
        } catch (IOException e) {
            throw new MediaException(Reason.EFFECT, file.toString(), "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static ColorLattice parse(Path file, List<String> lines) throws MediaException {
        float[] values = {};
        int size = 0;
        int read = 0;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            String first = words[0];
            if (first.equals("LUT_3D_SIZE") && size == 0 && words.length == 2 && words[1].matches("[0-9]{1,3}")) {
                size = Integer.parseInt(words[1]);
                if (size < 2 || size > LARGEST_SIZE) {
                    throw refused(file, "a cube of " + size + " points an edge cannot be used");
                }
                values = new float[size * size * size * PARTS];
            } else if (first.startsWith("DOMAIN_M") && words.length == PARTS + 1) {
                float wanted = first.equals("DOMAIN_MIN") ? 0 : 1;
                for (int i = 1; i <= PARTS; i++) {
                    if (number(file, words[i]) != wanted) {
                        throw refused(file, "only tables for colours from 0 to 1 can be used, not '" + line.strip() + "'");
                    }
                }
            } else if (words.length == PARTS && first.matches("[-+.0-9].*")) {
                if (read + PARTS > values.length) {
                    throw refused(file, "it has more colours than its LUT_3D_SIZE says, or says none");
                }
                for (String word : words) {
                    values[read++] = number(file, word);
                }
            } else if (!first.isEmpty() && !first.startsWith("#") && !first.equals("TITLE")) {
                throw refused(file, "the line '" + line.strip().substring(0, Math.min(40, line.strip().length()))
                        + "' belongs to no table of three dimensions");
            }
        }
        if (size == 0 || read < values.length) {
            throw refused(file, "it has " + read / PARTS + " colours of " + values.length / PARTS + " that belong into it");
        }
        return ColorLattice.redFirst(size, values);
    }

    private static float number(Path file, String word) throws MediaException {
        try {
            float value = Float.parseFloat(word);
            if (Math.abs(value) <= 100) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new MediaException(Reason.EFFECT, file.toString(), "'" + word + "' is no number", e);
        }
        throw refused(file, "'" + word + "' is no part of a colour");
    }

    private static MediaException refused(Path file, String why) {
        return new MediaException(Reason.EFFECT, file.toString(), why + "; choose a .cube file of a 3D LUT");
    }
}
