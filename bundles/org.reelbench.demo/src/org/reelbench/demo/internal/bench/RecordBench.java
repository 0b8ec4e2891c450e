package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.reelbench.capture.Recorder;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.Encoders;

/** {@code bench record}: what recording a screen takes, beside the ffmpeg program, and how soon it begins. */
public final class RecordBench implements Bench {

    private static final int MOST_SECONDS = 600;
    private static final int MOST_PAIRS = 20;
    /** Names the display to the source of screens, which the environment of this process does not. */
    private static final String DISPLAY = "reelbench.display";

    private final Recorder recorder;
    private final Encoders encoders;
    private final Supplier<Bundle[]> bundles;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param recorder records
     * @param encoders encode what is recorded
     * @param bundles the bundles of this installation
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public RecordBench(Recorder recorder, Encoders encoders, Supplier<Bundle[]> bundles, String defaultFolder) {
        this.recorder = recorder;
        this.encoders = encoders;
        this.bundles = bundles;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public String usage() {
        return "record [--seconds N] [--pairs K] [--ffmpeg PATH] [--folder FOLDER] [--json]\n"
                + "      records a screen of 1280x720 at 30 on which text scrolls, in memory by Xvfb, by us and by the ffmpeg program\n"
                + "      with the same encoder in turn (ratios above 1 mean that we take less); starts with a device to open and with\n"
                + "      one that is open already; and cards, recorded and merely encoded, so that what the recorder adds is seen\n"
                + "      --seconds N       how long each recording is (without it: 15)\n"
                + "      --pairs K         how many pairs there are of each kind (without it: 3)";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        int seconds = RenderBench.number("--seconds", arguments.value("--seconds").orElse("15"), MOST_SECONDS, arguments);
        int pairs = RenderBench.number("--pairs", arguments.value("--pairs").orElse("3"), MOST_PAIRS, arguments);
        BenchSetup setup = BenchSetup.besideFfmpeg(arguments, console, defaultFolder);
        boolean json = setup.json();
        Path work = setup.work();
        PeerProgram peer = setup.program(bundles.get());
        String encoder = PreviewPeer.encoder(encoders.names());
        Progress progress = new Progress(console, json);
        progress.say("compared with " + peer.version());
        progress.say("encoder " + encoder + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        RecordFigures figures;
        String before = System.getProperty(DISPLAY, "");
        try (MovingScreen screen = MovingScreen.start(work)) {
            System.setProperty(DISPLAY, screen.name());
            figures = new RecordRun(recorder, encoders, peer, encoder, work, progress, console.cancellation()).measure(screen,
                    seconds, pairs);
        } finally {
            System.setProperty(DISPLAY, before);
        }
        report(figures, json, console);
        return ExitCode.OK;
    }

    private static void report(RecordFigures figures, boolean json, Console console) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "record");
                figures.write(out);
            }));
            return;
        }
        console.out().println("\n" + figures.table() + "\n");
        figures.goals().forEach(console.out()::println);
        console.out().println(
                "\nOurs: in this process after a warm-up, without what painting the screen takes. ffmpeg: whole processes."
                        + "\nNeither draws the pointer. Lost: left out, or never taken off the screen.");
    }
}
