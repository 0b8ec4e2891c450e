package org.reelbench.project.internal.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.PlainValues;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.PictureTreatment;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.BlendMode;

/**
 * Reads clips: what they show, from where, how, and what of them this version does not know.
 */
final class ClipReader {

    private static final String NEWER = "If a newer Reelbench wrote it, open the project with that; otherwise correct or remove the clip.";

    private final Set<Id> media;
    private final int version;

    ClipReader(List<Id> media, int version) {
        this.media = new HashSet<>(media);
        this.version = version;
    }

    /** Reads a clip; takes over, and empties, the unknown members of the gap before it. */
    Clip read(Fields fields, Id id, FrameRate rate, SortedMap<String, String> unknownOfGap) throws ProjectFormatException {
        SortedMap<String, String> unknown = new TreeMap<>(unknownOfGap);
        unknownOfGap.clear();
        UnknownMembers.collect(fields.object(), Schema.CLIP, unknown, "");
        String name = fields.text("name", "");
        Content content = content(fields);
        RationalTime sourceIn = fields.has("sourceIn")
                ? fields.parsed("sourceIn", "a time such as \"2s\" or \"1001/30000s\"", RationalTime::parse)
                : RationalTime.ZERO;
        long durationFrames = fields.whole("durationFrames", 1, Item.MAX_DURATION_FRAMES);
        Rational speed = fields.has("speed")
                ? fields.parsed("speed", "a number such as \"2\", \"-1/2\" or \"0\"", Rational::parse)
                : Rational.ONE;
        PictureTreatment picture = picture(fields, unknown);
        SoundTreatment sound = sound(fields);
        Fades fades = fades(fields, durationFrames);
        SortedMap<String, Curve> curves = CurveText.read(fields);
        Bonds bonds = Bonds.NONE.withLink(fields.has("link") ? fields.id("link") : null)
                .withGroup(fields.has("group") ? fields.id("group") : null);
        List<AppliedEffect> effects = effects(fields, unknown);
        Extras extras = unknown.isEmpty() ? Extras.NONE : new Extras(unknown);
        Clip clip = fields.build(() -> Clip.of(id, name, content, sourceIn, durationFrames).withSpeed(speed)
                .withPicture(picture).withSound(sound).withFades(fades).withCurves(curves).withEffects(effects).withBonds(bonds)
                .withExtras(extras));
        try {
            clip.sourceTimeAt(durationFrames, rate);
        } catch (ArithmeticException e) {
            throw fields.problem("sourceIn", "the times of this clip are too large or too fine to compute with",
                    "Correct \"sourceIn\", \"speed\" or the sequence's \"rate\".");
        }
        return clip;
    }

    private Content content(Fields fields) throws ProjectFormatException {
        List<String> kinds = List.of("media", "still", "generator", "sequence").stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            throw fields.problem("a clip shows exactly one of \"media\", \"still\", \"generator\" and \"sequence\", the kinds"
                    + " of content this version knows, not " + (kinds.isEmpty() ? "none of them" : String.join(" and ", kinds)),
                    NEWER);
        }
        String kind = kinds.getFirst();
        only(fields, "stream", "media", kind);
        only(fields, "parameters", "generator", kind);
        return switch (kind) {
        case "media" -> {
            Id id = knownMedia(fields, kind);
            int stream = fields.wholeInt("stream", 0);
            yield new MediaStream(id, stream);
        }
        case "still" -> new Still(knownMedia(fields, kind));
        case "sequence" -> new NestedSequence(fields.id(kind));
        default -> generator(fields);
        };
    }

    private static void only(Fields fields, String member, String kind, String actual) throws ProjectFormatException {
        if (fields.has(member) && !kind.equals(actual)) {
            throw fields.problem(member, "\"" + member + "\" goes with \"" + kind + "\" only, not with \"" + actual + "\"",
                    "Remove it.");
        }
    }

    private Id knownMedia(Fields fields, String member) throws ProjectFormatException {
        Id id = fields.id(member);
        if (!media.contains(id)) {
            throw fields.problem(member, "\"" + member + "\" names '" + Places.shown(id.value())
                    + "', which the project's media do not hold", "Add it to \"media\", or remove the clip.");
        }
        return id;
    }

    private static Content generator(Fields fields) throws ProjectFormatException {
        String kind = fields.text("generator");
        SortedMap<String, String> parameters = new TreeMap<>();
        Fields given = fields.inner("parameters");
        if (given != null) {
            for (String name : given.object().members().keySet()) {
                parameters.put(name, given.text(name));
            }
        }
        return fields.build(() -> new Generator(kind, parameters));
    }

    private static PictureTreatment picture(Fields fields, SortedMap<String, String> unknown) throws ProjectFormatException {
        double opacity = fields.number("opacity", 0, 1, 1);
        BlendMode blend = fields.word("blend", BlendMode.class, BlendMode.NORMAL);
        Transform transform = transform(fields, unknown);
        return fields.build(() -> new PictureTreatment(transform, opacity, blend));
    }

    private SoundTreatment sound(Fields fields) throws ProjectFormatException {
        double gainDb = fields.number("gainDb", (int) Clip.MIN_GAIN_DB, (int) Clip.MAX_GAIN_DB, 0);
        double pan = fields.number("pan", -1, 1, 0);
        ChannelChoice channels = fields.has("channels")
                ? fields.parsed("channels", "all, left, right, mono or one or two numbers such as \"3,4\"", ChannelChoice::parse)
                : ChannelChoice.ALL;
        boolean keepPitch = fields.flag("keepPitch", version >= Schema.KEEPS_PITCH);
        return fields.build(() -> new SoundTreatment(gainDb, pan, channels, keepPitch));
    }

    private static Fades fades(Fields fields, long durationFrames) throws ProjectFormatException {
        long inFrames = fields.has("fadeInFrames") ? fields.whole("fadeInFrames", 0, durationFrames) : 0;
        long outFrames = fields.has("fadeOutFrames") ? fields.whole("fadeOutFrames", 0, durationFrames) : 0;
        if (inFrames > durationFrames - outFrames) {
            throw fields.problem("fadeOutFrames",
                    "the clip is " + durationFrames + " frames long: it cannot fade in for " + inFrames
                            + " and out for " + outFrames,
                    "Shorten one of the two.");
        }
        return new Fades(inFrames, outFrames);
    }

    private static Transform transform(Fields clip, SortedMap<String, String> unknown) throws ProjectFormatException {
        Fields fields = clip.inner("transform");
        if (fields == null) {
            return Transform.IDENTITY;
        }
        UnknownMembers.collect(fields.object(), Schema.TRANSFORM, unknown, UnknownMembers.TRANSFORM);
        double xPx = fields.number("xPx", "a number", 0);
        double yPx = fields.number("yPx", "a number", 0);
        double scale = fields.number("scale", "a number above 0", 1);
        if (scale <= 0) {
            throw fields.wrong("scale", "a number above 0");
        }
        double rotationDegrees = fields.number("rotationDegrees", "a number", 0);
        double anchorX = fields.number("anchorX", "a number", Transform.MIDDLE);
        double anchorY = fields.number("anchorY", "a number", Transform.MIDDLE);
        Fields cropped = fields.inner("crop");
        Crop crop = cropped == null ? Crop.NONE : crop(cropped, unknown);
        return fields.build(() -> new Transform(xPx, yPx, scale, rotationDegrees, anchorX, anchorY, crop));
    }

    private static Crop crop(Fields fields, SortedMap<String, String> unknown) throws ProjectFormatException {
        UnknownMembers.collect(fields.object(), Schema.CROP, unknown, UnknownMembers.CROP);
        return new Crop(edge(fields, "leftPx"), edge(fields, "topPx"), edge(fields, "rightPx"), edge(fields, "bottomPx"));
    }

    private static double edge(Fields fields, String name) throws ProjectFormatException {
        return fields.number(name, 0, Crop.MAX_PX, "a number of at least 0", 0);
    }

    private static List<AppliedEffect> effects(Fields clip, SortedMap<String, String> unknown) throws ProjectFormatException {
        List<AppliedEffect> effects = new ArrayList<>();
        if (clip.has("effects")) {
            for (Json value : clip.list("effects")) {
                int number = effects.size() + 1;
                Fields fields = clip.nested(value, clip.where() + " effect " + number);
                UnknownMembers.collect(fields.object(), Schema.EFFECT, unknown, UnknownMembers.effect(effects.size()));
                String effect = fields.text("effect");
                String madeWith = fields.text("version", "");
                SortedMap<String, Object> parameters = parameters(fields);
                SortedMap<String, Curve> curves = CurveText.read(fields);
                boolean enabled = fields.flag("enabled", true);
                effects.add(fields.build(() -> new AppliedEffect(effect, madeWith, parameters, curves, enabled)));
            }
        }
        return effects;
    }

    private static SortedMap<String, Object> parameters(Fields effect) throws ProjectFormatException {
        SortedMap<String, Object> parameters = new TreeMap<>();
        Fields given = effect.inner("parameters");
        if (given != null) {
            for (Map.Entry<String, Json> entry : given.object().members().entrySet()) {
                Object value = PlainValues.of(entry.getValue());
                if (!(value instanceof String || value instanceof Boolean || value instanceof Number)) {
                    throw given.wrong(entry.getKey(), "a text, a number, true or false");
                }
                parameters.put(entry.getKey(), value);
            }
        }
        return parameters;
    }
}
