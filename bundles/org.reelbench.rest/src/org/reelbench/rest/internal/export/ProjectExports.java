package org.reelbench.rest.internal.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.internal.answer.Fields;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.timeline.Sequence;

/** Makes films of one project, in one folder. For every thread. */
public final class ProjectExports {

    /** The members of a request. */
    static final Set<String> MEMBERS = Set.of("preset", "file", "sequence", "from", "to", "replace", "onMissing");

    private static final int KEPT = 100;

    private final Exports exports;
    private final ExportPresets presets;
    private final ProjectSession session;
    private final ProjectSettings settings;
    private final SortedMap<Integer, RunningExport> started = new TreeMap<>();
    private int last;
    private boolean closed;

    /** Creates them; nothing runs yet. */
    public ProjectExports(Exports exports, ExportPresets presets, ProjectSession session, ProjectSettings settings) {
        this.exports = exports;
        this.presets = presets;
        this.session = session;
        this.settings = settings;
    }

    /** Starts one, of the project as it is now. */
    public synchronized RunningExport start(String body) throws Problem {
        if (closed) {
            throw Problem.nothing("the project is not published any more");
        }
        Fields fields = Fields.read(body, MEMBERS);
        Path folder = settings.exportFolder().orElseThrow(() -> new Problem(403,
                "this server makes no films; who starts it names a folder for them, such as with --exports FOLDER"));
        ExportPreset preset = preset(fields);
        String file = file(fields);
        Project project = session.project();
        try {
            RunningExport export = new RunningExport(last + 1, file, preset.name(),
                    exports.start(request(fields, project, folder.resolve(file), preset)));
            forgetTheOldest();
            started.put(++last, export);
            return export;
        } catch (ExportException e) {
            throw new Problem(e.reason() == ExportException.Reason.TARGET ? 409 : 422, e.getMessage(), e);
        }
    }

    /** Those that are known still, the oldest first. */
    public synchronized List<RunningExport> all() {
        return List.copyOf(started.values());
    }

    /** One by its name. */
    public synchronized Optional<RunningExport> find(String number) {
        return number.matches("\\d{1,9}") ? Optional.ofNullable(started.get(Integer.valueOf(number))) : Optional.empty();
    }

    /** Stops all that run; no other will be started. */
    public void close() {
        List<RunningExport> all;
        synchronized (this) {
            closed = true;
            all = all();
        }
        all.forEach(one -> one.job().cancel());
    }

    private ExportPreset preset(Fields fields) throws Problem {
        String name = fields.value("preset").orElse(ExportPreset.H264.name());
        ExportPresets.Listed listed = presets.find(name)
                .orElseThrow(() -> new Problem(422, "there is no preset '" + name + "'; 'presets' lists them"));
        if (!listed.isAvailable()) {
            throw new Problem(422, "preset '" + name + "' is not available: it " + listed.whyNot());
        }
        return listed.preset();
    }

    /** A name alone: who may ask for films may not choose where on the disk. */
    private static String file(Fields fields) throws Problem {
        String file = fields.required("file");
        if (!file.matches("[^/\\\\\\p{Cntrl}:]{1,200}") || file.startsWith(".")) {
            throw new Problem(422, "\"file\" is to be a name without a folder, such as film.mp4");
        }
        return file;
    }

    private ExportRequest request(Fields fields, Project project, Path target, ExportPreset preset) throws Problem {
        Sequence sequence = sequence(fields, project);
        long from = frame(fields, "from", sequence, 0);
        long end = sequence.durationFrames();
        long to = Math.min(end, frame(fields, "to", sequence, end));
        if (from < 0 || from >= to) {
            throw new Problem(422, "there is nothing from frame " + from + " to frame " + to + " of '" + sequence.name() + "'");
        }
        return new ExportRequest(sequence, settings.catalogs().apply(project), target, preset, from, to)
                .with(ExportOptions.DEFAULT.withOverwrite(fields.flag("replace")).withOnMissing(onMissing(fields)));
    }

    private static Sequence sequence(Fields fields, Project project) throws Problem {
        String id = fields.value("sequence").orElseGet(() -> project.mainSequence().id().value());
        return project.sequences().stream().filter(one -> one.id().value().equals(id)).findFirst()
                .orElseThrow(() -> new Problem(422, "the project has no sequence '" + id + "'"));
    }

    private static ExportOptions.OnMissing onMissing(Fields fields) throws Problem {
        String choice = fields.value("onMissing").orElse("fail");
        return switch (choice) {
        case "fail" -> ExportOptions.OnMissing.FAIL;
        case "slate" -> ExportOptions.OnMissing.SLATE;
        default -> throw new Problem(400, "\"onMissing\" is to be fail or slate, not " + choice);
        };
    }

    private static long frame(Fields fields, String name, Sequence sequence, long otherwise) throws Problem {
        String text = fields.value(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : sequence.rate().parseFrame(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem(400, "\"" + name + "\" is to be a frame, a time such as 2s, or a timecode, not " + text, e);
        }
    }

    private void forgetTheOldest() {
        if (started.size() >= KEPT) {
            started.remove(started.firstKey());
        }
    }
}
