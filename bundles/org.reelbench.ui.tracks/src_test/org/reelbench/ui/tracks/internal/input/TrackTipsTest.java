package org.reelbench.ui.tracks.internal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** What decorators say is read where their marks are. */
class TrackTipsTest {

    private static final int IN_ROW = Metrics.RULER_HEIGHT_PX + 30;

    private static @Nullable String tip(long frameUnderMouse, DecoratedTrack... said) {
        TrackFrame frame = Tracks
                .frame(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 400)), Tracks.video("v2")), new TimeScale(1, 0), 0)
                .withDecorations(Map.of(new Id("v1"), List.of(said)));
        int row = frame.layout().rows().stream().filter(each -> each.track().id().value().equals("v1")).findFirst().orElseThrow()
                .yPx();
        return TrackTips.at(frame, new TrackLoads(System::nanoTime), List.of(), Metrics.HEADER_WIDTH_PX + (int) frameUnderMouse,
                row + IN_ROW - Metrics.RULER_HEIGHT_PX);
    }

    private static Decoration mark(String label) {
        return Decoration.ofTrack(new FrameRange(100, 101), Tone.PROBLEM, label);
    }

    @Test
    void aNoteIsReadNearItsMarkAndNowhereElse() {
        DecoratedTrack said = new DecoratedTrack("Flash frames", List.of(mark("1 frame").withNote("A gap of 1 frame")));
        assertEquals("Flash frames: A gap of 1 frame", tip(100, said));
        assertEquals("Flash frames: A gap of 1 frame", tip(102, said));
        assertNull(tip(110, said));
    }

    @Test
    void withoutANoteTheLabelIsReadAndSeveralStandOneBelowTheOther() {
        assertEquals("Flash frames: 1 frame\nBeats",
                tip(100, new DecoratedTrack("Flash frames", List.of(mark("1 frame"))),
                        new DecoratedTrack("Beats", List.of(mark("")))));
    }
}
