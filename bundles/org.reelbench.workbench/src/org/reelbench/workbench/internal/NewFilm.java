package org.reelbench.workbench.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * What a person says about a project that is to be made, as it was typed.
 *
 * @param file the project file
 * @param size the size of the canvas, such as {@code 1920 × 1080}
 * @param rate frames a second, such as {@code 25} or {@code 30000/1001}
 */
record NewFilm(String file, String size, String rate) {

    /** Sizes that are offered; others can be typed. */
    static final List<String> SIZES = List.of("1920 × 1080", "1280 × 720", "3840 × 2160", "1080 × 1920", "1080 × 1080");
    /** Rates that are offered; others can be typed. */
    static final List<String> RATES = List.of("25", "30", "24", "50", "60", "24000/1001", "30000/1001", "60000/1001");

    private static final int SAMPLE_RATE_HZ = 48_000;
    private static final int MAX_SIDE_PX = 16_384;
    private static final int MAX_RATE = 1000;
    static final String SIZE_PROBLEM = "Write the size as width × height, each even and at most " + MAX_SIDE_PX;
    static final String RATE_PROBLEM = "Write the rate as frames a second, such as 25 or 30000/1001, at most " + MAX_RATE;

    /** Tells what stands in the way of making it; empty if nothing does. */
    Optional<String> problem() {
        if (path().isEmpty()) {
            return Optional.of("Name a file with its whole path");
        }
        if (sides() == null) {
            return Optional.of(SIZE_PROBLEM);
        }
        if (frameRate().isEmpty()) {
            return Optional.of(RATE_PROBLEM);
        }
        return Optional.empty();
    }

    /** The file; without an extension it gets that of projects. */
    Optional<Path> path() {
        try {
            return Optional.of(file.strip()).filter(name -> !name.isEmpty()).map(Path::of).filter(Path::isAbsolute)
                    .filter(path -> path.getFileName() != null).map(path -> withExtension(path.normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Adds the extension of projects to a file that has none. */
    static Path withExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + ProjectFile.EXTENSION);
    }

    private int @Nullable [] sides() {
        return sides(size);
    }

    /** Reads a size; null if there is no such size. */
    static int @Nullable [] sides(String size) {
        String[] sides = size.strip().split("\\s*[x×*]\\s*");
        try {
            int[] numbers = sides.length == 2 ? new int[] { Integer.parseInt(sides[0]), Integer.parseInt(sides[1]) } : new int[2];
            boolean isPossible = numbers[0] > 0 && numbers[1] > 0 && numbers[0] <= MAX_SIDE_PX && numbers[1] <= MAX_SIDE_PX
                    && numbers[0] % 2 == 0 && numbers[1] % 2 == 0;
            return isPossible ? numbers : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Optional<FrameRate> frameRate() {
        return frameRate(rate);
    }

    /** Reads a rate; empty if there is no such rate. */
    static Optional<FrameRate> frameRate(String rate) {
        try {
            return Optional.of(FrameRate.parse(rate.strip())).filter(parsed -> parsed.framesPerSecond().ceil() <= MAX_RATE);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Makes the first state: two video and two audio tracks with nothing on them. */
    Project project() {
        int[] sides = sides();
        if (sides == null) {
            throw new IllegalStateException(problem().orElse(""));
        }
        String fileName = String.valueOf(path().orElseThrow().getFileName());
        String name = fileName.endsWith(ProjectFile.EXTENSION)
                ? fileName.substring(0, fileName.length() - ProjectFile.EXTENSION.length())
                : fileName;
        List<Track> tracks = List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO), Track.of(new Id("v2"), "V2", TrackKind.VIDEO),
                Track.of(new Id("a1"), "A1", TrackKind.AUDIO), Track.of(new Id("a2"), "A2", TrackKind.AUDIO));
        return Project.of(name, new Sequence(new Id("main"), name, frameRate().orElseThrow(), sides[0], sides[1], SAMPLE_RATE_HZ,
                tracks, Extras.NONE));
    }
}
