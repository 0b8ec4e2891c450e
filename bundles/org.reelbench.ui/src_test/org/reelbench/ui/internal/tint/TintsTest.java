package org.reelbench.ui.internal.tint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Icons of light windows differ from those of dark ones in their strokes only. */
class TintsTest {

    @Test
    void strokesAndWhatIsInHandAreDarkOnLight() {
        assertEquals("<g stroke=\"#3d444e\"><path fill=\"#935700\"/></g>",
                Tints.light("<g stroke=\"#c9ced6\"><path fill=\"#F2A53A\"/></g>"));
    }

    @Test
    void coloursOfThingsThatAreShownStay() {
        assertEquals("<path fill=\"#123456\"/>", Tints.light("<path fill=\"#123456\"/>"));
    }
}
