package org.reelbench.rest.internal.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.reelbench.capture.Recorder;
import org.reelbench.media.MediaPublication;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.internal.answer.Fields;
import org.reelbench.rest.internal.answer.Problem;

/** Makes recordings for one project, in one folder. For every thread. */
public final class ProjectRecordings {

    private static final Set<String> PLACE = Set.of("at");
    private static final int KEPT = 100;
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final Supplier<Optional<Recorder>> recorder;
    private final Supplier<Optional<MediaPublication>> server;
    private final ProjectSession session;
    private final ProjectSettings settings;
    private final SortedMap<Integer, RunningRecording> started = new TreeMap<>();
    private int last;
    private boolean closed;

    /** Creates them; nothing runs yet. */
    public ProjectRecordings(Supplier<Optional<Recorder>> recorder, Supplier<Optional<MediaPublication>> server,
            ProjectSession session, ProjectSettings settings) {
        this.recorder = recorder;
        this.server = server;
        this.session = session;
        this.settings = settings;
    }

    /** Starts one, and puts it on the timeline if that is asked for. */
    public RunningRecording start(String body) throws Problem {
        Fields fields = Fields.read(body, RecordingWish.MEMBERS);
        Path folder = settings.recordingFolder().orElseThrow(() -> new Problem(403,
                "this server records nothing; who starts it names a folder for recordings, such as with --recordings FOLDER"));
        Recorder service = recorder.get()
                .orElseThrow(() -> new Problem(REFUSED, "recording is not part of this installation"));
        Path file = folder.resolve(file(fields));
        Optional<Long> at = fields.value("at").isPresent() ? Optional.of(frame(fields)) : Optional.empty();
        // Outside of the lock, as devices take their time to be listed.
        var request = new RecordingWish(fields).request(file, service);
        synchronized (this) {
            if (closed) {
                throw Problem.nothing("the project is not published any more");
            }
            if (Files.exists(file) || started.values().stream().anyMatch(one -> goesInto(one, file))) {
                throw new Problem(CONFLICT, "there is a file '" + file.getFileName() + "' already; choose another name");
            }
            RunningRecording recording = new RunningRecording(last + 1, service.start(request), server.get());
            forgetTheOldest();
            started.put(++last, recording);
            at.ifPresent(frame -> recording.put(session, frame));
            return recording;
        }
    }

    private static boolean goesInto(RunningRecording one, Path file) {
        return !one.recording().state().isEnd() && one.recording().file().equals(file);
    }

    /** Puts one on the timeline. */
    public RunningRecording put(RunningRecording recording, String body) throws Problem {
        if (!recording.put(session, frame(Fields.read(body, PLACE)))) {
            throw new Problem(CONFLICT, "the recording is on the timeline already");
        }
        return recording;
    }

    /** Those that are known still, the oldest first. */
    public synchronized List<RunningRecording> all() {
        return List.copyOf(started.values());
    }

    /** One by its name. */
    public synchronized Optional<RunningRecording> find(String number) {
        return number.matches("\\d{1,9}") ? Optional.ofNullable(started.get(Integer.valueOf(number))) : Optional.empty();
    }

    /** Ends all that run, with what they have; no other will be started. */
    public void close() {
        List<RunningRecording> all;
        synchronized (this) {
            closed = true;
            all = all();
        }
        all.forEach(RunningRecording::close);
    }

    /** A name alone: who may ask for recordings may not choose where on the disk. */
    private static String file(Fields fields) throws Problem {
        String file = fields.required("file");
        if (!file.matches("[^/\\\\\\p{Cntrl}:]{1,200}") || file.startsWith(".") || !file.endsWith(".mp4")) {
            throw new Problem(REFUSED, "\"file\" is to be a name without a folder that ends in .mp4, such as talk.mp4");
        }
        return file;
    }

    private long frame(Fields fields) throws Problem {
        String text = fields.required("at");
        try {
            long frame = session.project().mainSequence().rate().parseFrame(text);
            if (frame >= 0) {
                return frame;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem(400, "\"at\" is to be a frame, a time such as 2s, or a timecode, not " + text, e);
        }
        throw new Problem(REFUSED, "the timeline begins at frame 0, so nothing is put at " + text);
    }

    private void forgetTheOldest() {
        if (started.size() >= KEPT && started.get(started.firstKey()).recording().state().isEnd()) {
            started.remove(started.firstKey()).close();
        }
    }
}
