package org.reelbench.proxies.internal.disk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CodecParameters;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Some seconds of a proxy, encoded: packets with the exact times of their frames, and a sum that tells whether all of it is there.
 * One thread at a time; holds one file handle until closed.
 */
public final class PartFile implements AutoCloseable {

    static final int MAGIC = 0x52425031;
    static final byte PACKET = 1;
    static final byte END = 2;
    private static final Pattern NAME = Pattern.compile("part-[0-9]{6}(\\.tmp)?");
    private static final int MOST_BYTES = 64 << 20;

    /**
     * One frame.
     *
     * @param time when it is shown
     * @param sync whether decoding can begin here
     * @param data the packet
     */
    public record Frame(RationalTime time, boolean sync, byte[] data) {
    }

    /**
     * What all parts of one proxy share.
     *
     * @param codec the codec's short name
     * @param profile the codec's number of its profile
     * @param codecTag the flavour
     * @param header the codec's own header, in hexadecimal digits
     */
    public record Head(String codec, int profile, int codecTag, String header) {

        /** Returns the head of what an encoder delivers. */
        public static Head of(CodecParameters parameters) {
            return new Head(parameters.codec(), parameters.profile(), parameters.codecTag(),
                    HexFormat.of().formatHex(parameters.extraData()));
        }

        /** Returns the codec's own header. */
        public byte[] extraData() {
            return HexFormat.of().parseHex(header);
        }
    }

    private final Path file;
    private final CRC32 sum = new CRC32();
    private final DataInputStream in;
    private final Head head;
    private boolean ended;

    /** Opens a part for reading from its first frame. */
    public PartFile(Path file) throws IOException {
        this.file = file;
        DataInputStream opened = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum));
        try {
            if (opened.readInt() != MAGIC) {
                throw new IOException(file + " is no part of a proxy");
            }
            String codec = opened.readUTF();
            int profile = opened.readInt();
            int codecTag = opened.readInt();
            head = new Head(codec, profile, codecTag, HexFormat.of().formatHex(bytes(opened, file)));
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        in = opened;
    }

    /** Tells whether a file is a part, whole or not. */
    static boolean isPart(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Returns the file of a part. */
    public static Path file(Path folder, int number) {
        return folder.resolve(String.format("part-%06d", number));
    }

    /** Returns what all parts share. */
    public Head head() {
        return head;
    }

    /** Reads the next frame; null after the last. */
    public @Nullable Frame next() throws IOException {
        if (ended) {
            return null;
        }
        byte kind = in.readByte();
        if (kind == END) {
            ended = true;
            long found = sum.getValue();
            if (in.readLong() != found) {
                throw new IOException(file + " is damaged");
            }
            return null;
        }
        if (kind != PACKET) {
            throw new IOException(file + " is damaged");
        }
        Rational seconds;
        try {
            seconds = Rational.of(in.readLong(), in.readLong());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
        boolean sync = in.readBoolean();
        return new Frame(new RationalTime(seconds), sync, bytes(in, file));
    }

    private static byte[] bytes(DataInputStream from, Path file) throws IOException {
        int count = from.readInt();
        if (count < 0 || count > MOST_BYTES) {
            throw new IOException(file + " is damaged");
        }
        byte[] bytes = from.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(file + " is cut short");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
