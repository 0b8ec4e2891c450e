package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.RationalTime;

/** Finds out what numbered picture files are: what the first of them is, shown at a rate. */
final class ImageSequences {

    private ImageSequences() {
    }

    /**
     * Looks at the first file.
     *
     * @param files the files
     * @param probe looks at single files
     * @param cancellation asks to stop
     * @return a stream of one frame a number; missing numbers are among the notes
     * @throws MediaException as single files throw it; {@link Reason#NOT_MEDIA} if the first is no picture file
     */
    static MediaInfo probe(ImageFiles files, MediaProbe probe, Cancellation cancellation) throws MediaException {
        MediaInfo first = still(files.file(0).toString(), probe, FileByteSource.open(files.file(0)), cancellation);
        VideoStreamInfo picture = first.video().orElseThrow();
        RationalTime duration = files.frameRate().timeOf(files.count());
        VideoStreamInfo stream = new VideoStreamInfo(0, picture.codec(), picture.picture(), Optional.of(files.frameRate()),
                RationalTime.ZERO, duration, false, picture.rotationDegrees());
        List<String> notes = files.missing() == 0
                ? List.of()
                : List.of(files.missing() + " of " + files.count() + " files are missing, the first is number "
                        + files.firstMissing()
                        + "; the picture before is shown in their place");
        return new MediaInfo(first.container() + " files", RationalTime.ZERO, duration, List.of(stream), notes);
    }

    /** Looks at one file, which must be a picture; closes its bytes. */
    static MediaInfo still(String name, MediaProbe probe, FileByteSource bytes, Cancellation cancellation) throws MediaException {
        try (bytes) {
            MediaInfo info = probe.probe(bytes, cancellation);
            if (info.video().map(VideoStreamInfo::still).orElse(false)) {
                return info;
            }
            throw new MediaException(Reason.NOT_MEDIA, name, "it is no picture file; name files such as PNG or JPEG");
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, name, "it cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
