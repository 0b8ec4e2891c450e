package org.reelbench.ui.bin.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.bin.internal.Listing.Order;

/** Media as a list. */
final class MediaTable implements MediaPane {

    private static final int NAME_PX = 176;
    private static final int FORMAT_PX = 146;
    private static final int DURATION_PX = 72;
    private static final int PROXY_PX = 64;
    private static final int USED_PX = 56;

    private final Table table;
    private final KnownMedia known;
    private final Consumer<MediaReference> needed;
    private List<MediaReference> shown = List.of();

    /**
     * Creates the list.
     *
     * @param needed hears of a medium that comes into sight
     * @param sorted hears by what people want the media to be sorted
     */
    MediaTable(Composite parent, KnownMedia known, Consumer<MediaReference> needed, Consumer<Order> sorted) {
        this.known = known;
        this.needed = needed;
        table = new Table(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setBackground(Theme.PANEL);
        table.setForeground(Theme.TEXT);
        column("Name", NAME_PX, SWT.LEFT, () -> sorted.accept(Order.NAME));
        column("Format", FORMAT_PX, SWT.LEFT, () -> sorted.accept(Order.FORMAT));
        column("Duration", DURATION_PX, SWT.RIGHT, () -> sorted.accept(Order.DURATION));
        column("Proxy", PROXY_PX, SWT.LEFT, () -> {
            // Proxies come and go by themselves; an order of them would not hold still.
        });
        column("Used", USED_PX, SWT.RIGHT, () -> sorted.accept(Order.USED));
        table.addListener(SWT.SetData, event -> {
            // While rows go, some are still asked for.
            if (event.index >= 0 && event.index < shown.size()) {
                fill((TableItem) event.item, shown.get(event.index));
            }
        });
        table.addListener(SWT.MouseMove, this::explain);
        MediaDrag.from(table, this::selection);
    }

    private void column(String title, int widthPx, int alignment, Runnable clicked) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(widthPx);
        column.addListener(SWT.Selection, _ -> clicked.run());
    }

    /** Marks by what media are sorted. */
    void mark(Listing listing) {
        int index = switch (listing.order()) {
        case ADDED -> -1;
        case NAME -> 0;
        case FORMAT -> 1;
        case DURATION -> 2;
        case USED -> 4;
        };
        table.setSortColumn(index < 0 ? null : table.getColumn(index));
        table.setSortDirection(index < 0 ? SWT.NONE : listing.ascending() ? SWT.UP : SWT.DOWN);
    }

    @Override
    public Table control() {
        return table;
    }

    @Override
    public void show(List<MediaReference> media) {
        List<Id> selected = selection();
        shown = media;
        table.setItemCount(shown.size());
        table.clearAll();
        select(selected);
    }

    @Override
    public void changed(MediaReference medium) {
        for (int index = 0; index < shown.size(); index++) {
            if (shown.get(index).id().equals(medium.id())) {
                table.clear(index);
            }
        }
    }

    private void fill(TableItem item, MediaReference medium) {
        needed.accept(medium);
        MediumRow row = known.row(medium);
        int uses = known.uses(medium);
        item.setImage(Icons.image(row.icon()));
        item.setText(new String[] { medium.name(), row.format(), row.duration(), ProxyBadge.text(known.proxy(medium)),
                uses == 0 ? "" : String.valueOf(uses) });
        item.setForeground(1, row.problem().isEmpty() ? Theme.TEXT_DIM : Theme.PROBLEM);
        item.setForeground(2, Theme.TEXT_DIM);
        item.setForeground(3, known.proxy(medium).state() == State.FAILED ? Theme.PROBLEM : Theme.TEXT_DIM);
        item.setForeground(4, Theme.TEXT_DIM);
    }

    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int index = item == null ? -1 : table.indexOf(item);
        table.setToolTipText(index < 0 || index >= shown.size() ? null : known.explanation(shown.get(index)));
    }

    @Override
    public List<Id> selection() {
        return Arrays.stream(table.getSelectionIndices()).sorted().filter(index -> index < shown.size())
                .mapToObj(shown::get).map(MediaReference::id).toList();
    }

    @Override
    public void select(List<Id> media) {
        table.deselectAll();
        for (int index = 0; index < shown.size() && !media.isEmpty(); index++) {
            if (media.contains(shown.get(index).id())) {
                table.select(index);
            }
        }
    }

    @Override
    public boolean focus() {
        if (table.getSelectionCount() == 0 && !shown.isEmpty()) {
            table.setSelection(0);
        }
        return table.setFocus();
    }
}
