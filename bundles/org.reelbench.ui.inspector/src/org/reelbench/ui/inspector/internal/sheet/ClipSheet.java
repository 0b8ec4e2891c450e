package org.reelbench.ui.inspector.internal.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/** What the inspector shows of clips: values are those of the first one, edits are of all that have such a value. */
final class ClipSheet {

    private static final Kind PERCENT = Kind.Numbers.typed(-10_000, 10_000, 5, 2, "%").withBar(10, 400);
    private static final int PERCENT_OF_ONE = 100;

    private final LookedAt lookedAt;
    private final List<ClipPlace> pictures;
    private final List<ClipPlace> sounds;

    ClipSheet(LookedAt lookedAt, List<ClipPlace> pictures, List<ClipPlace> sounds) {
        this.lookedAt = lookedAt;
        this.pictures = pictures;
        this.sounds = sounds;
    }

    Sheet sheet() {
        List<ClipPlace> all = Stream.concat(pictures.stream(), sounds.stream()).toList();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(all.size() == 1 ? "Clip" : all.size() + " Clips", general(all)));
        if (all.size() == 1 && all.getFirst().clip().content() instanceof Generator generator) {
            List<Property> properties = GeneratorProperties.of(all.getFirst().clip(), generator);
            if (!properties.isEmpty()) {
                sections.add(Section.of(GeneratorProperties.title(generator), properties));
            }
        }
        if (!pictures.isEmpty()) {
            sections.addAll(new Treatments(pictures, lookedAt.playheadFrame()).pictures());
        }
        if (!sounds.isEmpty()) {
            sections.add(new Treatments(sounds, lookedAt.playheadFrame()).sound());
        }
        sections.add(Section.of("Fades", new Treatments(all, lookedAt.playheadFrame()).fades()));
        addEffects(sections, pictures, Subject.PICTURE, "Picture Effects");
        addEffects(sections, sounds, Subject.SOUND, "Sound Effects");
        String more = all.size() > 1 ? " and " + (all.size() - 1) + " more" : "";
        return new Sheet(all.getFirst().clip().name() + more, sections);
    }

    private void addEffects(List<Section> sections, List<ClipPlace> clips, Subject kind, String title) {
        if (clips.size() == 1) {
            Predicate<EffectDescriptor> fits = effect -> effect.subject() == kind;
            EffectSections effects = new EffectSections(clips.getFirst(), lookedAt.playheadFrame(), lookedAt.effects());
            sections.add(effects.head(title, fits));
            sections.addAll(effects.all());
        }
    }

    private List<Property> general(List<ClipPlace> all) {
        ClipPlace first = all.getFirst();
        Clip clip = first.clip();
        FrameRate rate = lookedAt.sequence().rate();
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("name", "Name", Kind.Plain.LINE, clip.name(), wanted -> all.stream()
                .map(place -> command(EditCommands.RENAME_CLIP, place).with("name", wanted)).toList()));
        properties.add(Property.fixed("source", "Source", source(clip.content())));
        properties.add(Property.fixed("start", "Start", Timecode.of(first.startFrame(), rate).toString()));
        properties.add(Property.fixed("duration", "Duration", Timecode.of(clip.durationFrames(), rate).toString()));
        if (clip.content() instanceof MediaStream || clip.content() instanceof NestedSequence) {
            properties.add(Property.of("speed", "Speed", PERCENT, clip.speed().toDouble() * PERCENT_OF_ONE,
                    wanted -> partners(all).stream().map(
                            place -> command(EditCommands.SET_SPEED, place).with("speed", speed((Double) wanted).toString()))
                            .toList()));
        }
        return properties;
    }

    /** Of clips that are linked one stands for all: the others run with it. */
    private List<ClipPlace> partners(List<ClipPlace> all) {
        Sequence sequence = lookedAt.sequence();
        Set<Id> selected = all.stream().map(place -> place.clip().id()).collect(Collectors.toSet());
        List<Id> covered = new ArrayList<>();
        List<ClipPlace> kept = new ArrayList<>();
        for (ClipPlace place : all) {
            if (!covered.contains(place.clip().id())) {
                kept.add(place);
                Links.linked(sequence, place.clip().id()).stream().filter(selected::contains).forEach(covered::add);
            }
        }
        return kept;
    }

    private static Rational speed(double percent) {
        BigDecimal exact = BigDecimal.valueOf(percent).movePointLeft(2).stripTrailingZeros();
        int scale = Math.max(0, exact.scale());
        return Rational.of(exact.movePointRight(scale).longValueExact(), BigDecimal.TEN.pow(scale).longValueExact());
    }

    private String source(Content content) {
        return switch (content) {
        case MediaStream stream -> medium(stream.media());
        case Still still -> medium(still.media());
        case NestedSequence nested -> lookedAt.project().sequence(nested.sequence()).map(Sequence::name).orElse("a sequence");
        case Generator generator -> GeneratorProperties.title(generator);
        };
    }

    private String medium(Id medium) {
        return lookedAt.project().media(medium).map(MediaReference::name).orElse("a medium that is missing");
    }

    static EditCommand command(String name, ClipPlace place) {
        return EditCommand.of(name, 0).with("clip", place.clip().id().value());
    }
}
