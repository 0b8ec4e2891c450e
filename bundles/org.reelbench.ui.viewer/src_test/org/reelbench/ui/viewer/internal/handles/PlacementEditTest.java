package org.reelbench.ui.viewer.internal.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** What edit a dragged handle makes. */
class PlacementEditTest {

    private final Clip clip = Clip.of(new Id("c1"), "Bar", Generator.color("#808080"), RationalTime.ZERO, 100)
            .withTransform(new Transform(10, 20, 0.5, 30, Crop.NONE));

    private static String text(EditCommand command) {
        return command.name() + " " + command.parameters();
    }

    @Test
    void whatHasNotChangedIsNotSet() {
        PlacementEdit edit = new PlacementEdit(clip, 7);
        assertEquals("setTransform {clip=c1, scale=0.25}",
                text(edit.command(new Transform(10, 20, 0.25, 30, Crop.NONE), 3)));
        assertEquals("setTransform {clip=c1, xPx=11.0, yPx=22.0}",
                text(edit.command(new Transform(11, 22, 0.5, 30, Crop.NONE), 3)));
    }

    @Test
    void whatIsAnimatedGetsAKeyframeInTheSameStep() throws EditRefused {
        TreeMap<String, Curve> curves = new TreeMap<>();
        curves.put(Animated.X_PX,
                new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR), new Keyframe(10, 100, Interpolation.LINEAR))));
        PlacementEdit edit = new PlacementEdit(clip.withCurves(curves), 5);
        assertEquals(50, edit.now().xPx());
        assertEquals(20, edit.now().yPx());
        assertEquals("setKeyframe {clip=c1, frame=5, property=xPx, value=60.0}",
                text(edit.command(new Transform(60, 20, 0.5, 30, Crop.NONE), 3)));
        EditCommand unit = edit.command(new Transform(60, 25, 0.5, 30, Crop.NONE), 3);
        assertEquals(List.of("setKeyframe {clip=c1, frame=5, property=xPx, value=60.0}", "setTransform {clip=c1, yPx=25.0}"),
                EditCommands.steps(unit).stream().map(PlacementEditTest::text).toList());
        assertEquals("Place 'Bar'", unit.parameters().get("name"));
    }

    @Test
    void whereItFitsIsFoundHoweverTheClipIsPlacedNow() {
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        Sequence sequence = new Sequence(new Id("s"), "s", FrameRate.of(25, 1), 640, 360, 48_000, List.of(track), Extras.NONE);
        HandleBox box = FittedSizes.of(clip, track, sequence, media -> {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
        }).orElseThrow();
        assertEquals(new HandleBox(640, 360, 640, 360, Transform.IDENTITY), box);
        assertTrue(box.with(clip.transform()).corners().getFirst().xPx() > 100);
    }
}
