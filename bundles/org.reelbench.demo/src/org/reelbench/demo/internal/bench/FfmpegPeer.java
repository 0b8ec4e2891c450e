package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.List;

import org.reelbench.cli.CommandException;

/**
 * The {@code ffmpeg} program, which runs the very filters that we run.
 *
 * @param program the program
 */
record FfmpegPeer(PeerProgram program) implements Peer {

    @Override
    public String name() {
        return "ffmpeg";
    }

    @Override
    public String version() throws CommandException {
        return program.version();
    }

    @Override
    public BenchPreset preset() {
        return BenchPreset.shipped();
    }

    @Override
    public ProcessBuilder start(TrackFilm film, List<Path> inputs, String graph, Path target) throws CommandException {
        return program.start(preset().arguments(inputs, PeerGraph.of(graph), target));
    }
}
