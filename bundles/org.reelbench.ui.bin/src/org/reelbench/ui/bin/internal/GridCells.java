package org.reelbench.ui.bin.internal;

import org.eclipse.swt.SWT;
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

    /** The cell to which a key leads from another, which is −1 if there is none yet; −1 if it is no such key or there are no cells. */
    int led(int from, int key) {
        int to = switch (key) {
        case SWT.HOME -> 0;
        case SWT.END -> count - 1;
        case SWT.ARROW_LEFT -> from - 1;
        case SWT.ARROW_RIGHT -> from + 1;
        case SWT.ARROW_UP -> from - columns < 0 ? from : from - columns;
        case SWT.ARROW_DOWN -> from < 0 ? 0 : from + columns < count ? from + columns : from;
        default -> Integer.MIN_VALUE;
        };
        return count == 0 || to == Integer.MIN_VALUE ? -1 : Math.clamp(to, 0, count - 1);
    }
}
