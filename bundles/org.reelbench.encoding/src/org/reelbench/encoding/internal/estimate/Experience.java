package org.reelbench.encoding.internal.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportEstimate;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.VideoEncoding;

/** What exports took in this process, by preset, and what others by them will therefore take. For every thread. */
public final class Experience {

    /** Shorter exports tell more of how long it takes to begin than of how fast it goes on. */
    private static final long LEAST_MS = 1_000;
    private static final double COPIED_BYTES_PER_SECOND = 50e6;
    private static final double SOUND_SECONDS_PER_SECOND = 60;

    private final Map<ExportPreset, Taken> taken = new ConcurrentHashMap<>();

    /** What one unit took. */
    private record Taken(double bytes, double ms) {

        Taken and(Taken newer) {
            return new Taken((bytes + newer.bytes) / 2, (ms + newer.ms) / 2);
        }
    }

    /** Creates an experience of nothing. */
    public Experience() {
        // filled by what ends
    }

    /** Takes in what an export took; one that read its film, too, took longer for that. */
    public void note(ExportRequest request, @Nullable VideoEncoding video, ExportSummary made) {
        Amount amount = Amount.of(request, video);
        if (made.elapsedMs() >= LEAST_MS && !request.options().verify()) {
            taken.merge(request.preset(), new Taken(made.sizeBytes() / amount.unit(), made.elapsedMs() / amount.unit()),
                    Taken::and);
        }
    }

    /** What an export will about take that encodes its pictures. */
    public ExportEstimate guess(ExportRequest request, @Nullable VideoEncoding video, int passes, @Nullable AudioEncoding audio) {
        Amount amount = Amount.of(request, video);
        Optional<Taken> known = Optional.ofNullable(taken.get(request.preset()));
        Usual usual = Usual.of(video == null ? "" : video.encoder());
        double pictures = video == null
                ? 0
                : video.bitRate() > 0
                        ? amount.seconds() * video.bitRate() / Byte.SIZE
                        : amount.pixels() * usual.bitsPerPixel() / Byte.SIZE;
        double speed = usual.pixelsPerSecond() * Runtime.getRuntime().availableProcessors() / Usual.PROCESSORS;
        double seconds = amount.pixels() * passes / speed + amount.seconds() / SOUND_SECONDS_PER_SECOND;
        double bytes = known.map(one -> one.bytes * amount.unit()).orElse(pictures + amount.soundBytes(audio));
        double ms = known.map(one -> one.ms * amount.unit()).orElse(seconds * 1000);
        return new ExportEstimate(Math.round(bytes), Math.round(ms * (request.options().verify() ? 2 : 1)), known.isPresent());
    }

    /**
     * What an export will about take that copies pictures.
     *
     * @param pictureBytes how large all of them are
     * @param missingPixels how much of them is still to be encoded
     */
    public ExportEstimate copying(ExportRequest request, long pictureBytes, double missingPixels,
            @Nullable AudioEncoding audio) {
        Amount amount = Amount.of(request, null);
        double bytes = pictureBytes + amount.soundBytes(audio);
        double speed = Usual.of("libopenh264").pixelsPerSecond() * Runtime.getRuntime().availableProcessors() / Usual.PROCESSORS;
        double seconds = bytes / COPIED_BYTES_PER_SECOND + missingPixels / speed + amount.seconds() / SOUND_SECONDS_PER_SECOND;
        return new ExportEstimate(Math.round(bytes), Math.round(seconds * 1000), missingPixels == 0);
    }
}
