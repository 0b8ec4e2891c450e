package org.reelbench.encoding.internal;

import java.util.List;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.AudioChoice;
import org.reelbench.encoding.ExportPreset.Kind;
import org.reelbench.encoding.ExportPreset.VideoChoice;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.AudioRenderer;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/**
 * A preset brought down to one sequence and to the encoders that work here.
 *
 * @param video how pictures are encoded, or null for sound alone
 * @param passes how often the film is looked at: 1 or 2
 * @param audio how sound is encoded, or null where there is none
 * @param notes why better ways were not taken, a sentence each
 */
record EncodingPlan(@Nullable VideoEncoding video, int passes, @Nullable AudioEncoding audio, List<String> notes) {

    /** A sync sample at least this often, so that players seek quickly. */
    private static final int GOP_SECONDS = 2;

    static EncodingPlan of(ExportRequest request, Encoders encoders, Trials trials) throws ExportException {
        Sequence sequence = request.sequence();
        ExportPreset preset = request.preset();
        VideoChoices choices = new VideoChoices(encoders, trials);
        VideoChoice choice = null;
        VideoEncoding video = null;
        if (preset.kind() != Kind.SOUND) {
            choice = choices.best(preset, sequence);
            video = video(choice, sequence);
        }
        boolean sounds = !preset.makesPictures()
                && sequence.tracks().stream().anyMatch(track -> track.kind() == TrackKind.AUDIO);
        if (preset.kind() == Kind.SOUND && !sounds) {
            throw new ExportException(ExportException.Reason.SOURCE,
                    "the sequence '" + sequence.name() + "' has no audio track, so there is no sound to export", null);
        }
        AudioEncoding audio = sounds && !preset.audio().isEmpty() ? audio(preset, sequence, encoders.names()) : null;
        return new EncodingPlan(video, choice == null ? 1 : choice.passes(), audio, choices.notes());
    }

    /** Whether pictures are copied from the preview; how those are encoded is known once it was looked at. */
    boolean copies() {
        return video != null && video.encoder().equals(VideoChoice.COPY);
    }

    /** The plan with pictures that are encoded already. */
    EncodingPlan copying(PreviewCopy copy) {
        return new EncodingPlan(copy.encoding(), passes, audio, notes);
    }

    /** Brings one way to encode pictures down to a sequence. */
    static VideoEncoding video(VideoChoice choice, Sequence sequence) {
        Rational framesPerSecond = sequence.rate().framesPerSecond();
        double pixelsPerSecond = (double) sequence.widthPx() * sequence.heightPx() * framesPerSecond.toDouble();
        return new VideoEncoding(choice.encoder(), sequence.widthPx(), sequence.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, framesPerSecond.inverted(), framesPerSecond,
                (int) framesPerSecond.times(GOP_SECONDS).ceil(), Math.round(pixelsPerSecond * choice.bitsPerPixel()), 0,
                new TreeMap<>(choice.options()));
    }

    private static AudioEncoding audio(ExportPreset preset, Sequence sequence, List<String> installed) throws ExportException {
        AudioChoice choice = preset.audio().stream().filter(a -> installed.contains(a.encoder())).findFirst()
                .orElseThrow(() -> new ExportException(ExportException.Reason.ENCODER,
                        "preset '" + preset.name() + "' needs one of "
                                + preset.audio().stream().map(AudioChoice::encoder).toList()
                                + " for sound, none is installed; choose another preset",
                        null));
        int rate = choice.sampleRateHz() == 0 ? sequence.sampleRateHz() : choice.sampleRateHz();
        return new AudioEncoding(choice.encoder(), rate, AudioRenderer.CHANNELS, choice.bitRate(),
                new TreeMap<>(choice.options()));
    }
}
