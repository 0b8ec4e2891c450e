package org.reelbench.project.internal.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import org.reelbench.project.Project;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/**
 * Writes a project as text that people read and version control compares: members in one order, defaults left out, a clip or a
 * medium on one line as long as nothing about it needs more.
 */
final class ProjectWriter {

    private final JsonPrinter out;
    private final MediaPaths paths;

    ProjectWriter(Appendable out, MediaPaths paths) {
        this(new JsonPrinter(out), paths);
    }

    ProjectWriter(JsonPrinter out, MediaPaths paths) {
        this.out = out;
        this.paths = paths;
    }

    void write(Project project) throws IOException {
        out.beginObject(true);
        out.name(Schema.VERSION_MEMBER).whole(Schema.VERSION);
        out.name("name").text(project.name());
        out.name("mainSequence").text(project.mainSequenceId().value());
        out.name("media").beginList(true);
        for (MediaReference media : project.media()) {
            write(media);
        }
        out.end();
        out.name("sequences").beginList(true);
        for (Sequence sequence : project.sequences()) {
            write(sequence);
        }
        out.end();
        unknown(UnknownMembers.plain(project.extras(), Schema.PROJECT));
        out.end();
    }

    void write(MediaReference media) throws IOException {
        out.beginObject(false);
        out.name("id").text(media.id().value());
        optional("name", media.name());
        out.name("path").text(paths.toFile(media.path()));
        optional("fingerprint", media.fingerprint());
        unknown(UnknownMembers.plain(media.extras(), Schema.MEDIA));
        out.end();
    }

    void write(Sequence sequence) throws IOException {
        out.beginObject(true);
        out.name("id").text(sequence.id().value());
        optional("name", sequence.name());
        out.name("rate").text(sequence.rate().toString());
        out.name("widthPx").whole(sequence.widthPx());
        out.name("heightPx").whole(sequence.heightPx());
        out.name("sampleRateHz").whole(sequence.sampleRateHz());
        out.name("tracks").beginList(true);
        for (Track track : sequence.tracks()) {
            write(track);
        }
        out.end();
        unknown(UnknownMembers.plain(sequence.extras(), Schema.SEQUENCE));
        out.end();
    }

    void write(Track track) throws IOException {
        out.beginObject(true);
        out.name("id").text(track.id().value());
        optional("name", track.name());
        out.name("kind").text(track.kind().name().toLowerCase(Locale.ROOT));
        optional("hidden", track.hidden());
        optional("muted", track.muted());
        out.name("items").beginList(true);
        TrackItems items = track.items();
        int index = 0;
        for (Item item : items) {
            index++;
            write(item, item instanceof Gap && index < items.size() ? unknownOf(items.get(index)) : Extras.NONE);
        }
        out.end();
        unknown(UnknownMembers.plain(track.extras(), Schema.TRACK));
        out.end();
    }

    void write(Item item, Extras extrasOfNextClip) throws IOException {
        switch (item) {
        case Clip clip -> write(clip);
        case Gap gap -> write(gap, extrasOfNextClip);
        case Transition transition -> write(transition);
        }
    }

    /** A gap has no extras: the clip after it keeps them. */
    private static Extras unknownOf(Item afterGap) {
        return afterGap instanceof Clip clip ? clip.extras() : Extras.NONE;
    }

    private void write(Gap gap, Extras extrasOfNextClip) throws IOException {
        out.beginObject(false);
        out.name("gapFrames").whole(gap.durationFrames());
        unknown(UnknownMembers.at(extrasOfNextClip, UnknownMembers.GAP, Schema.GAP));
        out.end();
    }

    private void write(Transition transition) throws IOException {
        out.beginObject(false);
        out.name("transition").text(transition.id().value());
        out.name("kind").text(transition.kind());
        out.name("inOffsetFrames").whole(transition.inOffsetFrames());
        out.name("outOffsetFrames").whole(transition.outOffsetFrames());
        unknown(UnknownMembers.plain(transition.extras(), Schema.TRANSITION));
        out.end();
    }

    private void write(Clip clip) throws IOException {
        Transform transform = clip.transform();
        SortedMap<String, String> unknownOfCrop = UnknownMembers.at(clip.extras(), UnknownMembers.CROP, Schema.CROP);
        SortedMap<String, String> unknownOfTransform = UnknownMembers.at(clip.extras(), UnknownMembers.TRANSFORM,
                Schema.TRANSFORM);
        boolean hasTransform = !transform.equals(Transform.IDENTITY) || !unknownOfTransform.isEmpty() || !unknownOfCrop.isEmpty();
        out.beginObject(hasTransform || !clip.effects().isEmpty());
        out.name("clip").text(clip.id().value());
        optional("name", clip.name());
        switch (clip.content()) {
        case MediaStream stream -> {
            out.name("media").text(stream.media().value());
            out.name("stream").whole(stream.streamIndex());
        }
        case Still still -> out.name("still").text(still.media().value());
        case Generator generator -> write(generator);
        case NestedSequence nested -> out.name("sequence").text(nested.sequence().value());
        }
        if (clip.sourceIn().signum() != 0) {
            out.name("sourceIn").text(clip.sourceIn().toString());
        }
        out.name("durationFrames").whole(clip.durationFrames());
        if (!clip.speed().equals(Rational.ONE)) {
            out.name("speed").text(clip.speed().toString());
        }
        optional("opacity", clip.opacity(), 1);
        optional("gainDb", clip.gainDb(), 0);
        if (hasTransform) {
            write(transform, unknownOfTransform, unknownOfCrop);
        }
        if (!clip.effects().isEmpty()) {
            write(clip.effects(), clip.extras());
        }
        unknown(UnknownMembers.at(clip.extras(), "", Schema.CLIP));
        out.end();
    }

    private void write(Generator generator) throws IOException {
        out.name("generator").text(generator.kind());
        if (!generator.parameters().isEmpty()) {
            out.name("parameters").beginObject(false);
            for (Map.Entry<String, String> parameter : generator.parameters().entrySet()) {
                out.name(parameter.getKey()).text(parameter.getValue());
            }
            out.end();
        }
    }

    private void write(Transform transform, SortedMap<String, String> unknown, SortedMap<String, String> unknownOfCrop)
            throws IOException {
        out.name("transform").beginObject(false);
        optional("xPx", transform.xPx(), 0);
        optional("yPx", transform.yPx(), 0);
        optional("scale", transform.scale(), 1);
        optional("rotationDegrees", transform.rotationDegrees(), 0);
        Crop crop = transform.crop();
        if (!crop.equals(Crop.NONE) || !unknownOfCrop.isEmpty()) {
            out.name("crop").beginObject(false);
            optional("leftPx", crop.leftPx());
            optional("topPx", crop.topPx());
            optional("rightPx", crop.rightPx());
            optional("bottomPx", crop.bottomPx());
            unknown(unknownOfCrop);
            out.end();
        }
        unknown(unknown);
        out.end();
    }

    private void write(List<AppliedEffect> effects, Extras extras) throws IOException {
        out.name("effects").beginList(true);
        for (int i = 0; i < effects.size(); i++) {
            AppliedEffect effect = effects.get(i);
            out.beginObject(false);
            out.name("effect").text(effect.effect());
            if (!effect.parameters().isEmpty()) {
                out.name("parameters").beginObject(false);
                for (Map.Entry<String, Object> parameter : effect.parameters().entrySet()) {
                    out.name(parameter.getKey());
                    writeParameter(parameter.getValue());
                }
                out.end();
            }
            unknown(UnknownMembers.at(extras, UnknownMembers.effect(i), Schema.EFFECT));
            out.end();
        }
        out.end();
    }

    private void writeParameter(Object value) throws IOException {
        switch (value) {
        case Double number -> out.number(number);
        case Long whole -> out.whole(whole);
        case Boolean flag -> out.flag(flag);
        case String text -> out.text(text);
        default -> throw new IllegalArgumentException("an effect has a parameter of the type " + value.getClass().getName());
        }
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.name(name).text(value);
        }
    }

    private void optional(String name, boolean value) throws IOException {
        if (value) {
            out.name(name).flag(true);
        }
    }

    private void optional(String name, int value) throws IOException {
        if (value != 0) {
            out.name(name).whole(value);
        }
    }

    private void optional(String name, double value, double byDefault) throws IOException {
        if (value != byDefault) {
            out.name(name).number(value);
        }
    }

    private void unknown(SortedMap<String, String> members) throws IOException {
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.name(member.getKey()).json(member.getValue());
        }
    }
}
