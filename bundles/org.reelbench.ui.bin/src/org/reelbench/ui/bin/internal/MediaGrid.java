package org.reelbench.ui.bin.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.reelbench.sketches.Sketches;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Icons;
import org.reelbench.ui.OwnKeys;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;

/** Media as pictures; what the mouse passes over is scrubbed through. Paints what is visible only. */
final class MediaGrid implements MediaPane {

    private static final int DEPTH = 24;
    private static final PaletteData BGR = new PaletteData(0xff, 0xff00, 0xff0000);
    private static final int TEXT_PX = 4;

    private final Canvas canvas;
    private final KnownMedia known;
    private final Consumer<MediaReference> needed;
    private final Posters posters;
    private final AtomicBoolean redraws = new AtomicBoolean();
    private final Set<Id> selected = new LinkedHashSet<>();
    private List<MediaReference> shown = List.of();
    private GridCells cells = GridCells.of(0, 1);
    private @Nullable Id walked;
    private @Nullable Id hovered;
    private double hoveredPart;

    /**
     * Creates the grid.
     *
     * @param needed hears of a medium that comes into sight
     * @param chosen runs on a double click and on Enter
     */
    MediaGrid(Composite parent, KnownMedia known, Consumer<MediaReference> needed, Supplier<Optional<Sketches>> sketches,
            Posters.Catalog catalog, Runnable chosen) {
        this.known = known;
        this.needed = needed;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        canvas.setBackground(Theme.PANEL);
        posters = new Posters(sketches, catalog, this::redrawSoon);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, _ -> arrange());
        canvas.addListener(SWT.MouseDown, this::click);
        canvas.addListener(SWT.KeyDown, event -> key(event, chosen));
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        OwnKeys.useArrows(canvas);
        canvas.addListener(SWT.MouseDoubleClick, _ -> chosen.run());
        canvas.addListener(SWT.MouseMove, this::hover);
        canvas.addListener(SWT.MouseExit, _ -> {
            hovered = null;
            canvas.redraw();
        });
        canvas.getVerticalBar().addListener(SWT.Selection, _ -> canvas.redraw());
        canvas.addListener(SWT.Dispose, _ -> posters.close());
        MediaDrag.from(canvas, this::selection);
    }

    private void redrawSoon() {
        if (redraws.compareAndSet(false, true)) {
            UiThread.later(() -> {
                redraws.set(false);
                if (!canvas.isDisposed()) {
                    canvas.redraw();
                }
            });
        }
    }

    private void arrange() {
        Rectangle area = canvas.getClientArea();
        cells = GridCells.of(shown.size(), area.width);
        ScrollBar bar = canvas.getVerticalBar();
        bar.setValues(bar.getSelection(), 0, Math.max(1, cells.heightPx()), Math.max(1, area.height), GridCells.CELL_HEIGHT_PX,
                Math.max(1, area.height));
        bar.setVisible(cells.heightPx() > area.height);
        canvas.redraw();
    }

    private int scrollPx() {
        ScrollBar bar = canvas.getVerticalBar();
        return bar.isVisible() ? bar.getSelection() : 0;
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(Theme.PANEL);
        gc.fillRectangle(area);
        gc.setFont(Theme.smallFont());
        posters.begin();
        int top = scrollPx();
        for (int index = cells.firstAt(top); index < cells.endAt(top + area.height); index++) {
            Rectangle cell = cells.bounds(index);
            paint(gc, shown.get(index), new Rectangle(cell.x, cell.y - top, cell.width, cell.height));
        }
        posters.end();
    }

    private void paint(GC gc, MediaReference medium, Rectangle cell) {
        needed.accept(medium);
        MediumRow row = known.row(medium);
        boolean isSelected = selected.contains(medium.id());
        gc.setBackground(isSelected ? Theme.RAISED : Theme.GROUND);
        gc.fillRectangle(cell);
        double part = medium.id().equals(hovered) ? hoveredPart : 0;
        Thumbnail picture = row.icon().equals("film") || row.icon().equals("still")
                ? posters.of(medium, row.length(), part).orElse(null)
                : null;
        int pictureHeight = GridCells.PICTURE_HEIGHT_PX;
        if (picture == null) {
            Image icon = Icons.image(row.icon());
            gc.drawImage(icon, cell.x + (cell.width - icon.getBounds().width) / 2,
                    cell.y + (pictureHeight - icon.getBounds().height) / 2);
        } else {
            draw(gc, picture, new Rectangle(cell.x, cell.y, cell.width, pictureHeight));
        }
        gc.setForeground(row.problem().isEmpty() ? Theme.TEXT : Theme.PROBLEM);
        gc.setClipping(cell);
        gc.drawText(medium.name(), cell.x + TEXT_PX, cell.y + pictureHeight + 2, true);
        gc.setForeground(Theme.TEXT_DIM);
        String more = row.isMissing() ? row.format() : row.duration();
        gc.drawText(more, cell.x + TEXT_PX, cell.y + pictureHeight + 2 + gc.getFontMetrics().getHeight(), true);
        gc.setClipping((Rectangle) null);
        if (isSelected) {
            gc.setForeground(Theme.ACCENT);
            gc.drawRectangle(cell.x, cell.y, cell.width - 1, cell.height - 1);
        }
        if (part > 0) {
            gc.setForeground(Theme.PLAYHEAD);
            int x = cell.x + (int) (part * cell.width);
            gc.drawLine(x, cell.y, x, cell.y + pictureHeight);
        }
    }

    private static void draw(GC gc, Thumbnail picture, Rectangle box) {
        Image image = new Image(gc.getDevice(),
                new ImageData(picture.widthPx(), picture.heightPx(), DEPTH, BGR, 1, picture.bgr()));
        try {
            double scale = Math.min((double) box.width / picture.widthPx(), (double) box.height / picture.heightPx());
            int width = (int) Math.round(picture.widthPx() * scale);
            int height = (int) Math.round(picture.heightPx() * scale);
            gc.drawImage(image, 0, 0, picture.widthPx(), picture.heightPx(), box.x + (box.width - width) / 2,
                    box.y + (box.height - height) / 2, width, height);
        } finally {
            image.dispose();
        }
    }

    private Optional<MediaReference> at(int x, int y) {
        int index = cells.at(x, y + scrollPx());
        return index < 0 ? Optional.empty() : Optional.of(shown.get(index));
    }

    private void click(Event event) {
        canvas.setFocus();
        MediaReference medium = at(event.x, event.y).orElse(null);
        walked = medium == null ? null : medium.id();
        boolean adds = (event.stateMask & SWT.MOD1) != 0;
        if (medium == null) {
            selected.clear();
        } else if (event.button == 3) {
            if (!selected.contains(medium.id())) {
                selected.clear();
                selected.add(medium.id());
            }
        } else if (adds) {
            if (!selected.remove(medium.id())) {
                selected.add(medium.id());
            }
        } else if (!selected.contains(medium.id())) {
            selected.clear();
            selected.add(medium.id());
        }
        canvas.redraw();
    }

    /** Arrows walk, with Shift they add what they come to; Enter chooses. */
    private void key(Event event, Runnable chosen) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            chosen.run();
            return;
        }
        int now = shown.stream().map(MediaReference::id).toList().indexOf(walked);
        int next = cells.led(now, event.keyCode);
        if (next >= 0) {
            walked = shown.get(next).id();
            if ((event.stateMask & SWT.SHIFT) == 0) {
                selected.clear();
            }
            selected.add(shown.get(next).id());
            reveal(cells.bounds(next));
        }
    }

    private void reveal(Rectangle cell) {
        ScrollBar bar = canvas.getVerticalBar();
        int height = canvas.getClientArea().height;
        bar.setSelection(Math.clamp(bar.getSelection(), cell.y + cell.height + GridCells.GAP_PX - height,
                Math.max(cell.y - GridCells.GAP_PX, cell.y + cell.height + GridCells.GAP_PX - height)));
        canvas.redraw();
    }

    private void hover(Event event) {
        MediaReference medium = at(event.x, event.y).orElse(null);
        Point before = new Point((int) (hoveredPart * GridCells.CELL_WIDTH_PX), 0);
        Id now = medium == null ? null : medium.id();
        if (medium != null) {
            Rectangle cell = cells.bounds(shown.indexOf(medium));
            hoveredPart = Math.clamp((double) (event.x - cell.x) / cell.width, 0.0, 1.0);
        }
        String tip = medium == null ? null : known.explanation(medium);
        if (now == null || !now.equals(hovered)) {
            canvas.setToolTipText(tip);
        }
        if (now != hovered || before.x != (int) (hoveredPart * GridCells.CELL_WIDTH_PX)) {
            hovered = now;
            canvas.redraw();
        }
    }

    @Override
    public Control control() {
        return canvas;
    }

    @Override
    public void show(List<MediaReference> media) {
        shown = media;
        selected.retainAll(media.stream().map(MediaReference::id).toList());
        arrange();
    }

    @Override
    public void changed(MediaReference medium) {
        redrawSoon();
    }

    @Override
    public List<Id> selection() {
        return shown.stream().map(MediaReference::id).filter(selected::contains).toList();
    }

    @Override
    public void select(List<Id> media) {
        selected.clear();
        selected.addAll(media);
        canvas.redraw();
    }

    @Override
    public boolean focus() {
        if (selected.isEmpty() && !shown.isEmpty()) {
            walked = shown.getFirst().id();
            selected.add(shown.getFirst().id());
            canvas.redraw();
        }
        return canvas.setFocus();
    }
}
