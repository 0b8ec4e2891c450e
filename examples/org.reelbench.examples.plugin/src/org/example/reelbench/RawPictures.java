package org.example.reelbench;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;

/** An encoder, the simplest there is, and a preset that exports by it: each picture as the numbers it consists of. */
@Component
public final class RawPictures implements EncoderProvider, ExportPresetProvider {

    /** The encoder's name. */
    static final String NAME = "org.example.raw";

    @Override
    public SortedMap<String, String> presets() {
        return new TreeMap<>(Map.of("raw", """
                [preset]
                label = Raw pictures
                description = Large, and nothing is lost
                kind = film
                container = matroska
                extension = mkv

                [video]
                encoder = org.example.raw

                [audio]
                encoder = pcm_s16le
                """));
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        if (encoding.pixelFormat() != PixelFormat.YUV420P || !encoding.options().isEmpty()) {
            throw new MediaException(MediaException.Reason.NO_ENCODER, "", NAME + " takes YUV420P and no options");
        }
        return new Raw(encoding);
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
        throw new MediaException(MediaException.Reason.NO_ENCODER, "", NAME + " encodes no sound");
    }

    /** Every picture is a packet of its own, and every one a sync sample. */
    private record Raw(VideoEncoding encoding) implements VideoEncoder {

        /** The four characters I420, as a little-endian number. */
        private static final int TAG = 'I' | '4' << 8 | '2' << 16 | '0' << 24;

        @Override
        public CodecParameters parameters() {
            return new CodecParameters("rawvideo", encoding.timeBase(), new byte[0], encoding, null, 0, 0,
                    CodecParameters.NO_PROFILE, TAG);
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
            sink.accept(new EncodedPacket(ptsTicks, ptsTicks, 1, true, 0, MemorySegment.ofArray(numbers(frame))));
        }

        private static byte[] numbers(VideoFrame frame) {
            PictureFormat format = frame.format();
            PixelFormat pixels = format.pixelFormat();
            int size = 0;
            for (int plane = 0; plane < pixels.planes(); plane++) {
                size += pixels.rowBytes(plane, format.widthPx()) * pixels.rows(plane, format.heightPx());
            }
            byte[] numbers = new byte[size];
            int at = 0;
            for (int plane = 0; plane < pixels.planes(); plane++) {
                int row = pixels.rowBytes(plane, format.widthPx());
                for (int y = 0; y < pixels.rows(plane, format.heightPx()); y++) {
                    MemorySegment.copy(frame.plane(plane), (long) y * frame.strideBytes(plane), MemorySegment.ofArray(numbers),
                            at,
                            row);
                    at += row;
                }
            }
            return numbers;
        }

        @Override
        public void finish(PacketSink sink) {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
