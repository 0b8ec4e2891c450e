package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.bytedeco.ffmpeg.global.avformat;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.samples.DamagedCopyException;
import org.reelbench.media.ffmpeg.internal.samples.KeptFiles;
import org.reelbench.media.ffmpeg.internal.samples.SampleTable;
import org.reelbench.media.ffmpeg.internal.samples.SampleTableWriter;
import org.reelbench.media.ffmpeg.internal.samples.TableHead;
import org.reelbench.time.FrameRate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of samples of long MP4 files: made when a track is first opened, found again by what tells the file from others.
 * <p>
 * For every thread.
 */
final class SampleTables {

    private static final Logger LOG = LoggerFactory.getLogger(SampleTables.class);
    /** To be counted up when tables are written or read in another way. */
    private static final int FORMAT = 1;
    private static final String ENDING = ".samples";
    private static final Set<String> CONTAINERS = Set.of("mp4", "mov");
    private static final FrameRate USUAL_RATE = FrameRate.of(30, 1);
    private static final int PACKET_SAMPLES = 1024;
    private static final long LOOK_MS = 20;

    private final KeptFiles files;
    private final long leastSamples;
    private final Map<Path, ReentrantLock> making = new ConcurrentHashMap<>();

    /**
     * Names the folder.
     *
     * @param files where tables are kept
     * @param leastSamples how many samples all streams of a medium must have for a table to be worth while
     */
    SampleTables(KeptFiles files, long leastSamples) {
        this.files = files;
        this.leastSamples = leastSamples;
    }

    /**
     * Opens the packets of one stream.
     *
     * @param source the medium
     * @param info what probing said of it
     * @param stream the stream
     * @param threads run what may hang
     * @param cancellation asks to stop
     * @return the packets, to be closed by the caller, at no place yet; null if FFmpeg had better read the medium by itself
     * @throws MediaException if FFmpeg cannot read it
     */
    @Nullable
    PacketSource open(ByteSource source, MediaInfo info, StreamInfo stream, ReadThreads threads, Cancellation cancellation)
            throws MediaException {
        if (!CONTAINERS.contains(info.container()) || samples(info) < leastSamples) {
            return null;
        }
        Optional<String> stamp = source.stamp();
        if (stamp.isEmpty()) {
            return null;
        }
        String key = "samples " + FORMAT + " " + avformat.avformat_version() + " " + stream.index() + "\n" + stamp.get();
        TableBuilding building = new TableBuilding(source, threads, stream.index(), stream.codec(), cancellation);
        SampleTable table = table(key, building, cancellation);
        if (table == null) {
            return null;
        }
        AttendedBytes bytes = new AttendedBytes(source, threads, Deadline.NEVER);
        TableDemuxer demuxer = new TableDemuxer(bytes, table.head().mediumBytes(), table, (damaged, stop) -> {
            files.delete(files.file(key, ENDING));
            SampleTable renewed = table(key, new TableBuilding(source, threads, stream.index(), stream.codec(), stop), stop);
            if (renewed == null) {
                throw new MediaException(MediaException.Reason.UNREADABLE, source.name(),
                        "what is remembered of it was damaged and could not be made anew; open it again");
            }
            damaged.close();
            return renewed;
        });
        boolean begun = false;
        try {
            demuxer.rewind(cancellation);
            begun = true;
            return demuxer;
        } finally {
            if (!begun) {
                demuxer.close();
            }
        }
    }

    /** About how many samples FFmpeg would write out: those of all streams. */
    private static long samples(MediaInfo info) {
        long samples = 0;
        for (StreamInfo stream : info.streams()) {
            samples += switch (stream) {
            case VideoStreamInfo video -> video.frameRate().orElse(USUAL_RATE).frameAt(video.duration());
            case AudioStreamInfo audio -> audio.duration().ticksRound(audio.sampleRateHz()) / PACKET_SAMPLES;
            default -> 0;
            };
        }
        return samples;
    }

    private @Nullable SampleTable table(String key, TableBuilding building, Cancellation cancellation) throws MediaException {
        Path file = files.file(key, ENDING);
        SampleTable known = find(file, key);
        if (known == null) {
            ReentrantLock lock = making.computeIfAbsent(file, _ -> new ReentrantLock());
            acquire(lock, cancellation);
            try {
                known = find(file, key);
                if (known == null) {
                    make(file, key, building);
                    known = find(file, key);
                }
            } finally {
                lock.unlock();
                making.remove(file);
            }
        }
        if (known != null && !known.head().odd().isEmpty()) {
            known.close();
            return null;
        }
        return known;
    }

    private @Nullable SampleTable find(Path file, String key) {
        try {
            SampleTable found = SampleTable.open(file, key);
            files.used(file);
            return found;
        } catch (NoSuchFileException e) {
            return null;
        } catch (DamagedCopyException e) {
            LOG.info("{} is made anew: {}", file, e.getMessage());
            files.delete(file);
            return null;
        } catch (IOException e) {
            LOG.debug("{} cannot be opened", file, e);
            return null;
        }
    }

    private void make(Path file, String key, TableBuilding building) throws MediaException {
        Path unfinished = null;
        try {
            unfinished = files.unfinished(file);
            write(unfinished, key, building);
            files.finish(unfinished, file);
        } catch (IOException e) {
            // If it is the medium that cannot be read, FFmpeg will not either, and say so.
            files.refused(e);
        } finally {
            if (unfinished != null) {
                files.delete(unfinished);
            }
        }
    }

    private void write(Path unfinished, String key, TableBuilding building) throws IOException, MediaException {
        String odd = "";
        try {
            building.write(unfinished, key);
        } catch (OddMp4Exception e) {
            odd = String.valueOf(e.getMessage());
        } catch (MediaException e) {
            if (e.reason() == MediaException.Reason.UNREADABLE || e.reason() == MediaException.Reason.CHANGED) {
                throw e;
            }
            // The excerpts of it make no sense to FFmpeg; the whole may.
            odd = String.valueOf(e.getMessage());
        }
        if (!odd.isEmpty()) {
            LOG.debug("No table of samples: {}", odd);
            files.delete(unfinished);
            try (SampleTableWriter writer = new SampleTableWriter(unfinished)) {
                writer.finish(key, TableHead.odd(odd), 0);
            }
        }
    }

    private static void acquire(ReentrantLock lock, Cancellation cancellation) {
        try {
            while (!lock.tryLock(LOOK_MS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
