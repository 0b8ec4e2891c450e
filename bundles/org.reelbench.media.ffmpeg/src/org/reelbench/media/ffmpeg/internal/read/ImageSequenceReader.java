package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/** Reads numbered picture files: each frame is a file of its own, which is opened, decoded and closed. Keeps the last one. */
final class ImageSequenceReader implements FrameReader {

    private final ImageFiles files;
    private final VideoStreamInfo stream;
    private final MediaReaders readers;
    private final int decoderThreads;
    private final MediaInfo oneFile;
    private @Nullable Path shownFile;
    private @Nullable VideoFrame shown;
    private long decoded;
    private boolean closed;

    ImageSequenceReader(ImageFiles files, VideoStreamInfo stream, MediaReaders readers, int decoderThreads) {
        this.files = files;
        this.stream = stream;
        this.readers = readers;
        this.decoderThreads = decoderThreads;
        // Decoders see for themselves how each picture is coded and how large it is; only what the file is must be said.
        this.oneFile = new MediaInfo("", RationalTime.ZERO, RationalTime.ZERO,
                List.of(new VideoStreamInfo(0, stream.codec(), stream.picture(), Optional.empty(), RationalTime.ZERO,
                        RationalTime.ZERO, true, stream.rotationDegrees())));
    }

    @Override
    public VideoStreamInfo stream() {
        return stream;
    }

    @Override
    public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
        cancellation.check();
        long index = Math.clamp(files.frameRate().frameAt(time), 0, files.count() - 1);
        Path file = files.file(index);
        VideoFrame picture = shown;
        if (picture == null || !file.equals(shownFile)) {
            forget();
            picture = decode(file, cancellation);
            decoded++;
            shown = picture;
            shownFile = file;
        }
        return ((FfmpegFrame) picture).at(files.frameRate().timeOf(index));
    }

    @Override
    public Optional<VideoFrame> frameAfter(RationalTime time, Cancellation cancellation) throws MediaException {
        long index = time.signum() < 0 ? 0 : files.frameRate().frameAt(time) + 1;
        return index < files.count() ? Optional.of(frameAt(files.frameRate().timeOf(index), cancellation)) : Optional.empty();
    }

    private VideoFrame decode(Path file, Cancellation cancellation) throws MediaException {
        try (FileByteSource bytes = FileByteSource.open(file);
                FrameReader reader = readers.openFrames(bytes, oneFile, 0, decoderThreads, cancellation)) {
            return reader.frameAt(RationalTime.ZERO, cancellation);
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, file.toString(), "it cannot be closed (" + e.getMessage() + ")", e);
        }
    }

    private void forget() {
        VideoFrame last = shown;
        shown = null;
        shownFile = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public long decodedFrames() {
        return decoded;
    }

    @Override
    public void close() {
        closed = true;
        forget();
    }
}
