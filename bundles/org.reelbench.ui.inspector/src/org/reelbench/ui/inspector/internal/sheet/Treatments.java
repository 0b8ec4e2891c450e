package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.SoundTreatment;

/** How clips are laid, seen and heard. */
final class Treatments {

    private static final Kind PLACE_PX = Kind.Numbers.typed(-32_768, 32_768, 1, 1, "px");
    private static final Kind SCALE_PERCENT = Kind.Numbers.typed(0.1, 10_000, 1, 1, "%").withBar(0.1, 200);
    private static final Kind DEGREES = Kind.Numbers.typed(-36_000, 36_000, 1, 1, "°").withBar(-180, 180);
    private static final Kind PART_PERCENT = Kind.Numbers.typed(-1000, 1000, 5, 1, "%").withBar(0, 100);
    private static final Kind CROP_PX = Kind.Numbers.typed(0, 16_384, 1, 0, "px");
    private static final Kind OPACITY_PERCENT = Kind.Numbers.barred(0, 100, 1, 1, "%");
    private static final Kind GAIN_DB = Kind.Numbers.typed(Clip.MIN_GAIN_DB, Clip.MAX_GAIN_DB, 0.5, 1, "dB").withBar(-48, 12);
    private static final Kind PAN = Kind.Numbers.barred(-1, 1, 0.05, 2, "");
    private static final Kind FADE_FRAMES = Kind.Numbers.typed(0, 1_000_000, 1, 0, "frames");
    private static final double PERCENT = 100;
    private static final Kind BLENDS = new Kind.Choices(
            Stream.of(BlendMode.values()).map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList(),
            Stream.of(BlendMode.values()).map(mode -> capital(mode.name())).toList());

    private final List<ClipPlace> clips;
    private final Clip first;
    private final long playheadFrame;

    Treatments(List<ClipPlace> clips, long playheadFrame) {
        this.clips = clips;
        this.first = clips.getFirst().clip();
        this.playheadFrame = playheadFrame;
    }

    List<Section> pictures() {
        List<Property> place = List.of(
                value(Animated.X_PX, "Right of centre", PLACE_PX, 1),
                value(Animated.Y_PX, "Below centre", PLACE_PX, 1),
                value(Animated.SCALE, "Scale", SCALE_PERCENT, PERCENT),
                value(Animated.ROTATION_DEGREES, "Rotation", DEGREES, 1),
                value(Animated.ANCHOR_X, "Anchor from left", PART_PERCENT, PERCENT),
                value(Animated.ANCHOR_Y, "Anchor from top", PART_PERCENT, PERCENT));
        List<Property> crop = List.of(
                value(Animated.CROP_LEFT_PX, "Left", CROP_PX, 1),
                value(Animated.CROP_TOP_PX, "Top", CROP_PX, 1),
                value(Animated.CROP_RIGHT_PX, "Right", CROP_PX, 1),
                value(Animated.CROP_BOTTOM_PX, "Bottom", CROP_PX, 1));
        List<Property> seen = List.of(
                value(Animated.OPACITY, "Opacity", OPACITY_PERCENT, PERCENT),
                Property.of("blend", "Blend", BLENDS, first.picture().blend().name().toLowerCase(Locale.ROOT),
                        wanted -> each(EditCommands.SET_BLEND, "blend", wanted)));
        return List.of(Section.of("Picture", seen), Section.of("Place", place), Section.of("Crop", crop));
    }

    Section sound() {
        SoundTreatment sound = first.sound();
        List<String> channels = new ArrayList<>(List.of("all", "left", "right", "mono"));
        List<String> labels = new ArrayList<>(List.of("As recorded", "Left on both sides", "Right on both sides", "Mono"));
        String now = sound.channels().text();
        if (!channels.contains(now)) {
            channels.add(now);
            labels.add("Channels " + now);
        }
        return Section.of("Sound", List.of(
                value(Animated.GAIN_DB, "Gain", GAIN_DB, 1),
                value(Animated.PAN, "Pan", PAN, 1),
                Property.of("channels", "Channels", new Kind.Choices(channels, labels), now,
                        wanted -> each(EditCommands.SET_CHANNELS, "channels", wanted)),
                Property.of("keepPitch", "Keep pitch", Kind.Plain.FLAG, sound.keepPitch(),
                        wanted -> each(EditCommands.SET_KEEP_PITCH, "keepPitch", wanted))));
    }

    List<Property> fades() {
        return List.of(
                Property.of("fadeIn", "Fade in", FADE_FRAMES, (double) first.fades().inFrames(),
                        wanted -> each(EditCommands.SET_FADES, "fadeInFrames", SequenceSheet.whole(wanted))),
                Property.of("fadeOut", "Fade out", FADE_FRAMES, (double) first.fades().outFrames(),
                        wanted -> each(EditCommands.SET_FADES, "fadeOutFrames", SequenceSheet.whole(wanted))));
    }

    /** A value that can move; people see it so many times as large. */
    private Property value(String name, String label, Kind kind, double factor) {
        Keying keying = keying(clips.getFirst(), name, factor);
        return Property.of(name, label, kind, first.valueAt(name, keying.frame()) * factor,
                wanted -> clips.stream().map(place -> keying(place, name, factor).change((Double) wanted / factor)).toList())
                .with(keying);
    }

    private Keying keying(ClipPlace place, String name, double factor) {
        long frame = playheadFrame - place.startFrame();
        return new Keying(place, AnimatedValue.ofClip(name), place.clip().curves().get(name), frame,
                place.clip().valueAt(name, frame), factor);
    }

    private List<EditCommand> each(String command, String parameter, Object value) {
        return clips.stream().map(place -> ClipSheet.command(command, place).with(parameter, value)).toList();
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
