package org.reelbench.interchange.internal.otio;

import java.util.stream.Collectors;

import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.Transition;

/** An imported timeline as text: everything a test wants to see, and nothing that is as usual. */
final class Dump {

    private final StringBuilder text = new StringBuilder();

    static String of(ImportedTimeline timeline) {
        Dump dump = new Dump();
        dump.line("timeline '" + timeline.name() + "'" + dump.extras(timeline.extras()));
        for (MediaReference media : timeline.media()) {
            dump.line("media " + media.id() + " '" + media.name() + "' " + media.path() + images(media)
                    + dump.extras(media.extras()));
        }
        timeline.sequences().forEach(dump::sequence);
        for (NotCarriedOver loss : timeline.notCarriedOver()) {
            dump.line("! " + (loss.where().isEmpty() ? "" : loss.where() + ": ") + loss.what() + ": " + loss.why());
        }
        return dump.text.toString();
    }

    private static String images(MediaReference media) {
        ImageSequence images = media.imageSequence();
        return images == null ? "" : " images " + images.firstNumber() + "+" + images.count() + " at " + images.frameRate();
    }

    private void sequence(Sequence sequence) {
        line("sequence " + sequence.id() + " '" + sequence.name() + "' " + sequence.rate() + " " + sequence.widthPx() + "x"
                + sequence.heightPx() + " " + sequence.sampleRateHz() + extras(sequence.extras()));
        for (Marker marker : sequence.markers()) {
            line("  marker '" + marker.name() + "' " + marker.frame() + "+" + marker.durationFrames() + " " + marker.color()
                    + (marker.note().isEmpty() ? "" : " \"" + marker.note() + "\"") + extras(marker.extras()));
        }
        for (Track track : sequence.tracks()) {
            line("  " + track.kind() + " " + track.id() + " '" + track.name() + "'" + (track.hidden() ? " hidden" : "")
                    + (track.muted() ? " muted" : "") + extras(track.extras()));
            track.items().forEach(this::item);
        }
    }

    private void item(Item item) {
        switch (item) {
        case Gap gap -> line("    gap " + gap.durationFrames());
        case Transition transition -> line("    " + transition.kind() + " " + transition.inOffsetFrames() + "/"
                + transition.outOffsetFrames() + extras(transition.extras()));
        case Clip clip -> line("    clip '" + clip.name() + "' " + content(clip.content()) + " in " + clip.sourceIn() + " frames "
                + clip.durationFrames() + (clip.speed().equals(Rational.ONE) ? "" : " speed " + clip.speed())
                + (clip.opacity() == 1 ? "" : " opacity " + clip.opacity()) + (clip.gainDb() == 0 ? "" : " gain " + clip.gainDb())
                + (clip.fades().equals(Fades.NONE) ? "" : " fades " + clip.fades().inFrames() + "|" + clip.fades().outFrames())
                + clip.curves().entrySet().stream()
                        .map(curve -> " " + curve.getKey() + " " + curve.getValue().keyframes().stream()
                                .map(key -> key.frame() + ":" + key.value()).toList())
                        .collect(Collectors.joining())
                + (clip.bonds().link() == null ? "" : " link " + clip.bonds().link()) + extras(clip.extras()));
        }
    }

    private static String content(Content content) {
        return switch (content) {
        case MediaStream stream -> stream.media() + "." + stream.streamIndex();
        case Still still -> "still " + still.media();
        case Generator generator -> generator.kind() + " " + generator.parameters().get("color");
        case NestedSequence nested -> "nested " + nested.sequence();
        };
    }

    private String extras(Extras extras) {
        return extras.isEmpty() ? "" : " " + extras.jsonByName();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
