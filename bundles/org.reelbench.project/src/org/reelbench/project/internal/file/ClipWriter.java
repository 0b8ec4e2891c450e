package org.reelbench.project.internal.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Transform;

/**
 * Writes clips: defaults left out, on one line as long as nothing about them needs more.
 */
final class ClipWriter {

    private final JsonPrinter out;
    private final Members members;

    ClipWriter(JsonPrinter out, Members members) {
        this.out = out;
        this.members = members;
    }

    void write(Clip clip) throws IOException {
        Transform transform = clip.transform();
        SortedMap<String, String> unknownOfCrop = UnknownMembers.at(clip.extras(), UnknownMembers.CROP, Schema.CROP);
        SortedMap<String, String> unknownOfTransform = UnknownMembers.at(clip.extras(), UnknownMembers.TRANSFORM,
                Schema.TRANSFORM);
        boolean hasTransform = !transform.equals(Transform.IDENTITY) || !unknownOfTransform.isEmpty() || !unknownOfCrop.isEmpty();
        out.beginObject(hasTransform || !clip.effects().isEmpty() || !clip.curves().isEmpty());
        out.name("clip").text(clip.id().value());
        members.optional("name", clip.name());
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
        members.optional("opacity", clip.opacity(), 1);
        members.optional("blend", clip.picture().blend(), BlendMode.NORMAL);
        write(clip.sound());
        members.optional("fadeInFrames", clip.fades().inFrames());
        members.optional("fadeOutFrames", clip.fades().outFrames());
        members.optional("link", clip.bonds().link());
        members.optional("group", clip.bonds().group());
        if (hasTransform) {
            write(transform, unknownOfTransform, unknownOfCrop);
        }
        CurveText.write(out, clip.curves());
        if (!clip.effects().isEmpty()) {
            write(clip.effects(), clip.extras());
        }
        members.unknown(UnknownMembers.at(clip.extras(), "", Schema.CLIP));
        out.end();
    }

    private void write(SoundTreatment sound) throws IOException {
        members.optional("gainDb", sound.gainDb(), 0);
        members.optional("pan", sound.pan(), 0);
        if (!sound.channels().equals(ChannelChoice.ALL)) {
            out.name("channels").text(sound.channels().text());
        }
        if (!sound.keepPitch()) {
            out.name("keepPitch").flag(false);
        }
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
        members.optional("xPx", transform.xPx(), 0);
        members.optional("yPx", transform.yPx(), 0);
        members.optional("scale", transform.scale(), 1);
        members.optional("rotationDegrees", transform.rotationDegrees(), 0);
        members.optional("anchorX", transform.anchorX(), Transform.MIDDLE);
        members.optional("anchorY", transform.anchorY(), Transform.MIDDLE);
        Crop crop = transform.crop();
        if (!crop.equals(Crop.NONE) || !unknownOfCrop.isEmpty()) {
            out.name("crop").beginObject(false);
            members.optionalPx("leftPx", crop.leftPx());
            members.optionalPx("topPx", crop.topPx());
            members.optionalPx("rightPx", crop.rightPx());
            members.optionalPx("bottomPx", crop.bottomPx());
            members.unknown(unknownOfCrop);
            out.end();
        }
        members.unknown(unknown);
        out.end();
    }

    private void write(List<AppliedEffect> effects, Extras extras) throws IOException {
        out.name("effects").beginList(true);
        for (int i = 0; i < effects.size(); i++) {
            AppliedEffect effect = effects.get(i);
            out.beginObject(false);
            out.name("effect").text(effect.effect());
            members.optional("version", effect.version());
            if (!effect.parameters().isEmpty()) {
                out.name("parameters").beginObject(false);
                for (Map.Entry<String, Object> parameter : effect.parameters().entrySet()) {
                    out.name(parameter.getKey());
                    writeParameter(parameter.getValue());
                }
                out.end();
            }
            CurveText.write(out, effect.curves());
            if (!effect.enabled()) {
                out.name("enabled").flag(false);
            }
            members.unknown(UnknownMembers.at(extras, UnknownMembers.effect(i), Schema.EFFECT));
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
}
