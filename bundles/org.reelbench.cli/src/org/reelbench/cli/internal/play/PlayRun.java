package org.reelbench.cli.internal.play;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.SilentSink;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerFigures;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;

/** Seeks and plays once on a player of its own, without a sound and on a screen that nobody sees. */
final class PlayRun {

    /** As large as the viewer of a window on a common screen. */
    private static final int SCREEN_WIDTH_PX = 960;
    private static final int SCREEN_HEIGHT_PX = 540;
    private static final int LOOK_EVERY_MS = 100;
    private static final int SOUND_BUFFERS_A_SECOND = 5;
    private static final int LONGEST_SEEK_MS = 30_000;
    /** The places are the same in every run, so that runs can be compared. */
    private static final long SEED = 20_240_229;

    private final Players players;
    private final MemoryLedger ledger;
    private final Shortage shortage;
    private final NowPlaying playing;
    private final Cancellation cancellation;
    private final NullScreen screen = new NullScreen(SCREEN_WIDTH_PX, SCREEN_HEIGHT_PX);
    private final AtomicReference<String> problem = new AtomicReference<>("");
    /** How long it took until something of the first place was seen; 0 before. */
    private long openedNanos;

    /**
     * Prepares.
     *
     * @param playing is told while it plays
     */
    PlayRun(Players players, MemoryLedger ledger, Shortage shortage, NowPlaying playing, Cancellation cancellation) {
        this.players = players;
        this.ledger = ledger;
        this.shortage = shortage;
        this.playing = playing;
        this.cancellation = cancellation;
    }

    PlayResult run(Scene scene, PlayRequest request) throws InterruptedException {
        Watch watch = new Watch(ledger, shortage);
        Latencies first = new Latencies();
        Latencies exact = new Latencies();
        Latencies starts = new Latencies();
        PlayerFigures figures;
        Played played;
        try (Player player = players.open(PlayerSetup.on(screen)
                .withSound((rateHz, _) -> new SilentSink(rateHz, rateHz / SOUND_BUFFERS_A_SECOND)))) {
            seek(player, scene, request, watch, first, exact, starts);
            played = play(player, scene, request, watch);
            figures = player.figures();
        }
        String wrong = problem.get().isEmpty() ? screen.failure() : problem.get();
        return new PlayResult(openedNanos, played.seconds(), played.cpuSeconds(), played.shown(), played.dropped(), figures,
                first, exact,
                starts, watch, shortage, watch.decodersLeft(), ProcessStatus.residentBytes(), wrong);
    }

    private record Played(double seconds, double cpuSeconds, long shown, long dropped) {
    }

    private void seek(Player player, Scene scene, PlayRequest request, Watch watch, Latencies first, Latencies exact,
            Latencies starts)
            throws InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < request.seeks() && screen.failure().isEmpty(); i++) {
            cancellation.check();
            long frame = random.nextLong(scene.sequence().durationFrames());
            screen.expect(frame);
            long start = System.nanoTime();
            player.show(scene, frame);
            if (!screen.await(LONGEST_SEEK_MS)) {
                problem.compareAndSet("", "frame " + frame + " was not shown within " + LONGEST_SEEK_MS + " ms");
                return;
            }
            if (screen.exactNanos() != 0) {
                first.add(screen.firstNanos() - start);
                openedNanos = openedNanos == 0 ? screen.firstNanos() - request.askedNanos() : openedNanos;
                exact.add(screen.exactNanos() - start);
                if (i < request.starts() && frame + 1 < scene.sequence().durationFrames()) {
                    begin(player, scene, frame, starts);
                }
            }
            watch.look();
        }
    }

    /** Plays from a place that is looked at until the picture after it is shown: sound is the clock, so that is heard by then. */
    private void begin(Player player, Scene scene, long frame, Latencies starts) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        screen.expect(frame + 1);
        long start = System.nanoTime();
        Playback playback = player.play(scene, frame, Direction.FORWARD, screen, new Listener(ended)).orElse(null);
        if (playback == null) {
            problem.compareAndSet("", "nothing can be played: the bundle that renders is missing");
            return;
        }
        boolean moved = screen.await(LONGEST_SEEK_MS);
        playback.stop();
        if (moved && screen.exactNanos() != 0) {
            starts.add(screen.exactNanos() - start);
        }
        if (!ended.await(LONGEST_SEEK_MS, TimeUnit.MILLISECONDS)) {
            throw new CancelledException();
        }
    }

    private Played play(Player player, Scene scene, PlayRequest request, Watch watch) throws InterruptedException {
        long length = scene.sequence().durationFrames();
        if (request.seconds() <= 0 || request.fromFrame() >= length) {
            return new Played(0, 0, 0, 0);
        }
        playing.begin();
        try {
            return playOn(player, scene, request, watch);
        } finally {
            playing.end();
        }
    }

    private Played playOn(Player player, Scene scene, PlayRequest request, Watch watch) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        long start = System.nanoTime();
        double cpuBefore = ProcessStatus.cpuSeconds();
        Playback playback = player.play(scene, request.fromFrame(), request.direction(), screen, new Listener(ended))
                .orElse(null);
        if (playback == null) {
            problem.compareAndSet("", "nothing can be played: the bundle that renders is missing");
            return new Played(0, 0, 0, 0);
        }
        long end = start + (long) (request.seconds() * TimeUnit.SECONDS.toNanos(1));
        try {
            while (System.nanoTime() < end && !ended.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
                watch.look();
            }
        } finally {
            playback.stop();
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        double cpuSeconds = ProcessStatus.cpuSeconds() - cpuBefore;
        watch.look();
        if (!ended.await(LONGEST_SEEK_MS, TimeUnit.MILLISECONDS)) {
            throw new CancelledException();
        }
        return new Played(seconds, cpuSeconds, playback.shown(), playback.dropped());
    }

    private final class Listener implements PlaybackListener {

        private final CountDownLatch ended;

        Listener(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void problem(String message) {
            problem.compareAndSet("", message);
        }

        @Override
        public void ended(Playback playback) {
            ended.countDown();
        }
    }
}
