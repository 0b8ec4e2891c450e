package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.BlendMode;

/** A project as short lines: what is as usual is left out. */
final class ProjectDump {

    private ProjectDump() {
    }

    static List<String> lines(Project project) {
        List<String> lines = new ArrayList<>();
        lines.add("project '" + project.name() + "' main " + project.mainSequenceId());
        project.media().forEach(media -> lines.add("media " + media.id() + " '" + media.name() + "' " + media.path() + " "
                + media.fingerprint() + text(media.interpretation()) + text(media.imageSequence())
                + (media.proxy() == ProxyUse.AUTO ? "" : " proxy " + media.proxy())
                + (media.bin().isEmpty() ? "" : " in " + media.bin())));
        project.sequences().forEach(sequence -> add(sequence, lines));
        return lines.stream().map(String::strip).toList();
    }

    private static void add(Sequence sequence, List<String> lines) {
        String id = sequence.id().value();
        FrameRange marked = sequence.inOut();
        lines.add(
                id + " '" + sequence.name() + "' " + sequence.widthPx() + "x" + sequence.heightPx() + " " + sequence.rate() + " "
                        + sequence.sampleRateHz() + (sequence.limiter() ? " limited" : "")
                        + (marked == null ? "" : " " + marked.inFrame() + "-" + marked.outFrame()));
        sequence.markers()
                .forEach(marker -> lines.add(id + " " + marker.id() + " " + marker.frame() + "+" + marker.durationFrames()
                        + " '" + marker.name() + "' " + marker.color() + " " + marker.note()));
        for (Track track : sequence.tracks()) {
            lines.add(id + " " + track.id() + " '" + track.name() + "' " + track.kind() + (track.hidden() ? " hidden" : "")
                    + (track.muted() ? " muted" : "") + (track.solo() ? " solo" : "") + (track.locked() ? " locked" : ""));
            long frame = 0;
            for (Item item : track.items()) {
                lines.add(id + " " + track.id() + " " + frame + " " + text(item));
                frame += item.durationFrames();
            }
        }
    }

    private static String text(Item item) {
        return switch (item) {
        case Gap gap -> "gap " + gap.durationFrames();
        case Transition transition -> transition.id() + " " + transition.inOffsetFrames() + "|" + transition.outOffsetFrames();
        case Clip clip -> text(clip);
        };
    }

    private static String text(Clip clip) {
        StringBuilder text = new StringBuilder(clip.id() + " " + clip.durationFrames() + " '" + clip.name() + "' "
                + text(clip.content()) + " " + clip.sourceIn());
        text.append(clip.speed().toString().equals("1") ? "" : " x" + clip.speed());
        text.append(clip.transform().equals(Transform.IDENTITY) ? "" : " " + text(clip.transform()));
        text.append(clip.opacity() == 1 ? "" : " opacity " + clip.opacity());
        text.append(clip.picture().blend() == BlendMode.NORMAL ? "" : " " + clip.picture().blend());
        text.append(clip.fades().equals(Fades.NONE) ? "" : " fades " + clip.fades().inFrames() + "|" + clip.fades().outFrames());
        text.append(clip.sound().channels().equals(ChannelChoice.ALL) ? "" : " channels " + clip.sound().channels().text());
        text.append(clip.sound().keepPitch() ? "" : " pitch follows");
        text.append(clip.gainDb() == 0 ? "" : " gain " + clip.gainDb());
        text.append(clip.pan() == 0 ? "" : " pan " + clip.pan());
        text.append(text(clip.curves()));
        for (AppliedEffect effect : clip.effects()) {
            text.append(" ").append(effect.effect()).append(effect.version().isEmpty() ? "" : "@" + effect.version())
                    .append(effect.parameters()).append(text(effect.curves()))
                    .append(effect.enabled() ? "" : " off");
        }
        Bonds bonds = clip.bonds();
        text.append(bonds.link() == null ? "" : " " + bonds.link()).append(bonds.group() == null ? "" : " " + bonds.group());
        return text.toString();
    }

    private static String text(Transform transform) {
        Crop crop = transform.crop();
        return "at " + transform.xPx() + "," + transform.yPx() + " scale " + transform.scale() + " turn "
                + transform.rotationDegrees()
                + (transform.anchorX() == 0.5 && transform.anchorY() == 0.5
                        ? ""
                        : " anchor " + transform.anchorX() + "," + transform.anchorY())
                + " crop " + crop.leftPx() + "," + crop.topPx() + "," + crop.rightPx() + "," + crop.bottomPx();
    }

    private static String text(Interpretation as) {
        StringBuilder text = new StringBuilder();
        text.append(as.rotationDegrees() == null ? "" : " turn " + as.rotationDegrees());
        text.append(as.pixelAspect() == null ? "" : " pixel " + as.pixelAspect());
        text.append(as.fieldOrder() == Interpretation.FieldOrder.AUTO ? "" : " " + as.fieldOrder());
        text.append(as.color() == Interpretation.Color.AUTO ? "" : " " + as.color());
        text.append(as.range() == Interpretation.Range.AUTO ? "" : " " + as.range());
        text.append(as.frameRate() == null ? "" : " rate " + as.frameRate());
        return text.toString();
    }

    private static String text(@Nullable ImageSequence images) {
        return images == null ? "" : " images " + images.firstNumber() + "+" + images.count() + " at " + images.frameRate();
    }

    private static String text(Content content) {
        return switch (content) {
        case MediaStream stream -> stream.media() + ":" + stream.streamIndex();
        case Still still -> "still " + still.media();
        case Generator generator -> generator.kind() + generator.parameters();
        case NestedSequence nested -> "nested " + nested.sequence();
        };
    }

    private static String text(SortedMap<String, Curve> curves) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Curve> curve : curves.entrySet()) {
            text.append(" ").append(curve.getKey());
            curve.getValue().keyframes().forEach(keyframe -> text.append(" ").append(keyframe.frame()).append(":")
                    .append(keyframe.value()).append(switch (keyframe.toNext()) {
                    case Interpolation.Linear _ -> "";
                    case Interpolation.Hold _ -> "hold";
                    case Interpolation.Bezier bezier -> "(" + bezier.x1() + "," + bezier.y1() + "," + bezier.x2() + ","
                            + bezier.y2() + ")";
                    }));
        }
        return text.toString();
    }
}
