package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory the process held since a moment, by the kernel's own account. */
final class Peak {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private final long beforeBytes;

    private Peak(long beforeBytes) {
        this.beforeBytes = beforeBytes;
    }

    static Peak begin() throws IOException {
        // Lowers the mark to what is held now.
        Files.writeString(CLEAR, "5");
        return new Peak(markBytes());
    }

    long grownBytes() throws IOException {
        return markBytes() - beforeBytes;
    }

    private static long markBytes() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("no mark in " + STATUS);
    }
}
