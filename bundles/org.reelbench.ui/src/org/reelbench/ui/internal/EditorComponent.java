package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongFunction;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/** Gives the editor its threads, jobs and services. */
@Component
public final class EditorComponent implements Editor {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ProjectSessions sessions;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MediaProbe probe;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MediaSources sources;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable TimelineFormats formats;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Fingerprints fingerprints;

    private final ExecutorService edits = Executors.newSingleThreadExecutor(task -> new Thread(task, "reelbench-edits"));
    private final EditorState state = new EditorState(new WorkbenchWork(), edits, new Sessions());
    private final IdleHashes hashes = new IdleHashes();
    private final ForeignTimelines foreign = new ForeignTimelines(this::tell);
    private final UnsavedProjects unsaved = new UnsavedProjects(EditorComponent::unsavedFolder, RecoveryQuestion.OF_UNSAVED,
            this::tell);

    /** Lets edits that were asked for still be made, and takes no more. */
    @Deactivate
    public void stop() {
        hashes.end();
        edits.execute(state::close);
        edits.shutdown();
    }

    /** A folder of the workbench's own; there is none if it was started without a place for its state. */
    private static Optional<Path> unsavedFolder() {
        try {
            IPath state = Platform.getStateLocation(FrameworkUtil.getBundle(EditorComponent.class));
            return Optional.of(state.toPath().resolve("unsaved"));
        } catch (IllegalStateException e) {
            ILog.of(EditorComponent.class).info("Projects that have no file yet are in no journal", e);
            return Optional.empty();
        }
    }

    private MediaSources sources() {
        MediaSources now = sources;
        return now == null ? MediaSources.files() : now;
    }

    /** Sessions of the service that is there at the moment. */
    private final class Sessions implements EditorState.Opening {

        @Override
        public OpenProject open(Path file) throws IOException {
            UiThread.forbid("reading a project");
            Path absolute = file.toAbsolutePath().normalize();
            TimelineFormats known = formats;
            return opened(known != null && known.forFile(absolute).isPresent()
                    ? unsaved.create(service(), foreign.read(absolute, known))
                    : service().open(absolute, RecoveryQuestion.OF_CHANGES), absolute);
        }

        @Override
        public Optional<OpenProject> openUnsaved() throws IOException {
            UiThread.forbid("reading a project");
            // Paths of media are absolute until the project has a folder.
            return unsaved.recover(service()).map(session -> opened(session, Path.of("").toAbsolutePath()));
        }

        @Override
        public OpenProject create(Project project, Path file) throws IOException {
            UiThread.forbid("making a project");
            Path absolute = file.toAbsolutePath().normalize();
            if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(absolute + " exists already; choose another name");
            }
            ProjectSession session = service().create(project);
            boolean isSaved = false;
            try {
                session.saveAs(absolute);
                isSaved = true;
                return opened(session, absolute);
            } finally {
                if (!isSaved) {
                    session.closeAndForget();
                }
            }
        }

        @Override
        public FileImport.Look looking(boolean needsInfo) {
            return needsInfo ? this::lookedInto : this::identified;
        }

        private FileImport.Found identified(Path file, Cancellation cancellation) throws MediaException {
            UiThread.forbid("reading media");
            Fingerprints hasher = fingerprints;
            return new FileImport.Found(file, hasher == null ? "" : hasher.of(file), Optional.empty());
        }

        private FileImport.Found lookedInto(Path file, Cancellation cancellation) throws MediaException {
            UiThread.forbid("looking into media");
            MediaProbe now = probe;
            if (now == null) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, file.toString(), "no media library is installed");
            }
            MediaReference medium = new MediaReference(new Id("new"), file.toString(), file.toString(), "", Extras.NONE);
            Medium found = new FileMediaCatalog(file.toAbsolutePath().getParent(), List.of(medium), now, sources(), fingerprints,
                    cancellation).medium(medium.id());
            return new FileImport.Found(file, found.fingerprint(), Optional.of(found.info()));
        }

        private ProjectSessions service() throws IOException {
            ProjectSessions service = sessions;
            if (service == null) {
                throw new IOException("the part that reads projects is not installed");
            }
            return service;
        }

        private OpenProject opened(ProjectSession session, Path file) {
            Path parent = file.getParent();
            Path folder = parent == null ? file : parent;
            Fingerprints hasher = fingerprints;
            if (hasher != null) {
                hashes.of(session.project().media(), folder, hasher);
            }
            return new OpenProject(session,
                    new ProjectMedia(session, folder, () -> probe, EditorComponent.this::sources, () -> fingerprints));
        }
    }

    /** Work as the workbench does it: jobs that the Progress view shows, failures that the Error Log view keeps. */
    private static final class WorkbenchWork implements EditorState.Work {

        @Override
        public void onUi(Runnable action) {
            UiThread.later(action);
        }

        @Override
        public void inJob(String name, Runnable action) {
            ICoreRunnable work = _ -> action.run();
            Job job = Job.create(name, work);
            job.setUser(false);
            job.schedule();
        }

        @Override
        public void inJob(String name, int steps, Consumer<FileImport.Steps> action) {
            new StepsJob(name, steps, action).schedule();
        }

        @Override
        public void threadRule(String what) {
            UiThread.forbid(what);
        }

        @Override
        public void log(String text, Exception cause) {
            ILog.of(EditorComponent.class).error(text, cause);
        }
    }

    @Override
    public Optional<OpenProject> project() {
        return state.project();
    }

    @Override
    public CompletionStage<Boolean> open(Path file) {
        return state.open(file);
    }

    @Override
    public CompletionStage<Boolean> recoverUnsaved() {
        return state.recoverUnsaved();
    }

    @Override
    public CompletionStage<Boolean> create(Project project, Path file) {
        return state.create(project, file);
    }

    @Override
    public CompletionStage<Boolean> save() {
        return state.save();
    }

    @Override
    public CompletionStage<Boolean> saveAs(Path file) {
        return state.saveAs(file);
    }

    @Override
    public CompletionStage<Boolean> forgetChanges() {
        return state.forgetChanges();
    }

    @Override
    public void openSequence(Id sequence) {
        state.openSequence(sequence);
    }

    @Override
    public void execute(EditCommand command) {
        state.execute(command);
    }

    @Override
    public void executeNext(LongFunction<EditCommand> decide) {
        state.executeNext(decide);
    }

    @Override
    public void tryOut(LongFunction<EditCommand> decide) {
        state.tryOut(decide);
    }

    @Override
    public void endTrial() {
        state.endTrial();
    }

    @Override
    public Optional<Sequence> tried() {
        return state.tried();
    }

    @Override
    public void undo() {
        state.undo();
    }

    @Override
    public void redo() {
        state.redo();
    }

    @Override
    public long playheadFrame() {
        return state.playheadFrame();
    }

    @Override
    public void setPlayhead(long frame) {
        state.setPlayhead(frame);
    }

    @Override
    public Set<Id> selection() {
        return state.selection();
    }

    @Override
    public void select(Set<Id> clips) {
        state.select(clips);
    }

    @Override
    public Optional<Id> chosenTrack() {
        return state.chosenTrack();
    }

    @Override
    public void chooseTrack(Optional<Id> track) {
        state.chooseTrack(track);
    }

    @Override
    public void add(List<Path> files) {
        state.add(absolute(files));
    }

    @Override
    public void add(List<Path> files, Optional<Id> track, long frame, Landing landing) {
        state.add(absolute(files), track, frame, landing);
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    @Override
    public void put(List<Id> media, Optional<Id> track, long frame, Landing landing) {
        state.put(media, track, frame, landing);
    }

    @Override
    public void put(Excerpt excerpt, long frame, Landing landing) {
        state.put(excerpt, frame, landing);
    }

    @Override
    public void tell(String text, boolean isProblem) {
        state.tell(text, isProblem);
    }

    @Override
    public void addListener(EditorListener listener) {
        state.addListener(listener);
    }

    @Override
    public void removeListener(EditorListener listener) {
        state.removeListener(listener);
    }
}
