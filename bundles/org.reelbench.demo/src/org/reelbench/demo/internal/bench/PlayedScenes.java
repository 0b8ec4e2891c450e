package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;

/**
 * Films of some tracks, put together while they are looked at: each is played by a process of its own, {@code reelbench play},
 * and one of its files by {@code ffplay} where that is installed.
 */
final class PlayedScenes {

    static final List<Integer> TRACKS = List.of(1, 3, 5, 10);
    private static final int SEEKS = 20;
    /** The film that is played backward is no longer than that. */
    private static final int BACKWARD_SECONDS = 15;
    private static final Path FFPLAY = Path.of("/usr/bin/ffplay");
    private static final Pattern FRAME_DROPS = Pattern.compile("fd=\\s*(\\d+)");

    private final Services services;
    private final List<String> words;
    private final Path folder;
    private final int seconds;
    private final Progress progress;
    private final Console console;

    /**
     * Prepares.
     *
     * @param words the words this process was given
     * @param folder where films and logs go
     * @param seconds how long each is played
     */
    PlayedScenes(Services services, List<String> words, Path folder, int seconds, Progress progress, Console console) {
        this.services = services;
        this.words = words;
        this.folder = folder;
        this.seconds = seconds;
        this.progress = progress;
        this.console = console;
    }

    /** Plays all films, each also with proxies if they are asked for. */
    List<PlayedScene> measure(boolean withProxies) throws CommandException {
        List<PlayedScene> played = new ArrayList<>();
        for (int tracks : TRACKS) {
            Path project = project(tracks, withProxies);
            played.add(play(tracks, project, false));
            if (withProxies) {
                progress.begin("making proxies");
                run(List.of("proxies", project.toString(), "--make"));
                progress.done();
                played.add(play(tracks, project, true));
            }
        }
        return played;
    }

    /** Plays a film of full HD towards its start. */
    PlayedScene backward(Path film) throws CommandException {
        Path project = folder.resolve("scrub-backward.reel");
        run(List.of("new", project.toString(), "--rate", "30", "--size", "1920x1080", "--video", film.toString(), "--force"));
        progress.begin("playing 1920x1080 backward");
        PlayedScene played = told(1, false, List.of("play", project.toString(), "--backward", "--seconds",
                Integer.toString(Math.min(BACKWARD_SECONDS, seconds)), "--json"));
        progress.done();
        return played;
    }

    /** Opens a timeline of eight hours and a thousand clips until a place in it is painted: for the first time, and once more. */
    List<PlayedScene> open() throws CommandException {
        progress.begin("making a timeline of 8 hours");
        Path project = LongTimeline.build(services, folder, console.cancellation());
        progress.done();
        progress.begin("opening it twice");
        List<String> command = List.of("play", project.toString(), "--seek-storm", "1", "--seconds", "0", "--json");
        List<PlayedScene> opened = List.of(told(1, false, command), told(1, false, command));
        progress.done();
        return opened;
    }

    private Path project(int tracks, boolean withProxies) throws CommandException {
        TrackFilm film = new TrackFilm(tracks, seconds);
        MediaFolder media = new MediaFolder(folder, services.encoders(), services.muxers());
        List<Path> files = new ArrayList<>();
        for (MovieSpec spec : film.media()) {
            files.add(media.provide(spec, progress, console.cancellation()));
        }
        Path project = folder.resolve("scrub-" + tracks + ".reel");
        film.build(services.sessions(), project, files, withProxies);
        return project;
    }

    private PlayedScene play(int tracks, Path project, boolean proxies) throws CommandException {
        progress.begin("playing " + tracks + (tracks == 1 ? " track" : " tracks") + (proxies ? " with proxies" : ""));
        List<String> command = new ArrayList<>(
                List.of("play", project.toString(), "--seek-storm", Integer.toString(SEEKS), "--seconds",
                        Integer.toString(seconds), "--json"));
        if (proxies) {
            command.add("--proxies");
        }
        PlayedScene played = told(tracks, proxies, command);
        progress.done();
        return played;
    }

    private PlayedScene told(int tracks, boolean proxies, List<String> command) throws CommandException {
        String said = run(command).lines().filter(line -> line.startsWith("{") && line.contains("framesShown"))
                .reduce((_, last) -> last).orElse("");
        return PlayedScene.parse(tracks, proxies, said);
    }

    private String run(List<String> command) throws CommandException {
        Path log = folder.resolve("scrub-play.log");
        Meter.program(OwnProgram.start(words, command), log, console.cancellation());
        return text(log);
    }

    private static String text(Path log) throws CommandException {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failures.of(log, e);
        }
    }

    /** How many pictures of one file ffplay drops on a screen that nobody sees; empty where it is not installed. */
    OptionalLong ffplayDrops() throws CommandException {
        if (!Files.isExecutable(FFPLAY)) {
            return OptionalLong.empty();
        }
        Path file = folder.resolve(new TrackFilm(1, seconds).media().getFirst().file());
        ProcessBuilder program = new ProcessBuilder(FFPLAY.toString(), "-hide_banner", "-stats", "-autoexit", "-framedrop",
                file.toString());
        program.environment().put("SDL_VIDEODRIVER", "dummy");
        program.environment().put("SDL_AUDIODRIVER", "dummy");
        Path log = folder.resolve("ffplay.log");
        progress.begin("playing one file by ffplay");
        Meter.program(program, log, console.cancellation());
        progress.done();
        return drops(text(log));
    }

    /** The last count of many in what ffplay says of its way. */
    static OptionalLong drops(String said) {
        Matcher drops = FRAME_DROPS.matcher(said);
        OptionalLong last = OptionalLong.empty();
        while (drops.find()) {
            last = OptionalLong.of(Long.parseLong(drops.group(1)));
        }
        return last;
    }
}
