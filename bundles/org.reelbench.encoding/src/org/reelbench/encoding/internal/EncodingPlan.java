package org.reelbench.encoding.internal;

import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportPreset;
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
 * A preset brought down to one sequence and to the encoders installed.
 *
 * @param video how pictures are encoded
 * @param audio how sound is encoded, or null where the sequence has no audio track
 */
record EncodingPlan(VideoEncoding video, @Nullable AudioEncoding audio) {

    /** A sync sample at least this often, so that players seek quickly. */
    private static final int GOP_SECONDS = 2;

    static EncodingPlan of(ExportRequest request, Encoders encoders) throws ExportException {
        ExportPreset preset = request.preset();
        Sequence sequence = request.sequence();
        VideoChoice choice = preset.video().stream().filter(v -> encoders.names().contains(v.encoder())).findFirst()
                .orElseThrow(() -> new ExportException(ExportException.Reason.ENCODER,
                        "preset '" + preset.name() + "' needs one of "
                                + preset.video().stream().map(VideoChoice::encoder).toList()
                                + ", none is installed; choose another preset",
                        null));
        Rational framesPerSecond = sequence.rate().framesPerSecond();
        double pixelsPerSecond = (double) sequence.widthPx() * sequence.heightPx() * framesPerSecond.toDouble();
        VideoEncoding video = new VideoEncoding(choice.encoder(), sequence.widthPx(), sequence.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, framesPerSecond.inverted(), framesPerSecond,
                (int) framesPerSecond.times(GOP_SECONDS).ceil(), Math.round(pixelsPerSecond * choice.bitsPerPixel()), 0,
                new TreeMap<>(choice.options()));
        boolean sounds = sequence.tracks().stream().anyMatch(track -> track.kind() == TrackKind.AUDIO);
        return new EncodingPlan(video,
                sounds
                        ? new AudioEncoding(preset.audioEncoder(), sequence.sampleRateHz(), AudioRenderer.CHANNELS,
                                preset.audioBitRate(), new TreeMap<>())
                        : null);
    }
}
