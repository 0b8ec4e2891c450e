package org.reelbench.ui.viewer.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Where the next and the last edit are. V1 has clips to 10, 30 and 60; A1 one from 20 to 45. */
class EditPointsTest {

    private final Sequence sequence = new Sequence(new Id("s"), "s", FrameRate.of(25, 1), 64, 36, 48_000,
            List.of(track("v1", TrackKind.VIDEO, clip("a", 10), clip("b", 20), clip("c", 30)),
                    track("a1", TrackKind.AUDIO, new Gap(20), clip("d", 25))),
            Extras.NONE);

    private static Track track(String id, TrackKind kind, Item... items) {
        return Track.of(new Id(id), id, kind).withItems(TrackItems.of(List.of(items)));
    }

    private static Clip clip(String id, long frames) {
        return Clip.of(new Id(id), id, Generator.color("#808080"), RationalTime.ZERO, frames);
    }

    @Test
    void forwardsAllPlacesComeInOrderAndTheEndIsTheLast() {
        long[] places = { 10, 20, 30, 45, 60, 60 };
        long frame = 0;
        for (long place : places) {
            frame = EditPoints.after(sequence, frame);
            assertEquals(place, frame);
        }
    }

    @Test
    void backwardsTheyComeTheOtherWayRoundDownToTheStart() {
        long[] places = { 45, 30, 20, 10, 0, 0 };
        long frame = 60;
        for (long place : places) {
            frame = EditPoints.before(sequence, frame);
            assertEquals(place, frame);
        }
        assertEquals(30, EditPoints.before(sequence, 31));
        assertEquals(20, EditPoints.before(sequence, 30));
    }
}
