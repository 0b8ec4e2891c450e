package org.reelbench.ui.viewer.internal.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Scene;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;

/**
 * One frame of a scene as a PNG file in the size of its sequence.
 *
 * @param scene what is shown
 * @param frame which frame of it
 * @param file where it goes; one that is there is replaced once the new one is whole
 * @param threadRule throws on threads that must not do such work
 */
public record FrameSnapshot(Scene scene, long frame, Path file, Runnable threadRule) {

    private static final int BYTES_A_PIXEL = 4;

    /**
     * Renders and writes it; not for a thread that paints.
     *
     * @param renderers renders
     * @param converters turns pictures into pixels
     * @param stop asks to stop
     * @throws RenderException naming the clip that cannot be rendered
     * @throws MediaException if the picture cannot be converted
     * @throws IOException if the file cannot be written
     */
    public void save(Renderers renderers, ScreenConverters converters, Cancellation stop)
            throws RenderException, MediaException, IOException {
        threadRule().run();
        int width = scene.sequence().widthPx();
        int height = scene.sequence().heightPx();
        try (Arena arena = Arena.ofConfined();
                VideoRenderer renderer = renderers.video(scene.sequence(), scene.catalog());
                VideoFrame picture = renderer.frame(frame, stop);
                ScreenConverter converter = converters.open()) {
            MemorySegment pixels = arena.allocate((long) width * height * BYTES_A_PIXEL);
            converter.convert(picture, pixels, width, height, width * BYTES_A_PIXEL);
            stop.check();
            write(pixels, width, height);
        }
    }

    private void write(MemorySegment pixels, int width, int height) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Path part = Files.createTempFile(folder, ".frame", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                Png.write(pixels, width, height, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
