package org.reelbench.ui.viewer.internal.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Scene;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** A frame becomes a file, whole or not at all. The renderer's picture is as grey as its frame's number. */
class FrameSnapshotTest {

    private static final Sequence SEQUENCE = new Sequence(new Id("s"), "s", FrameRate.of(25, 1), 64, 36, 48_000, List.of(),
            Extras.NONE);

    private final Path folder;
    private boolean isBroken;
    private boolean asked;

    FrameSnapshotTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void save(Path file) throws Exception {
        Scene scene = new Scene(SEQUENCE, media -> {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
        });
        new FrameSnapshot(scene, 77, file, () -> asked = true).save(renderers(), Converter::new, new Cancellation());
    }

    private static Renderers renderers() {
        return (Renderers) Proxy.newProxyInstance(FrameSnapshotTest.class.getClassLoader(), new Class<?>[] { Renderers.class },
                (_, _, _) -> Proxy.newProxyInstance(FrameSnapshotTest.class.getClassLoader(),
                        new Class<?>[] { VideoRenderer.class },
                        (_, method, arguments) -> method.getName().equals("frame") ? grey((long) arguments[0]) : null));
    }

    private static VideoFrame grey(long number) {
        PictureFormat format = PictureFormat.of(64, 36, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED);
        MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO);
        frame.plane(0).fill((byte) number);
        return frame;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFrameIsAFileInTheSizeOfTheSequenceAndReplacesTheOneThatWasThere() throws Exception {
        Path file = folder.resolve("frame.png");
        Files.writeString(file, "older");
        save(file);
        byte[] bytes = Files.readAllBytes(file);
        assertTrue(asked, "the thread is looked at first");
        assertEquals(64, bytes[19]);
        assertEquals(36, bytes[23]);
        assertEquals(List.of(file), files());
    }

    @Test
    void whatCannotBeWrittenLeavesTheOlderFileAndNothingElse() throws Exception {
        Path file = folder.resolve("frame.png");
        Files.writeString(file, "older");
        isBroken = true;
        assertThrows(MediaException.class, () -> save(file));
        assertEquals("older", Files.readString(file));
        assertEquals(List.of(file), files());
        isBroken = false;
        assertThrows(IOException.class, () -> save(folder.resolve("no such folder").resolve("frame.png")));
        assertTrue(files().contains(file));
    }

    private final class Converter implements ScreenConverter {

        @Override
        public void convert(VideoFrame picture, MemorySegment target, int widthPx, int heightPx, int strideBytes)
                throws MediaException {
            assertEquals(77, picture.plane(0).get(ValueLayout.JAVA_BYTE, 0));
            if (isBroken) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, "", "no such picture");
            }
            target.fill((byte) 77);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
