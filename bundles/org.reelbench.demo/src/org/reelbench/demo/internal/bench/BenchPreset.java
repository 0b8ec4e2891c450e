package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.VideoChoice;

/** How both sides of the render bench encode: our preset with libopenh264 alone, and the same in the program's words. */
final class BenchPreset {

    static final String ENCODER = "libopenh264";

    /** What our export makes of the preset's rate: a sync sample every two seconds. */
    private static final int GOP_FRAMES = 60;

    private BenchPreset() {
    }

    static ExportPreset ours() {
        return ExportPreset.H264.withVideo(List.of(video()));
    }

    /** Returns the program's arguments for a film of some inputs. */
    static List<String> arguments(List<Path> inputs, String graph, Path film) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        inputs.forEach(input -> arguments.addAll(List.of("-i", input.toString())));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[" + PeerGraph.OUTPUT + "]", "-map", "0:a"));
        arguments.addAll(List.of("-c:v", ENCODER, "-b:v", Long.toString(bitRate()), "-g", Integer.toString(GOP_FRAMES)));
        new TreeMap<>(video().options()).forEach((name, value) -> arguments.addAll(List.of("-" + name + ":v", value)));
        ExportPreset preset = ours();
        arguments.addAll(List.of("-c:a", preset.audio().getFirst().encoder(), "-b:a",
                Long.toString(preset.audio().getFirst().bitRate()), "-ar",
                Integer.toString(TrackFilm.SAMPLE_RATE_HZ), "-ac", "2"));
        for (Map.Entry<String, String> option : new TreeMap<>(preset.containerOptions()).entrySet()) {
            arguments.addAll(List.of("-" + option.getKey(), option.getValue()));
        }
        arguments.addAll(List.of("-f", preset.container(), film.toString()));
        return arguments;
    }

    private static long bitRate() {
        double pixelsPerSecond = (double) TrackFilm.WIDTH_PX * TrackFilm.HEIGHT_PX * TrackFilm.RATE.framesPerSecond().toDouble();
        return Math.round(pixelsPerSecond * video().bitsPerPixel());
    }

    private static VideoChoice video() {
        return ExportPreset.H264.video().stream().filter(choice -> choice.encoder().equals(ENCODER)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the preset for H.264 does without " + ENCODER));
    }
}
