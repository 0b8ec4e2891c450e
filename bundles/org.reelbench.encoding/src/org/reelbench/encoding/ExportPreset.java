package org.reelbench.encoding;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.encoding.internal.preset.BuiltInPresets;
import org.reelbench.encoding.internal.preset.PresetText;

/**
 * What an export makes: a container and how its pictures and sound are encoded.
 * <p>
 * Immutable. Presets are data: those that come with Reelbench and those of the user are read from the same kind of text file, see
 * {@link ExportPresets}.
 *
 * @param name the name on the command line and in commands: small letters, digits and hyphens
 * @param label the name people see
 * @param description what it is for, one sentence; may be empty
 * @param kind what is made
 * @param container the container's name, as muxers know it; empty for pictures, which are files of their own
 * @param extension the usual end of the file's name, without a dot
 * @param containerOptions the container's own options
 * @param video the ways to encode pictures, best first; the first that works on this machine is taken. Empty for sound alone
 * @param audio the ways to encode sound, likewise. Empty for pictures alone
 * @param leastPsnrDb what a picture of the film, compared with the composed one, must at least have in luma to be called the same
 */
public record ExportPreset(String name, String label, String description, Kind kind, String container, String extension,
        SortedMap<String, String> containerOptions, List<VideoChoice> video, List<AudioChoice> audio, double leastPsnrDb) {

    /** The presets that come with Reelbench, the default first. */
    public static final List<ExportPreset> BUILT_IN = BuiltInPresets.load();

    /** H.264 and AAC in MP4, which every browser and player takes. */
    public static final ExportPreset H264 = builtIn("h264");

    /** Nothing is lost: FFV1 and FLAC in Matroska, for handing on to another program. */
    public static final ExportPreset LOSSLESS = builtIn("lossless");

    /** What a preset makes. */
    public enum Kind {
        /** A file with pictures, and with sound where the sequence has some. */
        FILM,
        /** A file with sound alone. */
        SOUND,
        /** One picture: the first frame of the range. */
        STILL,
        /** A numbered picture for each frame. */
        PICTURES
    }

    /**
     * One way to encode pictures.
     *
     * @param encoder the encoder's name, or {@link #COPY}
     * @param hardware whether it needs a device; such a way is taken only after frames were really encoded with it
     * @param bitsPerPixel bits for each pixel of each frame, from which the bit rate follows; 0 leaves it to the options
     * @param passes 1, or 2 to look at the whole film before it is encoded
     * @param options the encoder's own options
     */
    public record VideoChoice(String encoder, boolean hardware, double bitsPerPixel, int passes,
            SortedMap<String, String> options) {

        /** Not an encoder: what the preview encoded is copied, and what it has not is encoded as it would. */
        public static final String COPY = "copy";

        /**
         * Creates the choice with a map of its own.
         *
         * @throws IllegalArgumentException if there are other than one or two passes, or fewer bits than none
         */
        public VideoChoice {
            if (passes < 1 || passes > 2 || !(bitsPerPixel >= 0)) {
                throw new IllegalArgumentException(encoder + ": " + passes + " passes with " + bitsPerPixel + " bits a pixel");
            }
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /**
     * One way to encode sound.
     *
     * @param encoder the encoder's name
     * @param bitRate bits per second, or 0 where the codec has none
     * @param sampleRateHz the only rate the encoder takes, or 0 to take the sequence's
     * @param options the encoder's own options
     */
    public record AudioChoice(String encoder, long bitRate, int sampleRateHz, SortedMap<String, String> options) {

        /** Creates the choice with a map of its own. */
        public AudioChoice {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /**
     * Creates the preset with collections of its own.
     *
     * @throws IllegalArgumentException if there is no way to encode what it makes
     */
    public ExportPreset {
        containerOptions = Collections.unmodifiableSortedMap(new TreeMap<>(containerOptions));
        video = List.copyOf(video);
        audio = List.copyOf(audio);
        if (kind == Kind.SOUND ? audio.isEmpty() || !video.isEmpty() : video.isEmpty()) {
            throw new IllegalArgumentException("preset '" + name + "' of kind " + kind + " has ways to encode " + video.size()
                    + " times pictures and " + audio.size() + " times sound");
        }
    }

    /**
     * Returns one of the presets that come with Reelbench.
     *
     * @param name its name
     * @return the preset
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ExportPreset builtIn(String name) {
        return BUILT_IN.stream().filter(preset -> preset.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no built-in preset '" + name + "'"));
    }

    /**
     * Reads a preset from the text that users write into files; docs/export.md describes it.
     *
     * @param name its name
     * @param text the text
     * @return the preset
     * @throws IllegalArgumentException naming the line and what is wrong there
     */
    public static ExportPreset read(String name, String text) {
        return PresetText.readSure(name, text);
    }

    /**
     * Returns the preset with other ways to encode pictures.
     *
     * @param choices the ways, best first
     * @return the preset, otherwise the same
     */
    public ExportPreset withVideo(List<VideoChoice> choices) {
        return new ExportPreset(name, label, description, kind, container, extension, containerOptions, choices, audio,
                leastPsnrDb);
    }

    /**
     * Tells whether the preset makes picture files instead of a film.
     *
     * @return true for a still and for numbered pictures
     */
    public boolean makesPictures() {
        return kind == Kind.STILL || kind == Kind.PICTURES;
    }
}
