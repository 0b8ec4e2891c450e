package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.cli.CommandException;

/**
 * How the {@code ffmpeg} program is told to encode what the best quality of previews is: the same encoder and options, a sync sample
 * every two seconds, sound without loss.
 */
final class PreviewPeer {

    private static final int GOP_FRAMES = 60;
    /** What our best quality takes with an encoder that is not told how good pictures are to be. */
    private static final double BITS_PER_PIXEL = 0.16;

    private PreviewPeer() {
    }

    /** The encoder that previews are made with, of those that are installed. */
    static String encoder(List<String> installed) {
        return installed.contains("libx264") ? "libx264" : "libopenh264";
    }

    static List<String> arguments(String encoder, List<Path> inputs, String graph, Path film) throws CommandException {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        inputs.forEach(input -> arguments.addAll(List.of("-i", input.toString())));
        arguments.addAll(List.of("-filter_complex", PeerGraph.of(graph), "-map", "[" + PeerGraph.OUTPUT + "]", "-map", "0:a",
                "-c:v", encoder, "-g", Integer.toString(GOP_FRAMES)));
        arguments.addAll(encoder.equals("libx264")
                ? List.of("-preset", "ultrafast", "-tune", "zerolatency", "-crf", "26")
                : List.of("-rc_mode", "off", "-b:v", Long.toString(bitRate())));
        arguments.addAll(List.of("-c:a", "flac", "-sample_fmt", "s16", "-f", "mp4", film.toString()));
        return arguments;
    }

    private static long bitRate() {
        return Math
                .round(TrackFilm.RATE.framesPerSecond().toDouble() * TrackFilm.WIDTH_PX * TrackFilm.HEIGHT_PX * BITS_PER_PIXEL);
    }
}
