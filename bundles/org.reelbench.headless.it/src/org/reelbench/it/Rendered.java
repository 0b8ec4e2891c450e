package org.reelbench.it;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;

/** What really comes out of the renderers, as texts to be compared; what cannot be rendered is told by the reason. */
final class Rendered {

    private Rendered() {
    }

    /** Every frame of a run from a frame on up to another one. */
    static List<String> pictures(Sequence sequence, MediaCatalog catalog, long fromFrame, long toFrame)
            throws InterruptedException {
        List<String> pictures = new ArrayList<>();
        try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog)) {
            renderer.run(fromFrame, toFrame, (_, picture) -> pictures.add(text(picture)), new Cancellation());
        } catch (RenderException e) {
            pictures.add("refused: " + e.media().reason() + ' ' + e.getMessage());
        } catch (MediaException | IllegalArgumentException e) {
            pictures.add("refused: " + e.getMessage());
        }
        return pictures;
    }

    /** One frame, by a renderer that has rendered no other. */
    static String alone(Sequence sequence, MediaCatalog catalog, long frame) throws InterruptedException {
        try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog);
                VideoFrame picture = renderer.frame(frame, new Cancellation())) {
            return text(picture);
        } catch (RenderException e) {
            return "refused: " + e.media().reason() + ' ' + e.getMessage();
        }
    }

    /** A range of samples, left and right, by a renderer that has rendered no other. */
    static float[][] sound(Sequence sequence, MediaCatalog catalog, long firstSample, int count)
            throws RenderException, InterruptedException {
        float[][] channels = new float[AudioRenderer.CHANNELS][count];
        try (AudioRenderer renderer = Services.get(Renderers.class).audio(sequence, catalog)) {
            renderer.read(firstSample, channels, 0, count, new Cancellation());
        }
        return channels;
    }

    /** The whole sound as a text. */
    static String sound(Sequence sequence, MediaCatalog catalog) throws InterruptedException {
        int count = (int) sequence.rate().timeOf(sequence.durationFrames()).ticksRound(sequence.sampleRateHz());
        try {
            return count + " samples " + text(sound(sequence, catalog, 0, count), 0, count);
        } catch (RenderException e) {
            return "refused: " + e.media().reason() + ' ' + e.getMessage();
        }
    }

    /** A checksum of some samples; 0 and −0 sound the same. */
    static String text(float[][] channels, int offset, int count) {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(count * channels.length * Float.BYTES);
        for (float[] channel : channels) {
            for (int i = offset; i < offset + count; i++) {
                bytes.putFloat(channel[i] + 0.0f);
            }
        }
        sum.update(bytes.flip());
        return Long.toHexString(sum.getValue());
    }

    private static String text(VideoFrame picture) {
        PictureFormat format = picture.format();
        CRC32C sum = new CRC32C();
        for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
            int rowBytes = format.pixelFormat().rowBytes(plane, format.widthPx());
            int rows = format.pixelFormat().rows(plane, format.heightPx());
            MemorySegment samples = picture.plane(plane);
            for (int row = 0; row < rows; row++) {
                sum.update(samples.asSlice((long) row * picture.strideBytes(plane), rowBytes).asByteBuffer());
            }
        }
        return format.widthPx() + "x" + format.heightPx() + ' ' + format.pixelFormat() + ' ' + Long.toHexString(sum.getValue());
    }
}
