package org.reelbench.ui.bin.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Icons;
import org.reelbench.ui.MediaTransfer;
import org.reelbench.ui.Theme;

/** The folders of the bin, from which one is chosen, and into which media are dragged. On the UI thread. */
final class FolderTree {

    private static final String ALL = "All Media";

    private final Tree tree;
    private final Consumer<String> chosen;
    private List<String> shown = List.of();
    private String folder = "";

    /**
     * Creates the tree.
     *
     * @param chosen hears which folder is chosen; an empty text is the bin itself
     * @param dropped hears of media that are dragged into a folder
     */
    FolderTree(Composite parent, Consumer<String> chosen, BiConsumer<List<Id>, String> dropped) {
        this.chosen = chosen;
        tree = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        tree.setBackground(Theme.PANEL);
        tree.setForeground(Theme.TEXT);
        tree.addListener(SWT.Selection, event -> {
            folder = folder((TreeItem) event.item);
            chosen.accept(folder);
        });
        DropTarget target = new DropTarget(tree, DND.DROP_COPY);
        target.setTransfer(MediaTransfer.INSTANCE);
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL | DND.FEEDBACK_EXPAND;
            }

            @Override
            public void drop(DropTargetEvent event) {
                List<Id> media = MediaTransfer.media(event.data);
                if (event.item instanceof TreeItem item && !media.isEmpty()) {
                    dropped.accept(media, folder(item));
                }
            }
        });
    }

    private static String folder(TreeItem item) {
        return String.valueOf(item.getData());
    }

    Tree control() {
        return tree;
    }

    /** Which folder is chosen; an empty text is the bin itself. */
    String folder() {
        return folder;
    }

    /** Shows the folders that there are; a chosen one that is gone leaves the one around it. */
    void show(List<MediaReference> media) {
        List<String> folders = BinFolders.of(media);
        if (folders.equals(shown) && tree.getItemCount() > 0) {
            count(tree.getItem(0), media);
            return;
        }
        shown = folders;
        tree.removeAll();
        Map<String, TreeItem> items = new HashMap<>();
        TreeItem all = new TreeItem(tree, SWT.NONE);
        all.setData("");
        items.put("", all);
        for (String path : folders) {
            TreeItem outer = items.getOrDefault(BinFolders.parent(path), all);
            TreeItem item = new TreeItem(outer, SWT.NONE);
            item.setData(path);
            item.setImage(Icons.image("open"));
            items.put(path, item);
        }
        all.setImage(Icons.image("bin"));
        count(all, media);
        items.values().forEach(item -> item.setExpanded(true));
        String before = folder;
        while (!items.containsKey(folder)) {
            folder = BinFolders.parent(folder);
        }
        tree.setSelection(items.get(folder));
        if (!folder.equals(before)) {
            chosen.accept(folder);
        }
    }

    private static void count(TreeItem item, List<MediaReference> media) {
        String path = folder(item);
        long count = media.stream().filter(medium -> BinFolders.holds(path, medium)).count();
        item.setText((path.isEmpty() ? ALL : BinFolders.name(path)) + "  (" + count + ")");
        for (TreeItem inner : item.getItems()) {
            count(inner, media);
        }
    }
}
