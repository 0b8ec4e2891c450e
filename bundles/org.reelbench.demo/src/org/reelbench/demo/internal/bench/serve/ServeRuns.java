package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.Cancellation;

/** Runs the loads of a plan. One thread. */
final class ServeRuns {

    private static final int WARM_UP_CONNECTIONS = 16;
    private static final int READERS = 64;
    private static final long FIRST_ANSWER_NS = 50_000_000;

    private final Plan plan;
    private final Path file;
    private final Progress progress;
    private final Cancellation cancellation;

    ServeRuns(Plan plan, Path file, Progress progress, Cancellation cancellation) {
        this.plan = plan;
        this.file = file;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Measures two servers in turn under every load; what comes first is compared with the file byte by byte. */
    void compare(Server ours, Server theirs, List<Cell> cells, List<Growth> growths) throws IOException {
        Footprint oursIdle = firstAnswer(ours);
        Footprint theirsIdle = firstAnswer(theirs);
        for (Body body : plan.bodies()) {
            progress.begin("warming up, " + body.name());
            Load warmUp = plan.load(body, WARM_UP_CONNECTIONS);
            run(ours, warmUp, 0);
            run(theirs, warmUp, 0);
            progress.done();
            for (int connections : plan.connections()) {
                cells.add(cell(ours, theirs, plan.load(body, connections)));
            }
        }
        int most = plan.mostConnections();
        growths.add(Growth.of(ours, most, oursIdle, atMost(most, cells, true)));
        growths.add(Growth.of(theirs, most, theirsIdle, atMost(most, cells, false)));
    }

    private static List<Run> atMost(int connections, List<Cell> cells, boolean ours) {
        return cells.stream().filter(cell -> cell.load().connections() == connections)
                .flatMap(cell -> (ours ? cell.ours() : cell.theirs()).stream()).toList();
    }

    /** A server that has answered once has loaded what it needs: what it holds then is what it holds when idle. */
    private Footprint firstAnswer(Server server) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Load one = new Load(Body.ALL.getFirst(), 1, plan.fileBytes(), FIRST_ANSWER_NS);
            one.run(server.uri(), 0, BenchFile.compare(file, arena), () -> {
                // Not measured.
            }, cancellation);
        }
        return server.footprint();
    }

    private Cell cell(Server ours, Server theirs, Load load) throws IOException {
        progress.begin(load.body().name() + ", " + load.connections() + " connections");
        List<Run> our = new ArrayList<>();
        List<Run> their = new ArrayList<>();
        for (int i = 0; i < plan.pairs(); i++) {
            // Neither always comes first, as the second finds what the first left behind.
            if (i % 2 == 0) {
                our.add(run(ours, load, i));
                their.add(run(theirs, load, i));
            } else {
                their.add(run(theirs, load, i));
                our.add(run(ours, load, i));
            }
            progress.at((i + 1.0) / plan.pairs());
        }
        progress.done();
        return new Cell(load, our, their, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private Run run(Server server, Load load, long seed) throws IOException {
        return Run.of(server, load, seed, Load.UNSEEN, cancellation);
    }

    /** Many readers of random ranges, every byte compared: how much memory that adds. */
    Growth readers(Server server) throws IOException {
        Footprint idle = firstAnswer(server);
        progress.begin(server.name() + ": " + READERS + " readers");
        List<Run> runs = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            Reader.Check check = BenchFile.compare(file, arena);
            for (int i = 0; i < plan.pairs(); i++) {
                runs.add(Run.of(server, plan.load(Body.ALL.get(1), READERS), i, check, cancellation));
                progress.at((i + 1.0) / plan.pairs());
            }
        }
        progress.done();
        return Growth.of(server, READERS, idle, runs);
    }
}
