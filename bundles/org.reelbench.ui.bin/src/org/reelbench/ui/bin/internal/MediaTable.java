package org.reelbench.ui.bin.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.osgi.framework.BundleContext;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Landing;
import org.reelbench.ui.MediaTransfer;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;

/** The list of media. Follows the editor until it is disposed. On the UI thread. */
final class MediaTable {

    private static final int NAME_PX = 208;
    private static final int FORMAT_PX = 146;
    private static final int DURATION_PX = 72;
    private static final int PROXY_PX = 64;
    private static final int PROXY_COLUMN = 3;

    private static final ProxyStatus UNKNOWN_PROXY = ProxyStatus.of(State.NOT_NEEDED, "");

    private final Editor editor;
    private final Table table;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("reelbench-bin").unstarted(task));
    private final MediaLooks looks = new MediaLooks(thread);
    private final ProxyBadges badges;
    private final EditorListener follower = new Follower();
    private List<MediaReference> shown = List.of();
    /** What is known of media; forgotten with the project. */
    private Map<MediaReference, MediumRow> rows = new HashMap<>();
    private Map<MediaReference, ProxyStatus> proxies = new HashMap<>();

    MediaTable(Composite parent, Editor editor, BundleContext context) {
        this.editor = editor;
        badges = new ProxyBadges(context, thread, (medium, status) -> UiThread.later(() -> put(medium, status)));
        table = new Table(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setBackground(Theme.PANEL);
        table.setForeground(Theme.TEXT);
        column("Name", NAME_PX, SWT.LEFT);
        column("Format", FORMAT_PX, SWT.LEFT);
        column("Duration", DURATION_PX, SWT.RIGHT);
        column("Proxy", PROXY_PX, SWT.LEFT);
        table.addListener(SWT.SetData, event -> {
            // While rows go, some are still asked for.
            if (event.index >= 0 && event.index < shown.size()) {
                fill((TableItem) event.item, shown.get(event.index));
            }
        });
        table.addListener(SWT.MouseMove, this::explain);
        table.addListener(SWT.DefaultSelection, _ -> put(Landing.FREE));
        table.setMenu(menu());
        drag();
        table.addListener(SWT.Dispose, _ -> {
            editor.removeListener(follower);
            badges.close();
            looks.close();
        });
        editor.addListener(follower);
        show(editor.project());
    }

    private void column(String title, int widthPx, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(widthPx);
    }

    /** Puts the selected media on the chosen track, or on the lowest ones, at the playhead. */
    private void put(Landing landing) {
        List<Id> media = selection();
        if (!media.isEmpty()) {
            editor.put(media, editor.chosenTrack(), editor.playheadFrame(), landing);
        }
    }

    private Menu menu() {
        Menu menu = new Menu(table);
        MenuItem source = new MenuItem(menu, SWT.PUSH);
        source.setText("Open in Source Viewer");
        source.addListener(SWT.Selection, _ -> selection().stream().findFirst().ifPresent(SourceViewer::open));
        new MenuItem(menu, SWT.SEPARATOR);
        List<MenuItem> items = List.of(source, item(menu, "Place at Playhead", Landing.FREE),
                item(menu, "Insert at Playhead", Landing.INSERT),
                item(menu, "Overwrite at Playhead", Landing.OVERWRITE));
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem proxy = new MenuItem(menu, SWT.CASCADE);
        proxy.setText("Proxy");
        Menu choices = new Menu(proxy);
        choice(choices, "If It Is Heavy", ProxyUse.AUTO);
        choice(choices, "Always", ProxyUse.ALWAYS);
        choice(choices, "Never", ProxyUse.NEVER);
        choices.addListener(SWT.Show, _ -> check(choices));
        proxy.setMenu(choices);
        menu.addListener(SWT.Show, _ -> proxy.setEnabled(table.getSelectionCount() > 0));
        menu.addListener(SWT.Show, _ -> items.forEach(item -> item.setEnabled(table.getSelectionCount() > 0)));
        return menu;
    }

    private MenuItem item(Menu menu, String text, Landing landing) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, _ -> put(landing));
        return item;
    }

    private void choice(Menu menu, String text, ProxyUse use) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setData(use);
        item.addListener(SWT.Selection, _ -> {
            if (item.getSelection()) {
                selection().forEach(medium -> editor.executeNext(revision -> EditCommand.of(EditCommands.SET_PROXY, revision)
                        .with("media", medium.value()).with("use", use.name().toLowerCase(Locale.ROOT))));
            }
        });
    }

    /** Marks what the first of the selected media says. */
    private void check(Menu choices) {
        int index = table.getSelectionIndex();
        for (MenuItem item : choices.getItems()) {
            item.setSelection(index >= 0 && index < shown.size() && shown.get(index).proxy() == item.getData());
        }
    }

    private void drag() {
        DragSource source = new DragSource(table, DND.DROP_COPY);
        source.setTransfer(MediaTransfer.INSTANCE);
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = table.getSelectionCount() > 0;
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = MediaTransfer.data(selection());
            }
        });
    }

    Table control() {
        return table;
    }

    private void show(Optional<OpenProject> project) {
        shown = project.map(open -> open.session().project().media()).orElse(List.of());
        table.setItemCount(shown.size());
        table.clearAll();
    }

    private void fill(TableItem item, MediaReference medium) {
        MediumRow row = rows.get(medium);
        if (row == null) {
            row = MediumRow.UNKNOWN;
            rows.put(medium, row);
            Map<MediaReference, MediumRow> target = rows;
            editor.project().ifPresent(project -> looks.look(project.catalog(), medium.id(),
                    (_, seen) -> UiThread.later(() -> put(target, medium, seen))));
            editor.project().ifPresent(project -> badges.look(project.catalog(), medium));
        }
        item.setImage(Icons.image(row.icon()));
        item.setText(new String[] { medium.name(), row.format(), row.duration(), ProxyBadge.text(proxy(medium)) });
        item.setForeground(PROXY_COLUMN, proxy(medium).state() == State.FAILED ? Theme.PROBLEM : Theme.TEXT_DIM);
        item.setForeground(1, row.problem().isEmpty() ? Theme.TEXT_DIM : Theme.PROBLEM);
        item.setForeground(2, Theme.TEXT_DIM);
    }

    private ProxyStatus proxy(MediaReference medium) {
        return proxies.getOrDefault(medium, UNKNOWN_PROXY);
    }

    private void put(MediaReference medium, ProxyStatus status) {
        int index = shown.indexOf(medium);
        if (index >= 0 && !table.isDisposed()) {
            proxies.put(medium, status);
            table.clear(index);
        }
    }

    private void put(Map<MediaReference, MediumRow> target, MediaReference medium, MediumRow seen) {
        target.put(medium, seen);
        int index = shown.indexOf(medium);
        if (target == rows && index >= 0 && !table.isDisposed()) {
            table.clear(index);
        }
    }

    /** The whole path, or what is wrong, where the mouse rests. */
    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int index = item == null ? -1 : table.indexOf(item);
        if (index < 0 || index >= shown.size()) {
            table.setToolTipText(null);
            return;
        }
        MediumRow row = rows.getOrDefault(shown.get(index), MediumRow.UNKNOWN);
        String proxy = ProxyBadge.explanation(proxy(shown.get(index)));
        String path = shown.get(index).path() + (proxy.isEmpty() ? "" : "\n" + proxy);
        table.setToolTipText(row.problem().isEmpty() ? path : row.problem());
    }

    /** Which media are selected, in the order of the list. */
    private List<Id> selection() {
        return Arrays.stream(table.getSelectionIndices()).sorted().mapToObj(shown::get).map(MediaReference::id).toList();
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            rows = new HashMap<>();
            proxies = new HashMap<>();
            badges.forget();
            show(project);
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            List<MediaReference> media = editor.project().map(open -> open.session().project().media()).orElse(List.of());
            // Snapshots share what did not change.
            if (media != shown) {
                show(editor.project());
            }
        }
    }
}
