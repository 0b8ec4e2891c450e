package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.PictureTreatment;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.BlendMode;

/**
 * A project file of every version ever written opens as what it meant.
 */
class SchemaFixturesTest {

    private final Path folder;

    SchemaFixturesTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        assertEquals(Schema.VERSION, SchemaTexts.ALL.size(), "every version has a file of its own");
        for (int version = 1; version <= Schema.VERSION; version++) {
            Files.writeString(folder.resolve("schema-" + version + ".reel"), SchemaTexts.ALL.get(version - 1));
        }
    }

    @Test
    void version1Opens() throws Exception {
        assertEquals(withoutPitchKept(ProjectTextDumpTest.project(folder)), ProjectFile.load(folder.resolve("schema-1.reel")));
    }

    @Test
    void version2OpensAndIsWrittenAgainAsTheSame() throws Exception {
        Path file = folder.resolve("schema-2.reel");
        Project project = withoutPitchKept(everything());
        assertEquals(project, ProjectFile.load(file));
        Path copy = folder.resolve("copy.reel");
        ProjectFile.save(project, copy);
        assertEquals(Files.readString(file).replace("\"reelbench\": 2", "\"reelbench\": 3"),
                Files.readString(copy).replaceAll(",\\s*\"keepPitch\": false", ""));
        assertEquals(project, ProjectFile.load(copy));
    }

    @Test
    void version3OpensAndIsWrittenAsItWas() throws Exception {
        Path file = folder.resolve("schema-3.reel");
        Project project = treated();
        assertEquals(project, ProjectFile.load(file));
        Path copy = folder.resolve("copy.reel");
        ProjectFile.save(project, copy);
        assertEquals(Files.readString(file), Files.readString(copy));
    }

    /** Clips sounded higher when they ran faster before there was a choice, and go on doing so. */
    private static Project withoutPitchKept(Project project) {
        Project changed = project;
        for (Sequence sequence : project.sequences()) {
            changed = changed.withSequence(sequence.withTracks(sequence.tracks().stream().map(track -> track.withItems(
                    TrackItems.of(track.items().toList().stream().map(item -> item instanceof Clip clip
                            ? clip.withSound(clip.sound().withKeepPitch(false))
                            : item).toList())))
                    .toList()));
        }
        return changed;
    }

    /** What version 3 added, each once. */
    private Project treated() {
        Interpretation interpretation = new Interpretation(90, Rational.of(16, 15), Interpretation.FieldOrder.TOP_FIRST,
                Interpretation.Color.HLG, Interpretation.Range.FULL, FrameRate.of(24, 1));
        List<MediaReference> media = List.of(
                new MediaReference(new Id("m1"), "beach.mp4", folder.resolve("beach.mp4").toString(), "", Extras.NONE)
                        .withInterpretation(interpretation),
                new MediaReference(new Id("m2"), "", folder.resolve("shots/take_%04d.png").toString(), "", Extras.NONE)
                        .withImageSequence(new ImageSequence(1001, 240, FrameRate.of(24_000, 1001)))
                        .withProxy(ProxyUse.NEVER));
        Curve anchor = new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR), new Keyframe(24, 1, Interpolation.LINEAR)));
        Curve edge = new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR), new Keyframe(24, 7.5, Interpolation.LINEAR)));
        Clip picture = Clip.of(new Id("c1"), "Beach", new MediaStream(new Id("m1"), 0), RationalTime.ZERO, 48)
                .withPicture(
                        new PictureTreatment(new Transform(0, 0, 1, 0, 0, 0.25, new Crop(8, 0.5, 0, 0)), 1, BlendMode.MULTIPLY))
                .withFades(new Fades(12, 24))
                .withCurves(new TreeMap<>(Map.of(Animated.ANCHOR_X, anchor, Animated.CROP_LEFT_PX, edge)))
                .withEffects(List.of(new AppliedEffect("blur", new TreeMap<>(Map.of("radiusPx", 2.0))).withVersion("1.2")));
        Clip images = Clip.of(new Id("c2"), "", new MediaStream(new Id("m2"), 0), RationalTime.ZERO, 24);
        Clip title = Clip.of(new Id("c5"), "", Generator.title("The end"), RationalTime.ZERO, 24);
        Clip faster = Clip.of(new Id("c3"), "Waves", new MediaStream(new Id("m1"), 1), RationalTime.ZERO, 48)
                .withSpeed(Rational.of(2))
                .withSound(new SoundTreatment(0, 0, new ChannelChoice.Numbered(List.of(3, 4)), false));
        Clip pitched = Clip.of(new Id("c4"), "", new MediaStream(new Id("m1"), 1), RationalTime.ZERO, 48)
                .withSpeed(Rational.of(2))
                .withSound(SoundTreatment.AS_RECORDED.withChannels(ChannelChoice.Mix.MONO));
        Track video = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(picture, images, title)));
        Track audio = Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withItems(TrackItems.of(List.of(faster, pitched)));
        return Project.of("Treated", new Sequence(new Id("s1"), "Main", FrameRate.of(24, 1), 1280, 720, 48_000,
                List.of(audio, video), Extras.NONE).withLimiter(true)).withMedia(media);
    }

    /** What version 2 added, each once. */
    private Project everything() {
        List<MediaReference> media = List.of(
                new MediaReference(new Id("m1"), "beach.mp4", folder.resolve("beach.mp4").toString(), "", Extras.NONE));
        Curve fade = new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR), new Keyframe(12, 1, Interpolation.HOLD),
                new Keyframe(40, 0.5, new Interpolation.Bezier(0.4, 0, 0.6, 1)), new Keyframe(48, 0, Interpolation.LINEAR)));
        Bonds bonds = new Bonds(new Id("l1"), new Id("g1"));
        Clip picture = Clip.of(new Id("c1"), "Beach", new MediaStream(new Id("m1"), 0), RationalTime.ZERO, 48)
                .withSpeed(Rational.of(-1, 2)).withBonds(bonds).withCurves(new TreeMap<>(Map.of(Animated.OPACITY, fade)))
                .withEffects(List.of(new AppliedEffect("blur", "", new TreeMap<>(Map.of("radiusPx", 2.0)),
                        new TreeMap<>(Map.of("radiusPx", fade)), false)));
        Clip frozen = Clip.of(new Id("c2"), "", new MediaStream(new Id("m1"), 0), RationalTime.ofSeconds(1), 24)
                .withSpeed(Rational.ZERO);
        Clip sound = Clip.of(new Id("c3"), "Waves", new MediaStream(new Id("m1"), 1), RationalTime.ZERO, 48).withPan(-0.5)
                .withBonds(bonds);
        Clip nested = Clip.of(new Id("c4"), "Titles", new NestedSequence(new Id("s2")), RationalTime.ZERO, 24);
        Track video = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withLocked(true)
                .withItems(TrackItems.of(List.of(picture, frozen, nested)));
        Track audio = Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withSolo(true).withItems(TrackItems.of(List.of(sound)));
        Sequence main = new Sequence(new Id("s1"), "Main", FrameRate.of(24, 1), 1280, 720, 48_000, false, List.of(audio, video),
                List.of(Marker.of(new Id("k1"), "Start", 0),
                        new Marker(new Id("k2"), "", 30, 6, "#ff8000", "too dark?", Extras.NONE)),
                new FrameRange(12, 72), Extras.NONE);
        Clip title = Clip.of(new Id("c5"), "", Generator.color("#202020"), RationalTime.ZERO, 24);
        Sequence titles = new Sequence(new Id("s2"), "Titles", FrameRate.of(24, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(title)))), Extras.NONE);
        return Project.of("Everything", main).withSequence(titles).withMedia(media);
    }
}
