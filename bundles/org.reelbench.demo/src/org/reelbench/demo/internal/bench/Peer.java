package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.List;

import org.reelbench.cli.CommandException;

/** A program that makes the same film as we do. */
interface Peer {

    /** What it is called in tables and in the names of files. */
    String name();

    /** The first line of what it says of itself. */
    String version() throws CommandException;

    /** How both encode. */
    BenchPreset preset();

    /**
     * Returns how it is started to make a film.
     *
     * @param film the film
     * @param inputs the media of its tracks, the full picture first
     * @param graph the filter graph that our composer ran
     * @param target the file to make
     */
    ProcessBuilder start(TrackFilm film, List<Path> inputs, String graph, Path target) throws CommandException;
}
