package org.reelbench.media.ffmpeg.internal.effects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tables of colours for tests. */
final class CubeFiles {

    private CubeFiles() {
    }

    /** Writes a table that swaps red and blue and halves green. */
    static Path swapped(Path file) throws IOException {
        int size = 5;
        StringBuilder text = new StringBuilder("# a comment\nTITLE \"Swapped\"\nLUT_3D_SIZE " + size + "\nDOMAIN_MIN 0 0 0\n\n");
        for (int b = 0; b < size; b++) {
            for (int g = 0; g < size; g++) {
                for (int r = 0; r < size; r++) {
                    text.append(String.format(Locale.ROOT, "%.6f %.6f %.6f%n", b / 4.0, g / 8.0, r / 4.0));
                }
            }
        }
        return Files.writeString(file, text);
    }
}
