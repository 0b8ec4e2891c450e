package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** Where the cells of the grid lie, and which are seen. */
class GridCellsTest {

    @Test
    void asManyLieBesideEachOtherAsThereIsRoomFor() {
        assertEquals(2, GridCells.of(9, 320).columns());
        assertEquals(1, GridCells.of(9, 100).columns());
        assertEquals(1, GridCells.of(9, 0).columns());
        assertEquals(8 + 5 * 124, GridCells.of(9, 320).heightPx());
        assertEquals(8, GridCells.of(0, 320).heightPx());
    }

    @Test
    void everyCellIsFoundWhereItLies() {
        GridCells cells = GridCells.of(9, 500);
        for (int index = 0; index < 9; index++) {
            Rectangle bounds = cells.bounds(index);
            assertEquals(index, cells.at(bounds.x, bounds.y));
            assertEquals(index, cells.at(bounds.x + bounds.width - 1, bounds.y + bounds.height - 1));
        }
        assertEquals(-1, cells.at(2, 2), "in the gap");
        assertEquals(-1, cells.at(20, 2000), "below all");
    }

    @Test
    void onlyVisibleCellsArePainted() {
        GridCells cells = GridCells.of(100_000, 500);
        int top = cells.heightPx() / 2;
        int first = cells.firstAt(top);
        int end = cells.endAt(top + 400);
        assertEquals(true, end - first <= 5 * cells.columns(), first + " to " + end);
        assertEquals(true, cells.bounds(first).y + GridCells.CELL_HEIGHT_PX + GridCells.GAP_PX > top);
        assertEquals(true, cells.bounds(end).y >= top + 400 - GridCells.GAP_PX);
    }

    @Test
    void keysLeadFromCellToCellAndStayWithinThem() {
        GridCells cells = new GridCells(8, 3);
        assertEquals(0, cells.led(-1, SWT.ARROW_RIGHT), "the first one, from none");
        assertEquals(0, cells.led(-1, SWT.ARROW_DOWN));
        assertEquals(5, cells.led(4, SWT.ARROW_RIGHT));
        assertEquals(0, cells.led(0, SWT.ARROW_LEFT));
        assertEquals(7, cells.led(4, SWT.ARROW_DOWN));
        assertEquals(5, cells.led(5, SWT.ARROW_DOWN), "there is none below");
        assertEquals(1, cells.led(4, SWT.ARROW_UP));
        assertEquals(1, cells.led(1, SWT.ARROW_UP));
        assertEquals(7, cells.led(2, SWT.END));
        assertEquals(0, cells.led(5, SWT.HOME));
        assertEquals(-1, cells.led(3, 'x'));
        assertEquals(-1, new GridCells(0, 3).led(-1, SWT.END));
    }
}
