package org.reelbench.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;

/** A recording of pictures and sound that is as long as a test says; listeners are told at once. */
final class FakeRecording implements Recording {

    private final UUID mediaId = UUID.randomUUID();
    private final Path file;
    private final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();
    private RecordingState state = RecordingState.RECORDING;
    private long writtenUs;

    FakeRecording(Path file) {
        this.file = file;
    }

    void grow(long us) {
        writtenUs = us;
        listeners.forEach(listener -> listener.grown(this, us));
    }

    void end(long us, RecordingState end) {
        writtenUs = us;
        state = end;
        listeners.forEach(listener -> listener.stateChanged(this, end));
    }

    boolean isUnheard() {
        return listeners.isEmpty();
    }

    @Override
    public UUID mediaId() {
        return mediaId;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public RecordingRequest request() {
        CaptureFormat.Picture picture = new CaptureFormat.Picture(160, 90, FrameRate.of(30, 1));
        CaptureFormat.Sound sound = new CaptureFormat.Sound(48_000, 2);
        return RecordingRequest.to(file).pictures(new CaptureDevice("fake", "p", "Pictures", List.of(picture)), picture)
                .sound(new CaptureDevice("fake", "s", "Sound", List.of(sound)), sound);
    }

    @Override
    public RecordingState state() {
        return state;
    }

    @Override
    public RecordingStatistics statistics() {
        return new RecordingStatistics(writtenUs, writtenUs, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, 30, 1, 1, 0, 0, 0, 0, 0);
    }

    @Override
    public CaptureSource.Watching listen(RecordingListener listener) {
        listeners.add(listener);
        listener.stateChanged(this, state);
        return () -> listeners.remove(listener);
    }

    @Override
    public boolean showNewest(Consumer<VideoFrame> viewer) {
        return false;
    }

    @Override
    public void stop() {
        end(writtenUs, RecordingState.FINISHED);
    }

    @Override
    public void cancel() {
        end(0, RecordingState.CANCELLED);
    }

    @Override
    public CompletionStage<RecordingResult> ended() {
        return new CompletableFuture<>();
    }
}
