package org.example.reelbench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.RemoteMedia;

/** Media of other addresses: {@code tone://sine/440/10} is a file of ten seconds at 440 Hz, computed where it is read. */
@Component
public final class Tone implements RemoteMedia {

    private static final Pattern ADDRESS = Pattern.compile("/(\\d{2,5})/(\\d{1,4})");

    @Override
    public Set<String> schemes() {
        return Set.of("tone");
    }

    @Override
    public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) throws MediaException {
        cancellation.check();
        String path = address.getPath() == null ? "" : address.getPath();
        Matcher parts = ADDRESS.matcher(path);
        if (!"sine".equals(address.getHost()) || !parts.matches()) {
            throw new MediaException(MediaException.Reason.MISSING, "tone://" + address.getHost() + path,
                    "there is no such tone; write tone://sine/HERTZ/SECONDS");
        }
        return new Wave("tone://sine" + path, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** A file of sound in 16 bits, one channel, 48,000 samples a second. */
    private static final class Wave implements ByteSource {

        private static final int RATE_HZ = 48_000;
        private static final int HEAD_BYTES = 44;

        private final String name;
        private final int hz;
        private final ByteBuffer head;
        private final long sizeBytes;
        private volatile boolean closed;

        Wave(String name, int hz, int seconds) {
            this.name = name;
            this.hz = hz;
            int dataBytes = 2 * RATE_HZ * seconds;
            sizeBytes = HEAD_BYTES + (long) dataBytes;
            head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN).put(word("RIFF"))
                    .putInt(HEAD_BYTES - 8 + dataBytes)
                    .put(word("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(2 * RATE_HZ)
                    .putShort((short) 2).putShort((short) 16).put(word("data")).putInt(dataBytes);
        }

        private static byte[] word(String letters) {
            return letters.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        /** Any number of threads read at once: nothing is remembered between two reads. */
        @Override
        public int read(long positionBytes, MemorySegment target) throws IOException {
            if (closed) {
                throw new IOException(name + " is closed");
            }
            if (positionBytes >= sizeBytes) {
                return -1;
            }
            int count = (int) Math.min(Math.min(target.byteSize(), 65_536), sizeBytes - positionBytes);
            for (int i = 0; i < count; i++) {
                target.set(ValueLayout.JAVA_BYTE, i, at(positionBytes + i));
            }
            return count;
        }

        private byte at(long position) {
            if (position < HEAD_BYTES) {
                return head.get((int) position);
            }
            long sample = (position - HEAD_BYTES) / 2;
            int value = (int) (8000 * Math.sin(2 * Math.PI * hz * (sample % RATE_HZ) / RATE_HZ));
            return (byte) (position % 2 == 0 ? value : value >> 8);
        }

        @Override
        public Optional<String> contentId() {
            return Optional.of(name);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
