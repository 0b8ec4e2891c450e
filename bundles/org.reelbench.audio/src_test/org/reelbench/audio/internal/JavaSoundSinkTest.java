package org.reelbench.audio.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioSink;

/** What reaches the device, and what happens where there is none. */
class JavaSoundSinkTest {

    /** A line that remembers what was written and takes no more than it is told to. */
    private static final class FakeLine {

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<String> calls = new ArrayList<>();
        int takesBytes = Integer.MAX_VALUE;
        long position;
        AudioFormat format = new AudioFormat(48_000, 16, 2, true, false);

        SourceDataLine line() {
            return (SourceDataLine) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { SourceDataLine.class },
                    (_, method, arguments) -> switch (method.getName()) {
                    case "getFormat" -> format;
                    case "getBufferSize" -> 38_400;
                    case "getLongFramePosition" -> position;
                    case "write" -> write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
                    default -> {
                        calls.add(method.getName());
                        yield null;
                    }
                    });
        }

        private int write(byte[] from, int offset, int length) {
            int taken = Math.min(length, takesBytes - bytes.size());
            bytes.write(from, offset, taken);
            return taken;
        }
    }

    private final FakeLine fake = new FakeLine();

    @Test
    void samplesAreInterleavedLittleEndianAndClipped() throws Exception {
        try (AudioSink sink = new JavaSoundSink(fake.line())) {
            assertEquals(3, sink.write(new float[][] { { 9, 0, 1, 0.5f }, { 9, -1, -7, 3 } }, 1, 3));
            assertArrayEquals(new byte[] { 0, 0, 1, (byte) 0x80, (byte) 0xFF, 0x7F, 1, (byte) 0x80, 0, 0x40, (byte) 0xFF, 0x7F },
                    fake.bytes.toByteArray());
            assertEquals(9600, sink.bufferFrames());
            assertFalse(sink.isSilent());
        }
        assertEquals(List.of("stop", "flush", "close"), fake.calls);
    }

    @Test
    void longWritesArriveWhole() throws Exception {
        float[][] sound = new float[2][5000];
        for (int i = 0; i < 5000; i++) {
            Arrays.fill(sound[0], i, i + 1, i / 5000f);
        }
        try (AudioSink sink = new JavaSoundSink(fake.line())) {
            assertEquals(5000, sink.write(sound, 0, 5000));
        }
        byte[] written = fake.bytes.toByteArray();
        assertEquals(20_000, written.length);
        for (int i = 0; i < 5000; i++) {
            assertEquals(Math.round(i / 5000f * 32767), (written[i * 4 + 1] << 8) | (written[i * 4] & 0xFF));
        }
    }

    @Test
    void aLineThatStopsTakingEndsTheWrite() throws Exception {
        fake.takesBytes = 1500 * 4;
        try (AudioSink sink = new JavaSoundSink(fake.line())) {
            assertEquals(1500, sink.write(new float[2][5000], 0, 5000));
        }
    }

    @Test
    void anInterruptEndsTheWrite() {
        try (AudioSink sink = new JavaSoundSink(fake.line())) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> sink.write(new float[2][10], 0, 10));
        }
    }

    @Test
    void theClockNeverGoesBack() {
        try (AudioSink sink = new JavaSoundSink(fake.line())) {
            fake.position = 700;
            assertEquals(700, sink.framesPlayed());
            fake.position = 650;
            assertEquals(700, sink.framesPlayed());
            fake.position = 900;
            assertEquals(900, sink.framesPlayed());
        }
    }

    @Test
    void withoutADeviceTheClockIsSilent() {
        try (AudioSink none = new SystemSound(_ -> {
            throw new IllegalArgumentException("no line matching");
        }).open(48_000, 2); AudioSink busy = new SystemSound(_ -> {
            throw new LineUnavailableException("busy");
        }).open(44_100, 2)) {
            assertTrue(none.isSilent());
            assertTrue(busy.isSilent());
            assertEquals(9600, none.bufferFrames());
            assertEquals(8820, busy.bufferFrames());
        }
    }

    @Test
    void theLineIsOpenedInTheFormatAskedFor() {
        List<AudioFormat> asked = new ArrayList<>();
        try (AudioSink sink = new SystemSound(format -> {
            asked.add(format);
            return fake.line();
        }).open(44_100, 2)) {
            assertFalse(sink.isSilent());
        }
        assertEquals(44_100, asked.getFirst().getSampleRate());
        assertEquals(2, asked.getFirst().getChannels());
        assertEquals(4, asked.getFirst().getFrameSize());
        assertEquals("open", fake.calls.getFirst());
    }
}
