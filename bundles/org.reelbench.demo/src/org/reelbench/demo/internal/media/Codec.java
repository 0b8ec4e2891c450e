package org.reelbench.demo.internal.media;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.MediaException;

/** How media of the demo are coded: which encoders would do, and how they are set to be quick. */
public enum Codec {

    /** What most cameras write. */
    H264("H.264", List.of(new Choice("libopenh264", 0.15, Map.of()),
            new Choice("libx264", 0.15, Map.of("preset", "ultrafast")))),
    /** What screen recordings on the web are. */
    VP9("VP9", List.of(new Choice("libvpx-vp9", 0.10, Map.of("deadline", "realtime", "cpu-used", "8")))),
    /** The sound beside H.264. */
    AAC("AAC", List.of(new Choice("aac", 128_000, Map.of()))),
    /** The sound beside VP9. */
    OPUS("Opus", List.of(new Choice("libopus", 128_000, Map.of()))),
    /** Music without loss. */
    FLAC("FLAC", List.of(new Choice("flac", 0, Map.of())));

    private final String label;
    private final List<Choice> choices;

    Codec(String label, List<Choice> choices) {
        this.label = label;
        this.choices = choices;
    }

    /**
     * One encoder of a codec.
     *
     * @param encoder its name
     * @param bits bits for each pixel of pictures, bits a second of sound; 0 where the codec has no rate
     * @param options its own options
     */
    public record Choice(String encoder, double bits, SortedMap<String, String> options) {

        Choice(String encoder, double bits, Map<String, String> options) {
            this(encoder, bits, new TreeMap<>(options));
        }
    }

    /**
     * Returns the name people know.
     *
     * @return the name
     */
    public String label() {
        return label;
    }

    /** Returns all that decides what is written, for the stamp of a file. */
    @Override
    public String toString() {
        return label + choices;
    }

    /**
     * Chooses an encoder.
     *
     * @param installed the encoders that are installed
     * @return the first that would do
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if none is installed
     */
    public Choice choose(List<String> installed) throws MediaException {
        return choices.stream().filter(choice -> installed.contains(choice.encoder)).findFirst()
                .orElseThrow(() -> new MediaException(MediaException.Reason.NO_ENCODER, "",
                        "the demo needs an encoder for " + label + ", one of "
                                + choices.stream().map(Choice::encoder).toList() + "; 'reelbench doctor' lists those installed"));
    }
}
