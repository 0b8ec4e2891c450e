package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Sequence;

/** Media and files are dragged onto the tracks by the mouse, from the bin and from another window. */
class DragInWorkbenchIT extends TracksWindow {

    private static final int FILES = 100;

    private final HandOnScreen hand = new HandOnScreen(driver);

    @AfterEach
    void letGo() {
        hand.close();
    }

    @Test
    void aMediumIsDraggedFromTheBinToWhereItIsLetGo() throws Exception {
        Composite panel = driver.find(driver.shell(), Composite.class,
                part -> part.getClass().getSimpleName().equals("MediaPanel"));
        Table bin = driver.find(panel, Table.class, _ -> true);
        driver.until("the media are listed", () -> driver.ui(bin::getItemCount) == 3);
        Rectangle row = driver.ui(() -> bin.getItem(1).getTextBounds(0));
        hand.drag(bin, new Point(row.x + 10, row.y + row.height / 2), tracks, new Point(x(95), V2));
        becomes(Film.V2, "30 c3[0+60] 5 c4[0+70]");
        assertEquals("source2.mp4", sequence().findClip(sequence().track(Film.V2).items().toList().stream()
                .filter(Clip.class::isInstance).map(Clip.class::cast).toList().getLast().id()).orElseThrow().clip().name());
        undo("c1[0+60] c2[0+60]");
        becomes(Film.V2, "30 c3[0+60]");
    }

    @Test
    void aHundredFilesAreDraggedInFromAnotherWindowInOneStep() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.createLink(folder.resolve("take%04d.mp4".formatted(i)), folder.resolve("source1.mp4")));
        }
        Sequence before = sequence();
        Label icon = driver.ui(() -> otherWindow(files));
        try {
            driver.until("the other window is there", () -> driver.ui(icon::isVisible));
            hand.drag(icon, new Point(10, 10), tracks, new Point(x(95), V2));
            driver.until("all are on the track", () -> clips().size() == 1 + FILES);
        } finally {
            driver.act(() -> icon.getShell().dispose());
        }
        assertEquals(files.stream().map(file -> file.getFileName().toString()).toList(),
                clips().subList(1, 1 + FILES).stream().map(Clip::name).toList());
        assertEquals(95, sequence().findClip(clips().get(1).id()).orElseThrow().startFrame());
        undo("c1[0+60] c2[0+60]");
        driver.until("one step takes all back", () -> sequence().equals(before)
                && editor.project().orElseThrow().session().project().media().size() == 3);
    }

    private List<Clip> clips() {
        return sequence().track(Film.V2).items().toList().stream().filter(Clip.class::isInstance).map(Clip.class::cast).toList();
    }

    /** A window as a file manager's, with files in it that can be dragged away. */
    private Label otherWindow(List<Path> files) {
        Shell shell = new Shell(driver.shell().getDisplay(), SWT.ON_TOP | SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        Label icon = new Label(shell, SWT.NONE);
        icon.setText("Files");
        DragSource source = new DragSource(icon, DND.DROP_COPY | DND.DROP_MOVE);
        source.setTransfer(FileTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = files.stream().map(Path::toString).toArray(String[]::new);
            }
        });
        Rectangle window = driver.shell().getBounds();
        shell.setBounds(window.x + window.width - 160, window.y + 120, 120, 60);
        shell.setVisible(true);
        return icon;
    }
}
