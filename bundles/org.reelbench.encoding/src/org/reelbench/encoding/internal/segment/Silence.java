package org.reelbench.encoding.internal.segment;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;

/**
 * Silence as frames of FLAC, which are written without an encoder (RFC 9639): a gap of another length costs no encoding of its
 * sound either. An encoder is opened once for each encoding, for what players must know beforehand.
 * <p>
 * For every thread.
 */
public final class Silence {

    /** Frames of equally many samples but for the last. */
    private static final int SYNC_AND_FIXED = 0xfff8;
    /** The number of samples stands at the end of the head; the rate is that of the stream. */
    private static final int SIZE_LATER_RATE_KNOWN = 0x70;
    /** Samples of 16 bits, in the head's fourth byte beside the number of channels. */
    private static final int BITS_16 = 0x8;
    private static final int CRC8 = 0x07;
    private static final int CRC16 = 0x8005;

    private final Map<AudioEncoding, CodecParameters> known = new ConcurrentHashMap<>();

    /** Creates it with nothing remembered. */
    public Silence() {
        // nothing to set up
    }

    CodecParameters parameters(AudioEncoding encoding, Encoders encoders) throws MediaException {
        CodecParameters parameters = known.get(encoding);
        if (parameters == null) {
            try (AudioEncoder encoder = encoders.openAudio(encoding)) {
                parameters = encoder.parameters();
            }
            known.put(encoding, parameters);
        }
        return parameters;
    }

    /** The packets of a piece of silence. */
    static List<EncodedPacket> packets(CodecParameters parameters, int channels, long samples) {
        List<EncodedPacket> packets = new ArrayList<>();
        for (long at = 0; at < samples; at += parameters.frameSamples()) {
            int count = (int) Math.min(parameters.frameSamples(), samples - at);
            packets.add(new EncodedPacket(at, at, count, true, 0, MemorySegment.ofArray(frame(packets.size(), channels, count))));
        }
        return packets;
    }

    static byte[] frame(int number, int channels, int samples) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        two(frame, SYNC_AND_FIXED);
        frame.write(SIZE_LATER_RATE_KNOWN);
        frame.write(channels - 1 << 4 | BITS_16);
        // Numbers of frames are written as UTF-8 writes characters; a piece has far fewer than there are characters.
        frame.writeBytes(new String(Character.toChars(number)).getBytes(StandardCharsets.UTF_8));
        two(frame, samples - 1);
        frame.write(crc(frame.toByteArray(), Byte.SIZE, CRC8));
        for (int channel = 0; channel < channels; channel++) {
            // A constant, which is 0.
            frame.write(0);
            two(frame, 0);
        }
        two(frame, crc(frame.toByteArray(), Short.SIZE, CRC16));
        return frame.toByteArray();
    }

    private static void two(ByteArrayOutputStream to, int value) {
        to.write(value >>> Byte.SIZE);
        to.write(value);
    }

    /** A cyclic redundancy check, the highest bit first, from 0. */
    private static int crc(byte[] bytes, int bits, int polynomial) {
        int rest = 0;
        for (byte each : bytes) {
            rest ^= (each & 0xff) << bits - Byte.SIZE;
            for (int i = 0; i < Byte.SIZE; i++) {
                rest = (rest & 1 << bits - 1) == 0 ? rest << 1 : rest << 1 ^ polynomial;
            }
        }
        return rest & (1 << bits) - 1;
    }
}
