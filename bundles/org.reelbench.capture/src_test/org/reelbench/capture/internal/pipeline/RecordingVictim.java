package org.reelbench.capture.internal.pipeline;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.capture.internal.sound.NoiseReducers;
import org.reelbench.capture.internal.synthetic.SyntheticSource;
import org.reelbench.memory.MemoryLedger;

/** A program that records test cards in real time, and says how many were taken, until it is killed. */
final class RecordingVictim {

    private RecordingVictim() {
    }

    public static void main(String[] words) throws InterruptedException {
        Path file = Path.of(words[0]);
        SyntheticSource source = new SyntheticSource();
        ExecutorService threads = Executors.newCachedThreadPool();
        Studio studio = new Studio(new FakeEncoders(), MemoryLedger.none(), threads, System::nanoTime, _ -> -1,
                SpaceWatch.USUAL, file.resolveSibling("spill"), new DevicePool(System::nanoTime), _ -> source,
                new NoiseReducers(), new Studio.Unfinished() {

                    @Override
                    public void begun(Path begun) {
                        System.out.println("begun");
                    }

                    @Override
                    public void done(Path done) {
                        System.out.println("done");
                    }
                });
        LiveRecording recording = new LiveRecording(RecordingRequest.to(file).withAdaptive(false)
                .pictures(source.devices().getFirst(), LiveRecordingTest.SMALL)
                .sound(source.devices().getLast(), source.devices().getLast().formats().getFirst()), studio);
        threads.execute(recording::run);
        long last = 0;
        while (!recording.state().isEnd()) {
            long encoded = recording.statistics().framesEncoded();
            if (encoded != last) {
                last = encoded;
                System.out.println(encoded);
            }
            Thread.yield();
        }
    }
}
