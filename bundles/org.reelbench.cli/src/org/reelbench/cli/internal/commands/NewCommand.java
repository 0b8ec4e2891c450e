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
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
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
    private final MediaSources sources;

    /**
     * Creates the command.
     *
     * @param sessions makes the project
     * @param probe finds out what the files are
     * @param fingerprints knows what identifies them
     * @param sources opens them
     */
    @Activate
    public NewCommand(@Reference ProjectSessions sessions, @Reference MediaProbe probe,
            @Reference Fingerprints fingerprints, @Reference MediaSources sources) {
        this.sessions = sessions;
        this.probe = probe;
        this.fingerprints = fingerprints;
        this.sources = sources;
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
                new PROJECT.reel [--rate RATE] [--size WxH] [--video FILE[@START]]… [--audio FILE[@START]]…
                    [--allow-host HOST]… [--force]
                  --rate RATE           frames a second, such as 30 or 30000/1001 (without it: the first video's, else 30)
                  --size WxH            the film's size, such as 1280x720 (without it: the first video's, else 1280x720)
                  --video FILE[@START]  a video track with this file, or a picture for 5 s; the first one lies at the bottom
                  --audio FILE[@START]  an audio track with this file's sound
                                        START is a time: 2s, 1.5s or 00:00:02:00; instead of a FILE, an address will do
                  --allow-host HOST     lets media be read from this host, for this command; a name or name:port
                  --force               replaces an existing project""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean force = arguments.flag("--force");
        Optional<String> rateText = arguments.value("--rate");
        Optional<String> sizeText = arguments.value("--size");
        List<Option> tracks = arguments.values("--video", "--audio");
        Media media = new Media(MediaLocations.sources(arguments, sources), console);
        Path file = console.file(arguments.rest(1, 1).getFirst());
        if (Files.exists(file) && !force) {
            throw new CommandException(ExitCode.OUTPUT,
                    file + ": there is a file of this name already; choose another, or add --force");
        }
        Optional<VideoStreamInfo> first = firstVideo(tracks, media);
        FrameRate rate = rate(arguments, rateText, first);
        FilmSize size = FilmSize.of(arguments, sizeText, first);
        try (NewProject project = NewProject.create(sessions, file, rate, size)) {
            for (Option track : tracks) {
                Placed placed = Placed.parse(track.value(), rate);
                String location = MediaLocations.location(placed.file(), console);
                project.addTrack(track.name().equals("--video"), location, media.fingerprint(location),
                        media.probe(location), placed.startFrame());
            }
            project.save();
            console.out()
                    .println(file + ": " + size + " at " + rate + " frames/s, " + tracks.size()
                            + (tracks.size() == 1 ? " track, " : " tracks, ")
                            + project.durationFrames() + " frames");
        }
        return ExitCode.OK;
    }

    private Optional<VideoStreamInfo> firstVideo(List<Option> tracks, Media media) throws CommandException {
        List<VideoStreamInfo> videos = new ArrayList<>();
        for (Option track : tracks) {
            if (track.name().equals("--video")) {
                media.probe(MediaLocations.location(Placed.file(track.value()), media.console())).video()
                        .filter(video -> !video.still()).ifPresent(videos::add);
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

    /** What is found out about the media, of which some may lie on hosts that the command allows. */
    private final class Media {

        private final MediaSources allowed;
        private final Console console;

        Media(MediaSources allowed, Console console) {
            this.allowed = allowed;
            this.console = console;
        }

        Console console() {
            return console;
        }

        MediaInfo probe(String location) throws CommandException {
            try (ByteSource source = allowed.open(location, console.cancellation())) {
                return probe.probe(source, console.cancellation());
            } catch (MediaException e) {
                throw MediaFailures.of(e);
            } catch (IOException e) {
                throw unreadable(location, e);
            }
        }

        String fingerprint(String location) throws CommandException {
            try {
                if (!MediaSources.isAddress(location)) {
                    return fingerprints.of(Path.of(location));
                }
                try (ByteSource source = allowed.open(location, console.cancellation())) {
                    return MediaFingerprint.of(source);
                }
            } catch (MediaException e) {
                throw MediaFailures.of(e);
            } catch (IOException e) {
                throw unreadable(location, e);
            }
        }

        private static CommandException unreadable(String location, IOException e) {
            return new CommandException(ExitCode.INPUT,
                    MediaLocations.shown(location) + ": it cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
