package org.reelbench.media.ffmpeg.internal.lent;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.media.VideoFrame;

/**
 * The native memory of pictures that calls into plug-ins work with, by plug-in: each call holds leases of its own. What a plug-in
 * takes from the system by itself nobody can tell, so it is the least that it holds. For every thread.
 */
@Component(service = { LentPictures.class, MeterSource.class })
public final class LentPictures implements MeterSource {

    private static final String NATIVE = "reelbench_plugin_native_bytes";
    private static final String NATIVE_HELP = "Native memory that a plug-in holds at least: pictures that calls into it work with.";

    private final ConcurrentMap<String, AtomicLong> bytes = new ConcurrentHashMap<>();

    /** Creates the service, with nothing lent. */
    @Activate
    public LentPictures() {
        // nothing to set up
    }

    /** What a call has until it returns. */
    @FunctionalInterface
    public interface Loan extends AutoCloseable {

        /** Gives it back; closing again does nothing. */
        @Override
        void close();
    }

    /**
     * Notes that pictures are lent.
     *
     * @param plugin the plug-in's id
     * @param frames the pictures, open
     */
    public Loan lend(String plugin, List<VideoFrame> frames) {
        long lent = frames.stream().mapToLong(LentPictures::size).sum();
        AtomicLong all = bytes.computeIfAbsent(plugin, _ -> new AtomicLong());
        all.addAndGet(lent);
        AtomicBoolean back = new AtomicBoolean();
        return () -> {
            if (back.compareAndSet(false, true)) {
                all.addAndGet(-lent);
            }
        };
    }

    private static long size(VideoFrame frame) {
        long size = 0;
        for (int plane = 0; plane < frame.format().pixelFormat().planes(); plane++) {
            size += frame.plane(plane).byteSize();
        }
        return size;
    }

    /** What each plug-in has now; those that had something once, too. */
    public SortedMap<String, Long> lentBytes() {
        SortedMap<String, Long> now = new TreeMap<>();
        bytes.forEach((plugin, lent) -> now.put(plugin, lent.get()));
        return now;
    }

    @Override
    public List<Meter> meters() {
        return lentBytes().entrySet().stream()
                .map(each -> Meter.gauge(NATIVE, NATIVE_HELP, each.getValue()).with("plugin", each.getKey())).toList();
    }
}
