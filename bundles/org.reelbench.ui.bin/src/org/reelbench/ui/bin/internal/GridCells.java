package org.reelbench.ui.bin.internal;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the cells of a grid lie.
 *
 * @param count how many there are
 * @param columns how many lie beside each other
 */
record GridCells(int count, int columns) {

    static final int CELL_WIDTH_PX = 144;
    static final int PICTURE_HEIGHT_PX = 80;
    static final int CELL_HEIGHT_PX = 116;
    static final int GAP_PX = 8;

    /** Arranges cells in a width. */
    static GridCells of(int count, int widthPx) {
        return new GridCells(count, Math.max(1, (widthPx - GAP_PX) / (CELL_WIDTH_PX + GAP_PX)));
    }

    int heightPx() {
        return GAP_PX + (count + columns - 1) / columns * (CELL_HEIGHT_PX + GAP_PX);
    }

    Rectangle bounds(int index) {
        return new Rectangle(GAP_PX + index % columns * (CELL_WIDTH_PX + GAP_PX),
                GAP_PX + index / columns * (CELL_HEIGHT_PX + GAP_PX), CELL_WIDTH_PX, CELL_HEIGHT_PX);
    }

    /** The first cell that can be seen from a height on. */
    int firstAt(int yPx) {
        return Math.clamp((long) Math.floorDiv(yPx - GAP_PX, CELL_HEIGHT_PX + GAP_PX) * columns, 0, count);
    }

    /** The cell behind the last one that can be seen above a height. */
    int endAt(int yPx) {
        return Math.clamp((Math.floorDiv(yPx - GAP_PX, CELL_HEIGHT_PX + GAP_PX) + 1L) * columns, 0, count);
    }

    /** The cell at a place, or −1. */
    int at(int xPx, int yPx) {
        for (int index = firstAt(yPx); index < endAt(yPx); index++) {
            if (bounds(index).contains(xPx, yPx)) {
                return index;
            }
        }
        return -1;
    }
}
