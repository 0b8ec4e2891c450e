package org.reelbench.capture.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.ToLongFunction;

import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.media.Meter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recorder's numbers for whoever watches, and for the log. For every thread. */
final class Meters {

    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private static final List<Sum> SUMS = List.of(
            new Sum("frames_in", "Pictures that came from devices, of recordings under way.", RecordingStatistics::framesIn),
            new Sum("frames_dropped", "Pictures left out before the encoder, of recordings under way.",
                    RecordingStatistics::framesDropped),
            new Sum("frames_missed", "Pictures that devices did not deliver, of recordings under way.",
                    RecordingStatistics::framesMissed),
            new Sum("queue_frames", "Pictures that wait for an encoder.", RecordingStatistics::queueFrames),
            new Sum("fragments_waiting", "Fragments that wait for a disk.", RecordingStatistics::fragmentsWaiting),
            new Sum("file_bytes", "Bytes written by recordings under way.", RecordingStatistics::fileBytes),
            new Sum("held_bytes", "Memory held by recordings under way.", RecordingStatistics::heldBytes),
            new Sum("own_cpu_us", "Processor time of recordings under way without that of devices and encoders.",
                    RecordingStatistics::ownCpuUs),
            new Sum("steps", "Changes of rate, quality or size, of recordings under way.", RecordingStatistics::steps));

    private final DevicePool pool;
    private final Logger log;
    private final Map<Recording, Watched> watched = new WeakHashMap<>();

    Meters(DevicePool pool) {
        this(pool, LOG);
    }

    Meters(DevicePool pool, Logger log) {
        this.pool = pool;
        this.log = log;
    }

    /** Looks at each recording, says how it goes, and warns of memory; to be called every half minute. */
    synchronized void look(List<Recording> recordings) {
        for (Recording recording : recordings) {
            RecordingStatistics now = recording.statistics();
            Watched seen = watched.computeIfAbsent(recording, _ -> new Watched());
            boolean tooMuch = seen.isTooMuch(now.heldBytes());
            log.info("{}: score {}, {} pictures, {} left out, {} missed, {} us a picture, {} of memory ({})", recording.file(),
                    now.score(),
                    now.framesEncoded(), now.framesDropped(), now.framesMissed(), Math.round(now.processingUs()), now.heldBytes(),
                    seen.trend());
            if (tooMuch) {
                log.warn("{}: the recording holds {} MB; {} fragments wait for the disk", recording.file(), now.heldBytes() >> 20,
                        now.fragmentsWaiting());
            }
        }
    }

    /** What was seen of one recording's memory. */
    static final class Watched {

        static final int SAMPLES = 60;
        static final long WARNING_BYTES = 100L << 20;
        private final Deque<Long> held = new ArrayDeque<>();

        /** Takes a sample, and tells whether it is more than a recorder should hold; asked every half minute, so it warns no more often. */
        boolean isTooMuch(long bytes) {
            held.add(bytes);
            if (held.size() > SAMPLES) {
                held.removeFirst();
            }
            return bytes > WARNING_BYTES;
        }

        /** Returns how the newest sample stands to the oldest one, in words. */
        String trend() {
            long change = held.isEmpty() ? 0 : held.getLast() - held.getFirst();
            return change == 0 ? "steady" : (change > 0 ? "+" : "") + change + " bytes in " + held.size() + " samples";
        }
    }

    List<Meter> of(List<RecordingStatistics> now) {
        List<Meter> meters = new ArrayList<>();
        meters.add(Meter.gauge("reelbench_capture_recordings", "Recordings under way.", now.size()));
        SUMS.forEach(sum -> meters.add(sum.of(now)));
        meters.add(Meter.gauge("reelbench_capture_processing_us", "The longest average time to encode a picture.",
                now.stream().mapToDouble(RecordingStatistics::processingUs).max().orElse(0)));
        meters.add(Meter.gauge("reelbench_capture_score", "The lowest score of the recordings under way, 0 to 100.",
                now.stream().mapToInt(RecordingStatistics::score).min().orElse(100)));
        meters.add(Meter.counter("reelbench_capture_devices_opened_total", "Devices that were opened.", pool.opened()));
        meters.add(Meter.counter("reelbench_capture_devices_reused_total", "Devices that were open already.", pool.reused()));
        return List.copyOf(meters);
    }

    /** A number that is added up over the recordings under way. */
    private record Sum(String name, String help, ToLongFunction<RecordingStatistics> part) {

        Meter of(List<RecordingStatistics> now) {
            return Meter.gauge("reelbench_capture_" + name, help, now.stream().mapToLong(part).sum());
        }
    }
}
