package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.AudioChoice;
import org.reelbench.encoding.ExportPreset.VideoChoice;

/**
 * How both sides of the render bench encode: our preset with one encoder alone, and the same in the other programs' words.
 *
 * @param video the one way to encode pictures
 */
record BenchPreset(VideoChoice video) {

    /** What our export makes of the preset's rate: a sync sample every two seconds. */
    private static final int GOP_FRAMES = 60;
    /** What every build of the library has, with a rate that makes a good picture of it. */
    private static final VideoChoice PLAIN = new VideoChoice("mpeg4", false, 0.25, 1, new TreeMap<>());

    /** The encoder that comes with Reelbench. */
    static BenchPreset shipped() {
        return new BenchPreset(ofOurs("libopenh264"));
    }

    /** An encoder that programs of the system have too: the best of those that are installed here. */
    static BenchPreset common(List<String> installed) {
        return new BenchPreset(installed.contains("libx264") ? ofOurs("libx264") : PLAIN);
    }

    private static VideoChoice ofOurs(String encoder) {
        return ExportPreset.H264.video().stream().filter(choice -> choice.encoder().equals(encoder)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the preset for H.264 does without " + encoder));
    }

    ExportPreset ours() {
        return ExportPreset.H264.withVideo(List.of(video));
    }

    /** Returns the {@code ffmpeg} program's arguments for a film of some inputs. */
    List<String> arguments(List<Path> inputs, String graph, Path film) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        inputs.forEach(input -> arguments.addAll(List.of("-i", input.toString())));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[" + PeerGraph.OUTPUT + "]", "-map", "0:a"));
        arguments.addAll(List.of("-c:v", video.encoder()));
        if (bitRate() > 0) {
            arguments.addAll(List.of("-b:v", Long.toString(bitRate())));
        }
        arguments.addAll(List.of("-g", Integer.toString(GOP_FRAMES)));
        video.options().forEach((name, value) -> arguments.addAll(List.of("-" + name + ":v", value)));
        ExportPreset preset = ours();
        arguments.addAll(List.of("-c:a", sound().encoder(), "-b:a", Long.toString(sound().bitRate()), "-ar",
                Integer.toString(TrackFilm.SAMPLE_RATE_HZ), "-ac", "2"));
        for (Map.Entry<String, String> option : preset.containerOptions().entrySet()) {
            arguments.addAll(List.of("-" + option.getKey(), option.getValue()));
        }
        arguments.addAll(List.of("-f", preset.container(), film.toString()));
        return arguments;
    }

    /** Returns the same as the properties of melt's consumer of films. */
    List<String> properties(Path film) {
        ExportPreset preset = ours();
        List<String> properties = new ArrayList<>(List.of("-consumer", "avformat:" + film, "real_time=-1", "terminate_on_pause=1",
                "rescale=bicubic", "pix_fmt=yuv420p", "f=" + preset.container(), "vcodec=" + video.encoder(), "g=" + GOP_FRAMES));
        if (bitRate() > 0) {
            properties.add("vb=" + bitRate());
        }
        // Ours lets an encoder use every core.
        properties.add("threads=0");
        video.options().forEach((name, value) -> properties.add(name + "=" + value));
        properties.addAll(List.of("acodec=" + sound().encoder(), "ab=" + sound().bitRate(), "ar=" + TrackFilm.SAMPLE_RATE_HZ,
                "channels=2"));
        preset.containerOptions().forEach((name, value) -> properties.add(name + "=" + value));
        return properties;
    }

    private AudioChoice sound() {
        return ours().audio().getFirst();
    }

    private long bitRate() {
        double pixelsPerSecond = (double) TrackFilm.WIDTH_PX * TrackFilm.HEIGHT_PX * TrackFilm.RATE.framesPerSecond().toDouble();
        return Math.round(pixelsPerSecond * video.bitsPerPixel());
    }
}
