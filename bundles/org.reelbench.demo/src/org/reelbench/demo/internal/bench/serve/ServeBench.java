package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.bench.Bench;
import org.reelbench.demo.internal.bench.OwnProgram;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;

/** {@code bench serve}: reads one file from us and from nginx in turn. */
public final class ServeBench implements Bench {

    private static final String COPYING_SERVER = "CopyingServer";
    private static final List<String> NGINX = List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx");

    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public ServeBench(String defaultFolder) {
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return "serve [--megabytes N] [--connections 1,16,64] [--bodies 256k,1m,full] [--seconds S] [--pairs K] [--copying]\n"
                + "      [--nginx PATH] [--folder FOLDER] [--json]\n"
                + "      reads random ranges and whole bodies of one file from us and from nginx (sendfile) in turn, with one\n"
                + "      client; speed above 1 means that we are faster, CPU above 1 that we take more\n"
                + "      --megabytes N     the size of the file (without it: 1024); every byte of it is written\n"
                + "      --seconds S       how long each run lasts (without it: 2)\n"
                + "      --pairs K         how many runs of each there are for a line (without it: 9)\n"
                + "      --copying         compares memory with a servlet that copies what it sends, too; every byte is checked\n"
                + "      --nginx PATH      the program (without it: the installed one; on Debian nginx-light)\n"
                + "      --folder FOLDER   where the file goes (without it: " + defaultFolder + ")\n"
                + "      --json            one JSON object a line, the last with all figures";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        boolean json = arguments.flag("--json");
        Plan plan = Plan.of(arguments);
        Optional<Path> named = arguments.value("--nginx").map(console::file);
        Path folder = console.file(arguments.value("--folder").orElse(defaultFolder)).toAbsolutePath().resolve("bench");
        arguments.rest(1, 1);
        Path nginx = named.or(() -> NGINX.stream().map(Path::of).filter(Files::isExecutable).findFirst())
                .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                        "nginx is not installed (on Debian, as root: apt-get install nginx-light); or name one with --nginx"));
        Progress progress = new Progress(console, json);
        List<Cell> cells = new ArrayList<>();
        List<Growth> growths = new ArrayList<>();
        Patience patience;
        try {
            Files.createDirectories(folder);
            progress.begin("a file of " + plan.megabytes() + " MiB");
            Path file = BenchFile.provide(folder, plan.megabytes(), console.cancellation());
            progress.done();
            ProcessBuilder own = OwnProgram.start(words, List.of("serve", "--json", "--port", "0", file.toString()));
            try (Server ours = Server.announced("ours", own, folder.resolve("serve-own.log"));
                    Server theirs = Server.nginx(nginx, file, folder)) {
                new ServeRuns(plan, file, progress, console.cancellation()).compare(ours, theirs, cells, growths);
                progress.begin("a client among many that hang on");
                patience = Patience.of(ours, plan.pairs(), plan.fileBytes(), console.cancellation());
                progress.done();
            }
            if (plan.copying().isPresent()) {
                copying(plan, file, folder, words, progress, console, growths);
            }
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
        String tables = Cell.table(cells) + "\n\n" + Growth.table(growths) + "\n\n" + patience + "\n\n" + notes();
        console.out().println(json ? json(cells, growths, patience) : tables);
        return ExitCode.OK;
    }

    /** Each in a fresh process, so that neither holds what another load left. */
    private static void copying(Plan plan, Path file, Path folder, List<String> words, Progress progress, Console console,
            List<Growth> growths) throws CommandException, IOException {
        ServeRuns runs = new ServeRuns(plan, file, progress, console.cancellation());
        ProcessBuilder own = OwnProgram.start(words, List.of("serve", "--json", "--port", "0", file.toString()));
        try (Server ours = Server.announced("ours, compared", own, folder.resolve("serve-own.log"))) {
            growths.add(runs.readers(ours));
        }
        // The same Java and the same limits as ours.
        List<String> command = new ArrayList<>(OwnProgram.start(words, List.of()).command());
        int path = command.indexOf("-cp");
        command.subList(path, command.size()).clear();
        command.addAll(List.of("-cp", plan.copying().orElseThrow(), COPYING_SERVER, file.toString()));
        try (Server copying = Server.announced("copying, compared", new ProcessBuilder(command), folder.resolve("copying.log"))) {
            growths.add(runs.readers(copying));
        }
    }

    private static String notes() {
        return "Pairs alternate; the spread is that of all pairs. CPU is the server's, user and system, for 10^9 bytes.\n"
                + "Own memory is RssAnon, the most seen while it was read from; mapped is RssFile: pages of the file in the\n"
                + "system's cache. The client receives every byte into one buffer, on one thread, and shares the processors\n"
                + "with the server.";
    }

    private static String json(List<Cell> cells, List<Growth> growths, Patience patience) {
        return Json.line(out -> {
            out.writeStringField("bench", "serve");
            out.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            out.writeNumberField("loadAverage",
                    Json.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
            out.writeArrayFieldStart("cells");
            for (Cell cell : cells) {
                out.writeStartObject();
                cell.write(out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("memory");
            for (Growth growth : growths) {
                out.writeStartObject();
                growth.write(out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeObjectFieldStart("patience");
            patience.write(out);
            out.writeEndObject();
        });
    }
}
