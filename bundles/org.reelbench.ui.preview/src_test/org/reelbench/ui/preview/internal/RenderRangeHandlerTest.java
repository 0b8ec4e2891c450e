package org.reelbench.ui.preview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

class RenderRangeHandlerTest {

    private static Sequence sequence() {
        Clip clip = Clip.of(new Id("c"), "c", Generator.color("#336699"), RationalTime.ZERO, 120);
        Track track = Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        return new Sequence(new Id("s"), "S", FrameRate.of(25, 1), 320, 180, 48_000, List.of(track), Extras.NONE);
    }

    @Test
    void theRangeIsFromInToOutAndTheWholeSequenceWithoutThem() {
        assertEquals(new FrameRange(0, 120), RenderRangeHandler.range(sequence()));
        assertEquals(new FrameRange(20, 60), RenderRangeHandler.range(sequence().withInOut(new FrameRange(20, 60))));
    }
}
