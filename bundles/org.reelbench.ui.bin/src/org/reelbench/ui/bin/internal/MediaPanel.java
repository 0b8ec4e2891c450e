package org.reelbench.ui.bin.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.osgi.framework.BundleContext;
import org.reelbench.media.Fingerprints;
import org.reelbench.sketches.Sketches;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;

/** The media of the project: searched, sorted, as a list or as pictures. Follows the editor until it is disposed. */
final class MediaPanel extends Composite {

    private static final String NO_PROJECT = "Open a project to see its media";
    private static final String NO_MEDIA = "Add films, sounds and pictures with the button above, or drop them on a track";
    private static final String NOTHING_FOUND = "No medium has all these words in its name, path or format";

    private static final int MOST_FOLDER_ROWS = 7;

    private final Editor editor;
    private final Supplier<Optional<Fingerprints>> fingerprints;
    private final KnownMedia known;
    private final EditorListener follower = new Follower();
    private final AtomicBoolean relists = new AtomicBoolean();
    private final Text search;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Label hint;
    private final MediaTable table;
    private final MediaGrid grid;
    private final MediaMenu menu;
    private final FolderTree folders;
    private final FolderMenu folderMenu;
    private Listing listing = Listing.ALL;
    private MediaPane pane;
    private List<MediaReference> all = List.of();

    MediaPanel(Composite parent, Editor editor, BundleContext context, Supplier<Optional<Fingerprints>> fingerprints,
            Supplier<Optional<Sketches>> sketches) {
        super(parent, SWT.NONE);
        this.editor = editor;
        this.fingerprints = fingerprints;
        setBackground(Theme.PANEL);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        known = new KnownMedia(context, this::changed, this::relistSoon);
        search = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Search media");
        search.addListener(SWT.Modify, _ -> list(listing.withQuery(search.getText())));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(search);
        folderMenu = new FolderMenu(editor, () -> all, this::folder);
        folders = new FolderTree(this, _ -> relist(), folderMenu::move);
        folderMenu.on(folders.control());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 0).exclude(true).applyTo(folders.control());
        folders.control().setVisible(false);
        stack = new Composite(this, SWT.NONE);
        stack.setBackground(Theme.PANEL);
        stack.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        hint = new Label(stack, SWT.WRAP | SWT.CENTER);
        hint.setForeground(Theme.TEXT_DIM);
        table = new MediaTable(stack, known, this::look, order -> list(listing.clicked(order)));
        menu = new MediaMenu(editor, new MenuSubject(), folderMenu);
        grid = new MediaGrid(stack, known, this::look, sketches, () -> editor.project().map(OpenProject::catalog),
                () -> menu.put(Landing.FREE));
        table.control().addListener(SWT.DefaultSelection, _ -> menu.put(Landing.FREE));
        menu.on(table.control());
        menu.on(grid.control());
        pane = table;
        addListener(SWT.Dispose, _ -> {
            editor.removeListener(follower);
            known.close();
        });
        editor.addListener(follower);
        follow();
    }

    /** Shows media as pictures, or as a list. */
    void showPictures(boolean pictures) {
        List<Id> selection = pane.selection();
        pane = pictures ? grid : table;
        relist();
        pane.select(selection);
    }

    /** Puts the selected media on tracks at the playhead; says so, if none is selected. */
    void put(Landing landing) {
        if (pane.selection().isEmpty()) {
            editor.tell("Select media in the bin first", true);
        } else {
            menu.put(landing);
        }
    }

    private void look(MediaReference medium) {
        editor.project().ifPresent(project -> known.look(project, medium));
    }

    private void changed(MediaReference medium) {
        if (listing.needsRows()) {
            relistSoon();
        } else {
            pane.changed(medium);
        }
    }

    private void list(Listing wanted) {
        listing = wanted;
        table.mark(wanted);
        if (wanted.needsRows()) {
            all.forEach(this::look);
        }
        relist();
    }

    /** Many news that come quickly are one list. */
    private void relistSoon() {
        if (relists.compareAndSet(false, true)) {
            UiThread.later(() -> {
                relists.set(false);
                if (!isDisposed()) {
                    relist();
                }
            });
        }
    }

    private void relist() {
        List<MediaReference> inFolder = all.stream().filter(medium -> BinFolders.holds(folders.folder(), medium)).toList();
        List<MediaReference> listed = listing.of(inFolder, known::row, known.use());
        pane.show(listed);
        boolean isHint = listed.isEmpty();
        if (isHint) {
            hint.setText("\n" + (editor.project().isEmpty() ? NO_PROJECT : all.isEmpty() ? NO_MEDIA : NOTHING_FOUND));
        }
        layout.topControl = isHint ? hint : pane.control();
        stack.layout();
    }

    private void follow() {
        OpenProject project = editor.project().orElse(null);
        all = project == null ? List.of() : project.session().project().media();
        if (project != null) {
            known.count(project.session().project());
        }
        showFolders();
        relist();
    }

    private String folder() {
        return folders.folder();
    }

    /** Folders take no room where there are none. */
    private void showFolders() {
        folders.show(all);
        Tree tree = folders.control();
        int rows = Math.min(BinFolders.of(all).size() + 1, MOST_FOLDER_ROWS);
        boolean isShown = rows > 1;
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, rows * tree.getItemHeight()).exclude(!isShown)
                .applyTo(tree);
        tree.setVisible(isShown);
        layout();
    }

    @Override
    public boolean setFocus() {
        // Not the search: letters are commands as long as nobody wants to type.
        return layout.topControl == pane.control() && pane.focus();
    }

    private final class MenuSubject implements MediaMenu.Subject {

        @Override
        public List<Id> selection() {
            return pane.selection();
        }

        @Override
        public List<MediaReference> all() {
            return all;
        }

        @Override
        public boolean isUsed(MediaReference medium) {
            return known.uses(medium) > 0;
        }

        @Override
        public void relink(Id id) {
            MediaReference medium = all.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
            Fingerprints hasher = fingerprints.get().orElse(null);
            OpenProject project = editor.project().orElse(null);
            if (medium == null || hasher == null || project == null) {
                return;
            }
            FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
            dialog.setText("Relink " + medium.name());
            String path = dialog.open();
            if (path != null) {
                new Relinking(editor, hasher).relink(project, medium, Path.of(path), () -> mayDiffer(medium));
            }
        }

        private boolean mayDiffer(MediaReference medium) {
            return getDisplay().syncCall(() -> MessageDialog.open(MessageDialog.QUESTION, getShell(), "Relink",
                    "This file has other content than " + medium.name() + " had. Take it all the same?", SWT.SHEET,
                    "Take It", "Cancel") == 0);
        }

        @Override
        public void findMissing() {
            Fingerprints hasher = fingerprints.get().orElse(null);
            OpenProject project = editor.project().orElse(null);
            if (hasher == null || project == null) {
                return;
            }
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setText("Find Missing Media");
            dialog.setMessage("The folder, and all folders in it, are searched.");
            String folder = dialog.open();
            if (folder != null) {
                new Relinking(editor, hasher).find(project, Path.of(folder));
            }
        }
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            known.forget();
            follow();
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            OpenProject project = editor.project().orElse(null);
            if (project == null) {
                return;
            }
            List<MediaReference> media = project.session().project().media();
            // Snapshots share what did not change.
            if (media != all) {
                follow();
            } else {
                known.count(project.session().project());
            }
        }
    }
}
