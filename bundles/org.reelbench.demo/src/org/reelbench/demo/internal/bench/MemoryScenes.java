package org.reelbench.demo.internal.bench;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.demo.internal.bench.MemoryScene.Proxying;

/** The scenes of the memory bench. The first shows a colour: what it takes, every process that plays takes. */
final class MemoryScenes {

    static final String TWENTY_FIVE_VISIBLE = "20 tracks, 5 visible";
    static final String TWENTY_HIDDEN = "20 tracks, all hidden";
    static final String TEN = "10 tracks";
    static final String TEN_FIVE_VISIBLE = "10 tracks, 5 visible";
    static final String TEN_LARGE = "10 tracks of 4K";
    static final String SHORT_FILE = "8 minutes";
    static final String LONG_FILE = "8 hours";
    static final String MANY_CLIPS = "1000 clips";

    static final String MAKING_PROXIES = "10 tracks of 4K proxies made";
    static final String WITH_PROXIES = "10 tracks of 4K with proxies";

    private static final int MANY = 1000;
    private static final long HD_BITS = 20_000_000;
    private static final long UHD_BITS = 50_000_000;
    private static final long LONG_BITS = 600_000;
    private static final int LARGE_FILES = 10;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int LENGTH = 8;
    private static final int MOST_TRACKS = 20;
    private static final int LEAST_LOOPS = 8;

    private MemoryScenes() {
    }

    static List<MemoryScene> of(int mib, boolean withProxies) {
        List<LoopedMovie> hd = new ArrayList<>();
        for (int i = 1; i <= MOST_TRACKS; i++) {
            hd.add(movie("hd-" + i, i, 1920, 1080, HD_BITS, mib));
        }
        List<LoopedMovie> uhd = new ArrayList<>();
        for (int i = 1; i <= LARGE_FILES; i++) {
            uhd.add(movie("uhd-" + i, i, 3840, 2160, UHD_BITS, mib));
        }
        LoopedMovie brief = new LoopedMovie("memory-8min.mp4", 1, 1280, 720, LONG_BITS,
                LENGTH * SECONDS_PER_MINUTE / LoopedMovie.GOP_SECONDS);
        LoopedMovie endless = new LoopedMovie("memory-8h.mp4", 1, 1280, 720, LONG_BITS,
                LENGTH * SECONDS_PER_HOUR / LoopedMovie.GOP_SECONDS);
        List<MemoryScene> scenes = new ArrayList<>(
                List.of(hd("a colour", List.of(), 0), hd("5 tracks", hd.subList(0, 5), 5), hd(TEN, hd.subList(0, 10), 10),
                        hd(TEN_FIVE_VISIBLE, hd.subList(0, 10), 5), hd("20 tracks", hd, 20), hd(TWENTY_FIVE_VISIBLE, hd, 5),
                        hd(TWENTY_HIDDEN, hd, 0), new MemoryScene(TEN_LARGE, 3840, 2160, uhd, LARGE_FILES, 1),
                        hd(SHORT_FILE, List.of(brief), 1), hd(LONG_FILE, List.of(endless), 1),
                        new MemoryScene(MANY_CLIPS, 1920, 1080, hd.subList(0, 1), 1, MANY)));
        if (withProxies) {
            // In this order: what the first has begun, the second finishes before it plays.
            scenes.add(new MemoryScene(MAKING_PROXIES, 3840, 2160, uhd, LARGE_FILES, 1, Proxying.MADE_MEANWHILE));
            scenes.add(new MemoryScene(WITH_PROXIES, 3840, 2160, uhd, LARGE_FILES, 1, Proxying.THERE));
        }
        return scenes;
    }

    private static MemoryScene hd(String name, List<LoopedMovie> movies, int visible) {
        return new MemoryScene(name, 1920, 1080, List.copyOf(movies), visible, 1);
    }

    private static LoopedMovie movie(String name, int source, int widthPx, int heightPx, long bits, int mib) {
        long gopBytes = bits * LoopedMovie.GOP_SECONDS / Byte.SIZE;
        int loops = (int) Math.max(LEAST_LOOPS, Math.ceilDiv(((long) mib << 20) * 5 / 4, gopBytes));
        return new LoopedMovie("memory-" + name + "-" + mib + ".mp4", source, widthPx, heightPx, bits, loops);
    }
}
