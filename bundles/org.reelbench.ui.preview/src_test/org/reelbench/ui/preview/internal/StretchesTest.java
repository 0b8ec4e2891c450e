package org.reelbench.ui.preview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.PreviewStretch.State;

class StretchesTest {

    private static final int FRAMES = 50;

    private final Stretches stretches = new Stretches();

    /** Segments of 50 frames side by side: r ready, e being encoded, f failed, anything else pending. */
    private static List<Stretches.Piece> pieces(String states) {
        List<Stretches.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < states.length(); i++) {
            long start = (long) i * FRAMES;
            PreviewSegment segment = new PreviewSegment("v-" + i, SegmentKind.PICTURE, start, start + FRAMES, start, FRAMES, 25);
            SegmentState state = switch (states.charAt(i)) {
            case 'r' -> SegmentState.READY;
            case 'e' -> SegmentState.ENCODING;
            case 'f' -> SegmentState.FAILED;
            default -> SegmentState.PENDING;
            };
            pieces.add(new Stretches.Piece(segment,
                    new SegmentStatus(state, 0, "", state == SegmentState.FAILED ? "the clip 'x' is missing" : "")));
        }
        return pieces;
    }

    private static PreviewStretch stretch(int from, int to, State state) {
        return new PreviewStretch(from * FRAMES, to * FRAMES, state, state == State.FAILED ? "the clip 'x' is missing" : "");
    }

    @Test
    void neighboursOfOneStateAreOneStretchAndWhatNobodyMadeIsNone() {
        assertEquals(List.of(stretch(0, 2, State.READY), stretch(2, 3, State.ENCODING), stretch(5, 6, State.FAILED)),
                stretches.update(pieces("rre..f")));
    }

    @Test
    void whatWasReadyIsStaleAfterAnEditAndOnlyThere() {
        stretches.update(pieces("rrrr.."));
        assertEquals(List.of(stretch(0, 1, State.READY), stretch(1, 2, State.STALE), stretch(2, 4, State.READY)),
                stretches.update(pieces("r.rr..")));
    }

    @Test
    void staleStaysSoUntilItIsEncodedAnew() {
        stretches.update(pieces("rrr"));
        stretches.update(pieces("r.r"));
        assertEquals(stretch(1, 2, State.STALE), stretches.update(pieces("r.r")).get(1));
        assertEquals(stretch(1, 2, State.ENCODING), stretches.update(pieces("rer")).get(1));
        assertEquals(List.of(stretch(0, 3, State.READY)), stretches.update(pieces("rrr")));
    }

    @Test
    void anUndoMakesItReadyAtOnce() {
        stretches.update(pieces("rr"));
        stretches.update(pieces("r."));
        assertEquals(List.of(stretch(0, 2, State.READY)), stretches.update(pieces("rr")));
    }
}
