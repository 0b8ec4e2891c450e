package org.reelbench.demo.internal.media;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.reelbench.media.ByteSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/**
 * A note beside a generated file that says what it was made of and what its bytes are. A file is used again only if both still
 * hold: a newer program that draws or encodes otherwise makes it anew, as does a file that was changed or cut short.
 */
final class ContentStamp {

    private static final String ENDING = ".stamp";
    private static final int SAMPLE_WIDTH_PX = 160;
    private static final int SAMPLE_HEIGHT_PX = 90;
    private static final int SAMPLE_FRAME = 12_345;
    private static final int SAMPLE_RATE_HZ = 8000;

    private ContentStamp() {
    }

    /** Tells whether a file holds what the specification says. */
    static boolean fits(MediaSpec spec, Path file) throws MediaException, IOException {
        Path stamp = beside(file);
        return Files.isRegularFile(file) && Files.isRegularFile(stamp) && Files.readString(stamp).equals(text(spec, file));
    }

    /** Notes what a file holds, once it has its name. */
    static void write(MediaSpec spec, Path file) throws MediaException, IOException {
        Files.writeString(beside(file), text(spec, file));
    }

    /** Takes the note away, before the file it tells of goes. */
    static void forget(Path file) throws IOException {
        Files.deleteIfExists(beside(file));
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    private static String text(MediaSpec spec, Path file) throws MediaException, IOException {
        try (ByteSource bytes = FileByteSource.open(file)) {
            return "made of " + recipe(spec) + "\nholds " + MediaFingerprint.of(bytes) + "\n";
        }
    }

    /** What decides the content: the specification, and how cards and clicks of its source look and sound. */
    private static String recipe(MediaSpec spec) {
        MessageDigest digest = sha256();
        digest.update(spec.toString().getBytes(StandardCharsets.UTF_8));
        PictureFormat format = PictureFormat.of(SAMPLE_WIDTH_PX, SAMPLE_HEIGHT_PX, PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        try (MemoryFrame card = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            TestCard.draw(card, spec.source(), SAMPLE_FRAME);
            for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
                digest.update(card.plane(plane).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        float[][] second = new float[1][SAMPLE_RATE_HZ];
        ClickTrack.fill(spec.source(), SAMPLE_RATE_HZ, 0, second, 0, SAMPLE_RATE_HZ);
        ByteBuffer samples = ByteBuffer.allocate(SAMPLE_RATE_HZ * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        samples.asFloatBuffer().put(second[0]);
        digest.update(samples.array());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
