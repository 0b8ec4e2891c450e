package org.reelbench.ui.bin.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Editor;

/** What can be done with folders of the bin: by the menu of media, by that of the folders, and by dragging. */
final class FolderMenu {

    private final Editor editor;
    private final Supplier<List<MediaReference>> all;
    private final Supplier<String> chosen;

    /**
     * Creates it.
     *
     * @param all all media of the project
     * @param chosen the chosen folder, in which new ones are made
     */
    FolderMenu(Editor editor, Supplier<List<MediaReference>> all, Supplier<String> chosen) {
        this.editor = editor;
        this.all = all;
        this.chosen = chosen;
    }

    /** Adds what moves media into folders to their menu; returns the item. */
    MenuItem addTo(Menu menu, Supplier<List<Id>> selection) {
        MenuItem move = new MenuItem(menu, SWT.CASCADE);
        move.setText("Move to Folder");
        Menu folders = new Menu(move);
        folders.addListener(SWT.Show, _ -> fill(folders, selection));
        move.setMenu(folders);
        return move;
    }

    private void fill(Menu folders, Supplier<List<Id>> selection) {
        for (MenuItem item : folders.getItems()) {
            item.dispose();
        }
        item(folders, "New Folder…", () -> moveToNew(folders.getShell(), selection.get()));
        item(folders, "Out of All Folders", () -> move(selection.get(), ""));
        new MenuItem(folders, SWT.SEPARATOR);
        BinFolders.of(all.get()).forEach(folder -> item(folders, folder.replace("&", "&&"), () -> move(selection.get(), folder)));
    }

    /** Gives the folders their menu. */
    void on(Control tree) {
        Menu menu = new Menu(tree);
        List<MenuItem> items = List.of(item(menu, "Rename…", () -> rename(tree)),
                item(menu, "Remove Folder", this::remove));
        menu.addListener(SWT.Show, _ -> items.forEach(item -> item.setEnabled(!chosen.get().isEmpty())));
        tree.setMenu(menu);
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    /** Puts media into a folder, as one step; those that lie there already are left alone. */
    void move(List<Id> media, String folder) {
        Map<Id, String> places = new LinkedHashMap<>();
        all.get().stream().filter(medium -> media.contains(medium.id()) && !medium.bin().equals(folder))
                .forEach(medium -> places.put(medium.id(), folder));
        edit("Move " + places.size() + " media", places);
    }

    private void edit(String name, Map<Id, String> places) {
        if (!places.isEmpty()) {
            editor.executeNext(revision -> BinFolders.edit(name, places, revision));
        }
    }

    private void moveToNew(Shell shell, List<Id> media) {
        InputDialog dialog = new InputDialog(shell, "New Folder",
                "The selected media go into the folder. A slash makes folders in folders.", "", FolderMenu::problem);
        if (dialog.open() == Window.OK) {
            move(media, BinFolders.in(chosen.get(), dialog.getValue().strip()));
        }
    }

    private void rename(Control tree) {
        String folder = chosen.get();
        InputDialog dialog = new InputDialog(tree.getShell(), "Rename Folder", "Another name for the folder:",
                BinFolders.name(folder), FolderMenu::problem);
        if (dialog.open() == Window.OK) {
            rename(folder, dialog.getValue().strip());
        }
    }

    /** Gives a folder another name; where there is one of that name, both become one. */
    void rename(String folder, String name) {
        String other = BinFolders.in(BinFolders.parent(folder), name);
        if (!other.equals(folder)) {
            edit("Rename folder " + BinFolders.name(folder), BinFolders.moved(all.get(), folder, other));
        }
    }

    /** Takes the chosen folder away; what lay in it lies in the one around it. */
    void remove() {
        String folder = chosen.get();
        if (!folder.isEmpty()) {
            edit("Remove folder " + BinFolders.name(folder),
                    BinFolders.moved(all.get(), folder, BinFolders.parent(folder)));
        }
    }

    private static @Nullable String problem(String name) {
        return name.isBlank() || !MediaReference.isBin(name.strip()) ? "A folder has a name without blanks at its ends" : null;
    }
}
