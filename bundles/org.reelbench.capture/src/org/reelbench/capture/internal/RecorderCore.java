package org.reelbench.capture.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureSource.Watching;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.internal.pipeline.LiveRecording;
import org.reelbench.capture.internal.pipeline.Studio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recorder without its framework: sources that come and go, and the recordings under way. For every thread. */
final class RecorderCore implements Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderCore.class);

    private final Supplier<Studio> studios;
    private final Supplier<Machine> machine;
    private final Map<String, CaptureSource> sources = new ConcurrentHashMap<>();
    private final Map<CaptureSource, Watching> watches = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<LiveRecording> recordings = new CopyOnWriteArrayList<>();

    /**
     * Creates a recorder without sources.
     *
     * @param studios what the next recording works with
     * @param machine what this machine has now
     */
    RecorderCore(Supplier<Studio> studios, Supplier<Machine> machine) {
        this.studios = studios;
        this.machine = machine;
    }

    void add(CaptureSource source) {
        sources.put(source.id(), source);
        watches.put(source, source.watch(this::changed));
        changed();
    }

    void remove(CaptureSource source) {
        sources.remove(source.id(), source);
        Watching watch = watches.remove(source);
        if (watch != null) {
            watch.close();
        }
        changed();
    }

    CaptureSource source(String id) throws CaptureException {
        CaptureSource source = sources.get(id);
        if (source == null) {
            throw new CaptureException(Reason.NO_DEVICE,
                    "there is no source '" + id + "'; those there are: "
                            + String.join(", ", sources.keySet().stream().sorted().toList()));
        }
        return source;
    }

    private void changed() {
        for (Runnable watcher : watchers) {
            try {
                watcher.run();
            } catch (RuntimeException e) {
                LOG.warn("somebody who watches devices failed", e);
            }
        }
    }

    @Override
    public DeviceList devices() {
        List<CaptureDevice> devices = new ArrayList<>();
        List<CaptureException> problems = new ArrayList<>();
        sources.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            try {
                devices.addAll(each.getValue().devices());
            } catch (CaptureException e) {
                problems.add(e);
            } catch (RuntimeException e) {
                LOG.warn("the source '{}' failed", each.getKey(), e);
                problems.add(new CaptureException(Reason.NOT_AVAILABLE,
                        "the source '" + each.getKey() + "' failed: " + e.getMessage(), e));
            }
        });
        return new DeviceList(devices, problems);
    }

    @Override
    public Watching watch(Runnable changed) {
        // Wrapped, so that one who watches twice ends one watch at a time.
        Runnable own = changed::run;
        watchers.add(own);
        return () -> watchers.remove(own);
    }

    @Override
    public CaptureFormat usualFormat(CaptureDevice device) {
        return UsualFormats.of(device, machine.get());
    }

    @Override
    public Recording start(RecordingRequest request) {
        if (request.pictures() == null && request.sound() == null) {
            throw new IllegalArgumentException("a recording needs a device of pictures or of sound");
        }
        Studio studio = studios.get();
        LiveRecording recording = new LiveRecording(request, studio);
        recordings.add(recording);
        studio.threads().execute(() -> {
            try {
                recording.run();
            } finally {
                recordings.remove(recording);
            }
        });
        return recording;
    }

    @Override
    public List<Recording> recordings() {
        return recordings.stream().filter(recording -> !recording.state().isEnd()).map(Recording.class::cast).toList();
    }

    /** Whether a file is being written here. */
    boolean isRecording(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return recordings.stream().anyMatch(
                each -> !each.state().isEnd() && each.file().toAbsolutePath().normalize().equals(wanted));
    }

    /** Gives up what nobody waits for: copies of files that are whole already. */
    void endIdleWork() {
        recordings.forEach(LiveRecording::endIdleWork);
    }

    /** Stops what is under way; the files are finished by the threads that write them. */
    void stopAll() {
        recordings.forEach(LiveRecording::stop);
        watches.values().forEach(Watching::close);
    }
}
