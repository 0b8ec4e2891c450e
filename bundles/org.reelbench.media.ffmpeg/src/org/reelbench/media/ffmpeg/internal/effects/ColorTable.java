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

/**
 * A table of colours: what comes out for red, green and blue at the points of a cube. Source: Adobe's Cube LUT specification 1.0.
 * Files are taken for hostile: their size and every number are looked at.
 *
 * @param size how many points an edge of the cube has
 * @param values red, green and blue of each point, 0 to 1 as a rule; red changes fastest
 */
record ColorTable(int size, float[] values) {

    private static final int LARGEST_SIZE = 129;
    private static final int PARTS = 3;
    private static final long MOST_BYTES = 100L << 20;

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the table
     * @throws MediaException {@link Reason#EFFECT} if it cannot be read or holds no such table
     */
    static ColorTable read(Path file) throws MediaException {
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

    private static ColorTable parse(Path file, List<String> lines) throws MediaException {
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
        return new ColorTable(size, values);
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

    /**
     * Looks a colour up, between the points by the tetrahedron it lies in, which keeps greys grey.
     *
     * @param red 0 to 1
     * @param green 0 to 1
     * @param blue 0 to 1
     * @param result takes red, green and blue
     */
    void look(float red, float green, float blue, float[] result) {
        int last = size - 1;
        int r = Math.min((int) (red * last), last - 1);
        int g = Math.min((int) (green * last), last - 1);
        int b = Math.min((int) (blue * last), last - 1);
        float fr = red * last - r;
        float fg = green * last - g;
        float fb = blue * last - b;
        int stepG = size * PARTS;
        int stepB = size * stepG;
        int near = r * PARTS + g * stepG + b * stepB;
        int far = near + PARTS + stepG + stepB;
        // The way from the near to the far corner goes along the edges in the order of how far the colour lies along each.
        int first;
        int second;
        float most;
        float middle;
        float least;
        if (fr >= fg) {
            if (fg >= fb) {
                first = PARTS;
                second = PARTS + stepG;
                most = fr;
                middle = fg;
                least = fb;
            } else if (fr >= fb) {
                first = PARTS;
                second = PARTS + stepB;
                most = fr;
                middle = fb;
                least = fg;
            } else {
                first = stepB;
                second = stepB + PARTS;
                most = fb;
                middle = fr;
                least = fg;
            }
        } else if (fr >= fb) {
            first = stepG;
            second = stepG + PARTS;
            most = fg;
            middle = fr;
            least = fb;
        } else if (fg >= fb) {
            first = stepG;
            second = stepG + stepB;
            most = fg;
            middle = fb;
            least = fr;
        } else {
            first = stepB;
            second = stepB + stepG;
            most = fb;
            middle = fg;
            least = fr;
        }
        for (int part = 0; part < PARTS; part++) {
            result[part] = (1 - most) * values[near + part] + (most - middle) * values[near + first + part]
                    + (middle - least) * values[near + second + part] + least * values[far + part];
        }
    }
}
