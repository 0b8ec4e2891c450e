package org.reelbench.demo.internal.bench;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * What a recording of the synthetic source cannot do without: cards are drawn and encoded at the same pace, on two threads and with
 * frames that go round, as no device may wait for an encoder; nothing else is done.
 */
final class BareEncoding {

    /** As many as the recorder has. */
    private static final int FRAMES = 5;
    private static final long SECOND_NS = 1_000_000_000L;

    private BareEncoding() {
    }

    /** Draws and encodes cards, each when it is due. */
    static void run(Encoders encoders, String encoder, int frames, Cancellation cancellation) throws CommandException {
        PictureFormat format = PictureFormat.of(MovingScreen.WIDTH_PX, MovingScreen.HEIGHT_PX, PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        TreeMap<String, String> options = new TreeMap<>();
        List<String> words = RecordPeer.options(encoder);
        for (int i = 0; i < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        VideoEncoding encoding = new VideoEncoding(encoder, format.widthPx(), format.heightPx(), format.pixelFormat(),
                format.color(), Rational.of(1, RecordPeer.RATE), Rational.of(RecordPeer.RATE), RecordPeer.GOP_FRAMES,
                RecordPeer.BIT_RATE, RecordPeer.threads(), options);
        PacketSink copy = packet -> packet.data().toArray(ValueLayout.JAVA_BYTE);
        List<MemoryFrame> round = Stream.generate(() -> MemoryFrame.allocate(format, RationalTime.ZERO)).limit(FRAMES).toList();
        try (VideoEncoder open = encoders.openVideo(encoding);
                ExecutorService drawer = Executors.newSingleThreadExecutor(
                        task -> Thread.ofPlatform().daemon().name("reelbench-bench-drawer").unstarted(task))) {
            long startedNs = System.nanoTime();
            for (int number = 0; number < frames; number++) {
                await(startedNs + number * SECOND_NS / RecordPeer.RATE, cancellation);
                MemoryFrame frame = round.get(number % FRAMES);
                long card = number;
                CompletableFuture.runAsync(() -> TestCard.draw(frame, 1, card), drawer).join();
                open.encode(frame, number, false, copy);
            }
            open.finish(copy);
        } catch (MediaException e) {
            throw Failures.of(e);
        } finally {
            round.forEach(MemoryFrame::close);
        }
    }

    private static void await(long dueNs, Cancellation cancellation) {
        cancellation.check();
        for (long leftNs = dueNs - System.nanoTime(); leftNs > 0; leftNs = dueNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }
}
