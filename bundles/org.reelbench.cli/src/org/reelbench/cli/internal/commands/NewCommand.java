package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.Arguments.Option;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.ByteSource;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.project.ProjectSessions;
import org.reelbench.time.FrameRate;

/** {@code reelbench new}: makes a project, with one track for each file named. */
@Component(service = Subcommand.class)
public final class NewCommand implements Subcommand {

    private static final FrameRate DEFAULT_RATE = FrameRate.of(30, 1);

    private final ProjectSessions sessions;
    private final MediaProbe probe;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param sessions makes the project
     * @param probe finds out what the files are
     * @param fingerprints knows what identifies them
     */
    @Activate
    public NewCommand(@Reference ProjectSessions sessions, @Reference MediaProbe probe,
            @Reference Fingerprints fingerprints) {
        this.sessions = sessions;
        this.probe = probe;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String summary() {
        return "makes a project, with one track for each file named";
    }

    @Override
    public String usage() {
        return """
                new PROJECT.reel [--rate RATE] [--size WxH] [--video FILE[@START]]… [--audio FILE[@START]]… [--force]
                  --rate RATE           frames a second, such as 30 or 30000/1001 (without it: the first video's, else 30)
                  --size WxH            the film's size, such as 1280x720 (without it: the first video's, else 1280x720)
                  --video FILE[@START]  a video track with this file, or a picture for 5 s; the first one lies at the bottom
                  --audio FILE[@START]  an audio track with this file's sound
                                        START is a time: 2s, 1.5s or 00:00:02:00
                  --force               replaces an existing project""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean force = arguments.flag("--force");
        Optional<String> rateText = arguments.value("--rate");
        Optional<String> sizeText = arguments.value("--size");
        List<Option> tracks = arguments.values("--video", "--audio");
        Path file = console.file(arguments.rest(1, 1).getFirst());
        if (Files.exists(file) && !force) {
            throw new CommandException(ExitCode.OUTPUT,
                    file + ": there is a file of this name already; choose another, or add --force");
        }
        Optional<VideoStreamInfo> first = firstVideo(tracks, console);
        FrameRate rate = rate(arguments, rateText, first);
        FilmSize size = FilmSize.of(arguments, sizeText, first);
        try (NewProject project = NewProject.create(sessions, file, rate, size)) {
            for (Option track : tracks) {
                Placed placed = Placed.parse(track.value(), rate);
                Path media = console.file(placed.file());
                project.addTrack(track.name().equals("--video"), media, fingerprint(media), probe(media, console),
                        placed.startFrame());
            }
            project.save();
            console.out()
                    .println(file + ": " + size + " at " + rate + " frames/s, " + tracks.size()
                            + (tracks.size() == 1 ? " track, " : " tracks, ")
                            + project.durationFrames() + " frames");
        }
        return ExitCode.OK;
    }

    private Optional<VideoStreamInfo> firstVideo(List<Option> tracks, Console console) throws CommandException {
        List<VideoStreamInfo> videos = new ArrayList<>();
        for (Option track : tracks) {
            if (track.name().equals("--video")) {
                probe(console.file(Placed.file(track.value())), console).video().filter(video -> !video.still())
                        .ifPresent(videos::add);
            }
        }
        return videos.stream().findFirst();
    }

    private static FrameRate rate(Arguments arguments, Optional<String> text, Optional<VideoStreamInfo> first)
            throws CommandException {
        if (text.isEmpty()) {
            return first.flatMap(VideoStreamInfo::frameRate).orElse(DEFAULT_RATE);
        }
        try {
            return FrameRate.parse(text.get());
        } catch (IllegalArgumentException e) {
            throw arguments.usage("--rate " + text.get() + " is no frame rate such as 30 or 30000/1001");
        }
    }

    private MediaInfo probe(Path media, Console console) throws CommandException {
        try (ByteSource source = FileByteSource.open(media)) {
            return probe.probe(source, console.cancellation());
        } catch (MediaException e) {
            throw MediaFailures.of(e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, media + ": it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private String fingerprint(Path media) throws CommandException {
        try {
            return fingerprints.of(media);
        } catch (MediaException e) {
            throw MediaFailures.of(e);
        }
    }
}
