package org.reelbench.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.capture.Recorder;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.demo.internal.bench.Bench;
import org.reelbench.demo.internal.bench.LengthBench;
import org.reelbench.demo.internal.bench.MemoryBench;
import org.reelbench.demo.internal.bench.PreviewBench;
import org.reelbench.demo.internal.bench.RecordBench;
import org.reelbench.demo.internal.bench.RenderBench;
import org.reelbench.demo.internal.bench.ScrubBench;
import org.reelbench.demo.internal.bench.Services;
import org.reelbench.demo.internal.bench.scene.SceneBench;
import org.reelbench.demo.internal.bench.serve.ServeBench;
import org.reelbench.demo.internal.bench.start.StartBench;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.project.ProjectSessions;
import org.reelbench.proxies.Proxies;

/** {@code reelbench bench}: measures us against other programs on this machine. */
@Component(service = Subcommand.class)
public final class BenchCommand implements Subcommand {

    private final List<Bench> benches;

    /**
     * Creates the command.
     *
     * @param context the framework, whose bundles hold the program that is compared with
     * @param sessions opens projects
     * @param exports makes films
     * @param encoders encode media
     * @param muxers write media
     * @param probe finds out what media are
     * @param readers read films back
     * @param previews encodes segments
     * @param cache keeps them
     * @param proxies stand in for media
     * @param recorder records
     */
    @Activate
    public BenchCommand(BundleContext context, @Reference ProjectSessions sessions, @Reference Exports exports,
            @Reference Encoders encoders,
            @Reference Muxers muxers, @Reference MediaProbe probe, @Reference MediaReaders readers,
            @Reference PreviewService previews, @Reference PreviewCache cache, @Reference Proxies proxies,
            @Reference Recorder recorder) {
        Services services = new Services(sessions, exports, encoders, muxers, probe, readers);
        benches = List.of(new RenderBench(services, context::getBundles, DemoCommand.DEFAULT_FOLDER),
                new LengthBench(services, DemoCommand.DEFAULT_FOLDER), new MemoryBench(services, DemoCommand.DEFAULT_FOLDER),
                new ScrubBench(services, context::getBundles, DemoCommand.DEFAULT_FOLDER),
                new PreviewBench(services, previews, cache, proxies, context::getBundles, DemoCommand.DEFAULT_FOLDER),
                new RecordBench(recorder, encoders, context::getBundles, DemoCommand.DEFAULT_FOLDER),
                new ServeBench(DemoCommand.DEFAULT_FOLDER), new StartBench(DemoCommand.DEFAULT_FOLDER),
                new SceneBench(services, DemoCommand.DEFAULT_FOLDER));
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measures us against other programs on this machine";
    }

    @Override
    public String usage() {
        return "bench [NAME …]\n  Without a name it lists the benches:\n  "
                + benches.stream().map(Bench::usage).collect(Collectors.joining("\n  "));
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        if (words.isEmpty()) {
            benches.forEach(bench -> console.out().println("bench " + bench.usage()));
            return ExitCode.OK;
        }
        Arguments arguments = new Arguments(this, words);
        String name = words.getFirst();
        Bench bench = benches.stream().filter(b -> b.name().equals(name)).findFirst()
                .orElseThrow(() -> arguments.usage("there is no bench '" + name + "', only "
                        + benches.stream().map(Bench::name).collect(Collectors.joining(", "))));
        List<String> commandLine = new ArrayList<>(List.of(name()));
        commandLine.addAll(words);
        return bench.run(arguments, commandLine, console);
    }
}
