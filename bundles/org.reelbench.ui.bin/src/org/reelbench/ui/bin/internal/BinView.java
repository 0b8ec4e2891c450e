package org.reelbench.ui.bin.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.media.Fingerprints;
import org.reelbench.sketches.Sketches;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorPanel;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;

/** The media bin in the window: the list of media as long as there is an editor, and a button that adds media. */
public final class BinView extends ViewPart {

    static final String ID = "org.reelbench.ui.bin";

    private static final String[] NAMES = { "Films, sounds and pictures", "All files" };
    private static final String[] PATTERNS = { "*.mp4;*.mov;*.m4v;*.mkv;*.webm;*.avi;*.mpg;*.ts;*.mts;*.mxf"
            + ";*.wav;*.flac;*.mp3;*.m4a;*.aac;*.ogg;*.opus;*.png;*.jpg;*.jpeg;*.bmp;*.tif;*.tiff;*.webp", "*" };

    private final BundleContext context = FrameworkUtil.getBundle(BinView.class).getBundleContext();
    private final EditorPanel<MediaPanel> panel = new EditorPanel<>(BinView.class, this::make, _ -> {
        // it keeps nothing that outlives it
    });
    private final ServiceSlot<Fingerprints> fingerprints = ServiceSlot.open(Fingerprints.class, BinView.class);
    private final PicturesAction pictures = new PicturesAction();
    private final ServiceSlot<Sketches> sketches = ServiceSlot.open(Sketches.class, BinView.class);

    /** Creates the view; the workbench does. */
    public BinView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        getViewSite().getActionBars().getToolBarManager().add(pictures);
        getViewSite().getActionBars().getToolBarManager().add(new AddAction());
        getViewSite().getActionBars().updateActionBars();
        panel.open(parent, Theme.PANEL);
    }

    private MediaPanel make(Composite parent, Editor editor) {
        MediaPanel made = new MediaPanel(parent, editor, context, fingerprints::get, sketches::get);
        made.showPictures(pictures.isChecked());
        return made;
    }

    @Override
    public void setFocus() {
        panel.get().ifPresent(MediaPanel::setFocus);
    }

    @Override
    public void dispose() {
        panel.close();
        fingerprints.close();
        sketches.close();
        super.dispose();
    }

    /** Lets somebody choose files that are added to the project. */
    void addMedia() {
        panel.editor().ifPresent(this::addMedia);
    }

    /** Puts the selected media on tracks at the playhead. */
    void put(Landing landing) {
        panel.get().ifPresent(shown -> shown.put(landing));
    }

    private void addMedia(Editor editor) {
        if (editor.project().isEmpty()) {
            editor.tell("Open a project first", true);
            return;
        }
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Add Media");
        dialog.setFilterNames(NAMES);
        dialog.setFilterExtensions(PATTERNS);
        editor.project().map(OpenProject::session).flatMap(session -> session.file()).map(Path::getParent)
                .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            List<Path> files = Stream.of(dialog.getFileNames()).map(folder::resolve).toList();
            editor.add(files);
        }
    }

    private final class PicturesAction extends Action {

        private PicturesAction() {
            super("Pictures", AS_CHECK_BOX);
            setImageDescriptor(Icons.descriptor("still"));
            setToolTipText("Show media as pictures");
        }

        @Override
        public void run() {
            panel.get().ifPresent(shown -> shown.showPictures(isChecked()));
        }
    }

    private final class AddAction extends Action {

        private AddAction() {
            super("Add Media…", Icons.descriptor("import"));
            setToolTipText("Add media to the project");
        }

        @Override
        public void run() {
            addMedia();
        }
    }
}
