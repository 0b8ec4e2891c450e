package org.reelbench.media.ffmpeg.internal.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.OtherStreamInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.samples.DamagedCopyException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** What probing said of a medium, as bytes with their checksum and what they are about in front. */
final class MediaInfoBytes {

    private static final int MOST = 1 << 16;

    private MediaInfoBytes() {
    }

    static byte[] of(String key, MediaInfo info) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(key);
        out.writeUTF(info.container());
        write(out, info.origin());
        write(out, info.duration());
        out.writeInt(info.streams().size());
        for (StreamInfo stream : info.streams()) {
            out.writeInt(stream.index());
            out.writeUTF(stream.codec());
            write(out, stream);
        }
        out.writeInt(info.notes().size());
        for (String note : info.notes()) {
            out.writeUTF(note);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new DataOutputStream(whole).writeInt(sum(body.toByteArray()));
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private static void write(DataOutputStream out, StreamInfo stream) throws IOException {
        switch (stream) {
        case VideoStreamInfo video -> {
            out.writeByte('v');
            PictureFormat picture = video.picture();
            out.writeInt(picture.widthPx());
            out.writeInt(picture.heightPx());
            out.writeUTF(picture.pixelFormat().name());
            out.writeInt(picture.nativeFormat());
            out.writeUTF(picture.color().matrix().name());
            out.writeUTF(picture.color().range().name());
            out.writeUTF(picture.color().primaries().name());
            out.writeUTF(picture.color().transfer().name());
            write(out, video.frameRate().map(FrameRate::framesPerSecond).orElse(Rational.ZERO));
            write(out, video.start());
            write(out, video.duration());
            out.writeBoolean(video.still());
            out.writeInt(video.rotationDegrees());
            write(out, video.pixelAspect());
        }
        case AudioStreamInfo audio -> {
            out.writeByte('a');
            out.writeInt(audio.sampleRateHz());
            out.writeInt(audio.channels());
            write(out, audio.start());
            write(out, audio.duration());
        }
        case OtherStreamInfo _ -> out.writeByte('o');
        }
    }

    private static void write(DataOutputStream out, RationalTime time) throws IOException {
        write(out, time.seconds());
    }

    private static void write(DataOutputStream out, Rational rational) throws IOException {
        out.writeLong(rational.numerator());
        out.writeLong(rational.denominator());
    }

    /**
     * Reads what was written.
     *
     * @param bytes the bytes
     * @param key what they must be about
     * @return what probing said
     * @throws DamagedCopyException if they are not what was written, or about something else
     */
    static MediaInfo read(byte[] bytes, String key) throws IOException {
        if (bytes.length < Integer.BYTES) {
            throw new DamagedCopyException("too few bytes");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int expected = in.readInt();
        CRC32C sum = new CRC32C();
        sum.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        if ((int) sum.getValue() != expected || !in.readUTF().equals(key)) {
            throw new DamagedCopyException("damaged, or about another medium");
        }
        String container = in.readUTF();
        RationalTime origin = time(in);
        RationalTime duration = time(in);
        List<StreamInfo> streams = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            streams.add(stream(in, in.readInt(), in.readUTF()));
        }
        List<String> notes = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            notes.add(in.readUTF());
        }
        return new MediaInfo(container, origin, duration, streams, notes);
    }

    private static StreamInfo stream(DataInputStream in, int index, String codec) throws IOException {
        return switch (in.readByte()) {
        case 'v' -> video(in, index, codec);
        case 'a' -> new AudioStreamInfo(index, codec, in.readInt(), in.readInt(), time(in), time(in));
        case 'o' -> new OtherStreamInfo(index, codec);
        default -> throw new DamagedCopyException("a stream of no kind");
        };
    }

    private static VideoStreamInfo video(DataInputStream in, int index, String codec) throws IOException {
        int widthPx = in.readInt();
        int heightPx = in.readInt();
        PixelFormat format = PixelFormat.valueOf(in.readUTF());
        int nativeFormat = in.readInt();
        ColorDescription.Matrix matrix = ColorDescription.Matrix.valueOf(in.readUTF());
        ColorDescription.Range range = ColorDescription.Range.valueOf(in.readUTF());
        ColorDescription color = new ColorDescription(matrix, range, ColorDescription.Primaries.valueOf(in.readUTF()),
                ColorDescription.Transfer.valueOf(in.readUTF()));
        Optional<FrameRate> rate = Optional.of(rational(in)).filter(r -> r.signum() > 0).map(FrameRate::new);
        return new VideoStreamInfo(index, codec, new PictureFormat(widthPx, heightPx, format, nativeFormat, color), rate,
                time(in),
                time(in), in.readBoolean(), in.readInt(), rational(in));
    }

    private static RationalTime time(DataInputStream in) throws IOException {
        return new RationalTime(rational(in));
    }

    private static Rational rational(DataInputStream in) throws IOException {
        return Rational.of(in.readLong(), in.readLong());
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new DamagedCopyException("a count of " + count);
        }
        return count;
    }

    private static int sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
