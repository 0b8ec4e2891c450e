package org.reelbench.cli.internal.play;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.cli.internal.commands.MediaLocations;
import org.reelbench.cli.internal.commands.ProjectLoader;
import org.reelbench.cli.internal.commands.Times;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;
import org.reelbench.project.Project;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** {@code reelbench play}: plays a project without a window and tells what that took. */
@Component(service = Subcommand.class)
public final class PlayCommand implements Subcommand {

    private static final double SECONDS = 10;
    private static final double MIB = 1 << 20;

    private final ProjectLoader loader;
    private final Players players;
    private final MemoryLedger ledger;
    private final Shortage shortage;
    private final MediaProbe probe;
    private final MediaSources sources;
    private volatile @Nullable StandingIn standingIn;
    private final Fingerprints fingerprints;
    private final NowPlaying playing;

    /** Takes what lets proxies stand in. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setStandingIn(StandingIn newStandingIn) {
        standingIn = newStandingIn;
    }

    /** Does without what goes, unless another has come. */
    public void unsetStandingIn(StandingIn oldStandingIn) {
        if (standingIn == oldStandingIn) {
            standingIn = null;
        }
    }

    /**
     * Creates the command.
     *
     * @param loader loads the project
     * @param players open what plays
     * @param ledger tells who holds memory
     * @param shortage tells what was done to keep the budget
     * @param probe finds out what its media are
     * @param sources opens them
     * @param fingerprints tells them from others
     * @param playing lets work in the background wait
     */
    @Activate
    public PlayCommand(@Reference ProjectLoader loader, @Reference Players players, @Reference MemoryLedger ledger,
            @Reference Shortage shortage, @Reference MediaProbe probe, @Reference MediaSources sources,
            @Reference Fingerprints fingerprints, @Reference NowPlaying playing) {
        this.loader = loader;
        this.players = players;
        this.ledger = ledger;
        this.shortage = shortage;
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
        this.playing = playing;
    }

    @Override
    public String name() {
        return "play";
    }

    @Override
    public String summary() {
        return "plays a project without a window and tells what that took";
    }

    @Override
    public String usage() {
        return "play PROJECT [--hide TRACK]… [--from TIME] [--seconds N] [--backward] [--seek-storm N] [--starts N] [--proxies]"
                + " [--make-proxies] [--budget MIB] [--json]\n"
                + "  PROJECT            a project (.reel), or a timeline of another program (.otio) as it is\n"
                + "  --hide TRACK       plays as if this video track were hidden; counted from 1 at the bottom\n"
                + "  --from TIME        where to begin; a time such as 2s, 1.5s or 00:00:02:00\n"
                + "  --backward         plays towards the start, without --from from the end\n"
                + "  --seconds N        how long to play at most; without it: " + (int) SECONDS + ", 0 for not at all\n"
                + "  --seek-storm N     looks at N places before, and tells how long each took\n"
                + "  --starts N         begins to play at N of them, and tells how long it took until the picture moved\n"
                + "  --proxies          lets the proxies that were made stand in for their media, as the window does\n"
                + "  --make-proxies     does that, and has others made meanwhile, as the window has\n"
                + "  --budget MIB       how much memory the process may use; without it what suits the machine\n"
                + "  " + MediaLocations.USAGE + "\n"
                + "  --json             one JSON object";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        long askedNanos = System.nanoTime();
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        boolean makeProxies = arguments.flag("--make-proxies");
        boolean withProxies = arguments.flag("--proxies") || makeProxies;
        Set<Integer> hidden = new HashSet<>();
        for (Arguments.Option option : arguments.values("--hide")) {
            hidden.add((int) number(option.value(), 1, arguments));
        }
        Direction direction = arguments.flag("--backward") ? Direction.BACKWARD : Direction.FORWARD;
        Optional<String> from = arguments.value("--from");
        double seconds = number(arguments.value("--seconds").orElse(Double.toString(SECONDS)), 0, arguments);
        Optional<String> budget = arguments.value("--budget");
        if (budget.isPresent()) {
            shortage.choose((long) (number(budget.get(), 1, arguments) * MIB));
        }
        int starts = (int) number(arguments.value("--starts").orElse("0"), 0, arguments);
        int seeks = Math.max(starts, (int) number(arguments.value("--seek-storm").orElse("0"), 0, arguments));
        MediaSources allowed = MediaLocations.sources(arguments, sources);
        Path file = console.file(arguments.rest(1, 1).getFirst());
        Project project = loader.load(file, console, json);
        Sequence sequence = hide(project.mainSequence(), hidden, arguments);
        if (sequence.durationFrames() == 0) {
            throw new CommandException(ExitCode.INPUT,
                    "the project's sequence '" + sequence.name() + "' is empty; put a clip on a track first");
        }
        long fromFrame = from.isPresent()
                ? frame(from.get(), sequence, arguments)
                : direction == Direction.FORWARD ? 0 : sequence.durationFrames() - 1;
        Path folder = file.toAbsolutePath().getParent();
        MediaCatalog originals = new FileMediaCatalog(folder == null ? file : folder, project.media(), probe, allowed,
                fingerprints,
                console.cancellation()).with(project.sequences());
        Scene scene = new Scene(sequence, withProxies ? standingIn(originals, project, makeProxies) : originals);
        return play(scene, new PlayRequest(fromFrame, seconds, direction, seeks, starts, askedNanos), console, json);
    }

    private static long frame(String time, Sequence sequence, Arguments arguments) throws CommandException {
        return Times.frame(time, sequence.rate())
                .orElseThrow(() -> arguments.usage("'" + time + "' is no time such as 2s, 1.5s or 00:00:02:00"));
    }

    private MediaCatalog standingIn(MediaCatalog originals, Project project, boolean make) throws CommandException {
        StandingIn known = standingIn;
        if (known == null) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, "no bundle is installed that keeps proxies; leave --proxies out");
        }
        return known.in(originals, project.media(), make);
    }

    private int play(Scene scene, PlayRequest request, Console console, boolean json) throws CommandException {
        PlayResult result;
        try {
            result = new PlayRun(players, ledger, shortage, playing, console.cancellation()).run(scene, request);
        } catch (CancelledException e) {
            return ExitCode.CANCELLED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
        PlayReport report = new PlayReport(result);
        if (json) {
            report.json(console.out());
        } else {
            report.text(console.out());
        }
        if (!result.problem().isEmpty()) {
            throw new CommandException(ExitCode.INPUT, result.problem());
        }
        return ExitCode.OK;
    }

    private static double number(String text, double least, Arguments arguments) throws CommandException {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw arguments.usage("'" + text + "' is no number");
        }
        throw arguments.usage("'" + text + "' is less than " + (int) least + ", or too much");
    }

    /** Hides video tracks by their numbers, the lowest being 1. */
    private static Sequence hide(Sequence sequence, Set<Integer> numbers, Arguments arguments) throws CommandException {
        List<Track> tracks = new ArrayList<>();
        int number = 0;
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.VIDEO) {
                number++;
            }
            boolean hides = track.kind() == TrackKind.VIDEO && numbers.contains(number);
            tracks.add(hides ? track.withHidden(true) : track);
        }
        for (int wanted : numbers) {
            if (wanted > number) {
                throw arguments.usage("there is no video track " + wanted + ", only " + number);
            }
        }
        return sequence.withTracks(tracks);
    }
}
