package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** A project under construction, made with the same commands as every edit. */
final class NewProject implements AutoCloseable {

    private static final int SAMPLE_RATE_HZ = 48_000;
    private static final RationalTime STILL_DURATION = RationalTime.ofSeconds(5);

    private final ProjectSession session;
    private final Path file;
    private final Map<String, Id> media = new HashMap<>();

    private NewProject(ProjectSession session, Path file) {
        this.session = session;
        this.file = file;
    }

    static NewProject create(ProjectSessions sessions, Path file, FrameRate rate, FilmSize size) {
        String name = file.getFileName().toString().replaceFirst("\\.reel$", "");
        Sequence sequence = new Sequence(new Id("s1"), "Sequence 1", rate, size.widthPx(), size.heightPx(), SAMPLE_RATE_HZ,
                List.of(),
                Extras.NONE);
        return new NewProject(sessions.create(Project.of(name, sequence)), file);
    }

    /** Adds a track that holds one stream of a medium: an absolute path, or an address. */
    void addTrack(boolean video, String source, String fingerprint, MediaInfo info, long startFrame) throws CommandException {
        EditCommand place = video ? picture(source, info) : sound(source, info);
        Id medium = media.get(source);
        if (medium == null) {
            medium = execute(command(EditCommands.ADD_MEDIA).with("path", source).with("fingerprint",
                    fingerprint));
            media.put(source, medium);
        }
        Id track = execute(command(EditCommands.ADD_TRACK).with("kind", video ? "video" : "audio"));
        String content = video && isStill(info) ? "still" : "media";
        execute(new EditCommand(place.name(), place.parameters(), session.revision()).with(content, medium.value())
                .with("track", track.value()).with("startFrame", startFrame));
    }

    private EditCommand picture(String source, MediaInfo info) throws CommandException {
        VideoStreamInfo video = info.video()
                .orElseThrow(() -> missing(source, "it holds no picture; add it with --audio instead"));
        if (video.still()) {
            return place(source, STILL_DURATION);
        }
        return place(source, video.duration()).with("stream", video.index());
    }

    private EditCommand sound(String source, MediaInfo info) throws CommandException {
        var audio = info.audio().orElseThrow(() -> missing(source, "it holds no sound; add it with --video instead"));
        return place(source, audio.duration()).with("stream", audio.index());
    }

    private EditCommand place(String source, RationalTime duration) throws CommandException {
        if (duration.signum() <= 0) {
            throw missing(source, "it does not say how long it is; convert it to MP4 or Matroska first");
        }
        // Every frame that begins before the end shows something of the source.
        return command(EditCommands.PLACE).with("durationFrames", rate().frameAtOrAfter(duration));
    }

    private static boolean isStill(MediaInfo info) {
        return info.video().filter(VideoStreamInfo::still).isPresent();
    }

    private static CommandException missing(String source, String explanation) {
        return MediaFailures.of(new MediaException(MediaException.Reason.NO_STREAM, MediaLocations.shown(source), explanation));
    }

    private FrameRate rate() {
        return session.project().mainSequence().rate();
    }

    private EditCommand command(String name) {
        return EditCommand.of(name, session.revision());
    }

    private Id execute(EditCommand command) throws CommandException {
        try {
            return session.execute(command).created().getFirst();
        } catch (EditRefused e) {
            throw new CommandException(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    long durationFrames() {
        return session.project().mainSequence().durationFrames();
    }

    void save() throws CommandException {
        try {
            session.saveAs(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }

    @Override
    public void close() throws CommandException {
        try {
            session.closeAndForget();
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }
}
