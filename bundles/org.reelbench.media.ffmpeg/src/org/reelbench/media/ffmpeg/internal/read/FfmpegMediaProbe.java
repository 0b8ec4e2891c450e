package org.reelbench.media.ffmpeg.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.time.RationalTime;

/**
 * Finds out what a medium is: FFmpeg's analysis in exact times, one decoded picture where the head alone does not tell, and a
 * look at all packets where the container does not say how long it is.
 */
@Component
public final class FfmpegMediaProbe implements MediaProbe {

    /** Below this FFmpeg itself calls its recognition a guess, so the bytes must decode before they are believed. */
    private static final int GUESS_SCORE = 25;
    private static final int MS_PER_S = 1000;

    /** How long a file may keep anybody waiting, whatever is in it and wherever it lies. */
    private static final long LIMIT_MS = 10_000;

    private final ReadThreads threads;
    private final long limitMs;
    private final @Nullable ProbeMemory memory;

    /**
     * Creates the probe.
     *
     * @param threads run what may hang
     * @param memory what is remembered of media
     */
    @Activate
    public FfmpegMediaProbe(@Reference ReadThreads threads, @Reference ReadMemory memory) {
        this(threads, LIMIT_MS, memory.probes());
    }

    /**
     * Creates a probe that remembers nothing.
     *
     * @param threads run what may hang
     */
    public FfmpegMediaProbe(ReadThreads threads) {
        this(threads, LIMIT_MS);
    }

    FfmpegMediaProbe(ReadThreads threads, long limitMs) {
        this(threads, limitMs, null);
    }

    private FfmpegMediaProbe(ReadThreads threads, long limitMs, @Nullable ProbeMemory memory) {
        this.threads = threads;
        this.limitMs = limitMs;
        this.memory = memory;
    }

    @Override
    public MediaInfo probe(ByteSource source, Cancellation cancellation) throws MediaException {
        cancellation.check();
        if (source instanceof ImageFiles files) {
            return ImageSequences.probe(files, this, cancellation);
        }
        // Unpacking the libraries the first time is not the medium's fault.
        Natives.load();
        ProbeMemory known = memory;
        if (known == null) {
            return look(source, cancellation);
        }
        Optional<String> stamp = source.stamp();
        Optional<MediaInfo> found = stamp.flatMap(known::find);
        if (found.isPresent()) {
            return found.get();
        }
        MediaInfo info = look(source, cancellation);
        // A file that was written meanwhile may be another by now.
        stamp.filter(_ -> source.stamp().equals(stamp)).ifPresent(before -> known.keep(before, info));
        return info;
    }

    private MediaInfo look(ByteSource source, Cancellation cancellation) throws MediaException {
        Deadline deadline = Deadline.in(limitMs);
        Cancellation stop = new Cancellation();
        // FFmpeg's parsers look at no clock, so the whole look can be left, not only its reads.
        Future<MediaInfo> look = threads.begin(() -> look(source, stop, deadline));
        try {
            MediaInfo info = ReadThreads.await(look, cancellation, deadline);
            cancellation.check();
            return info;
        } catch (ReadThreads.Late e) {
            throw new MediaException(Reason.UNREADABLE, source.name(), "what it is could not be found out within "
                    + limitMs / MS_PER_S + " s; copy it to a faster disk, or convert it with the program that made it", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            stop.cancel();
        }
    }

    private static MediaException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
        case MediaException thrown -> thrown;
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw new IllegalStateException(e);
        };
    }

    private MediaInfo look(ByteSource source, Cancellation cancellation, Deadline deadline) throws MediaException {
        try (Demuxer demuxer = Demuxer.open(new AttendedBytes(source, threads, deadline), cancellation)) {
            demuxer.analyse(cancellation);
            requireTimedStream(demuxer);
            return describe(demuxer, cancellation);
        } catch (ArithmeticException e) {
            throw new MediaException(Reason.DAMAGED, source.name(),
                    "its time stamps lie beyond all sense; copy it again from where it came", e);
        }
    }

    private static MediaInfo describe(Demuxer demuxer, Cancellation cancellation) throws MediaException {
        boolean still = Containers.isStill(demuxer.container());
        String name = Containers.shortName(demuxer.container(), tag(demuxer.context().metadata(), "major_brand"));
        boolean guessedLength = Lengths.areGuessed(demuxer);
        FrameRates rates = FrameRates.look(demuxer, cancellation);
        RationalTime[] starts = StreamStarts.of(demuxer, cancellation);
        RationalTime origin = still
                ? RationalTime.ZERO
                : Arrays.stream(starts).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(RationalTime.ZERO);
        List<StreamInfo> streams = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            RationalTime start = starts[i] == null ? RationalTime.ZERO : starts[i].minus(origin);
            streams.add(StreamDescriptions.describe(demuxer, i, start, end(demuxer, i, origin), rates));
        }
        if (guessedLength) {
            streams = Lengths.measured(demuxer, streams, origin, cancellation);
        }
        if (still || demuxer.score() <= GUESS_SCORE) {
            streams = FirstPictures.looked(demuxer, streams, cancellation);
        }
        cancellation.check();
        return new MediaInfo(name, origin, duration(streams), streams);
    }

    private static void requireTimedStream(Demuxer demuxer) throws MediaException {
        for (int i = 0; i < demuxer.streams(); i++) {
            if (StreamDescriptions.isTimed(demuxer.stream(i))) {
                return;
            }
        }
        if (Containers.isStill(demuxer.container())) {
            throw FirstPictures.damaged(demuxer);
        }
        throw new MediaException(Reason.NOT_MEDIA, demuxer.medium(),
                "it holds neither pictures nor sound that can be made out; check that the right file was chosen");
    }

    /** When the container says that a stream ends, counted from the origin; zero if it does not. */
    private static RationalTime end(Demuxer demuxer, int index, RationalTime origin) {
        boolean countsFromZero = Containers.countsFromZero(demuxer.container());
        long endUs = demuxer.context().duration();
        String own = tag(demuxer.stream(index).metadata(), "DURATION");
        long[] ownUs = { 0 };
        if (countsFromZero && !own.isEmpty() && avutil.av_parse_time(ownUs, own, 1) >= 0) {
            endUs = ownUs[0];
        }
        RationalTime end = RationalTime.of(Math.max(0, endUs), avutil.AV_TIME_BASE);
        return countsFromZero ? end.minus(origin) : end;
    }

    private static RationalTime duration(List<StreamInfo> streams) {
        RationalTime longest = RationalTime.ZERO;
        for (StreamInfo stream : streams) {
            RationalTime end = switch (stream) {
            case VideoStreamInfo video -> video.still() ? RationalTime.ZERO : video.start().plus(video.duration());
            case AudioStreamInfo audio -> audio.start().plus(audio.duration());
            default -> RationalTime.ZERO;
            };
            longest = end.isAfter(longest) ? end : longest;
        }
        return longest;
    }

    private static String tag(AVDictionary tags, String name) {
        AVDictionaryEntry entry = avutil.av_dict_get(tags, name, null, 0);
        return entry == null ? "" : entry.value().getString();
    }
}
