package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.MediaReference;

/** Media are searched, sorted, shown as pictures, counted and taken out in the bin. */
@ExtendWith(ThreadRule.class)
class BinWorkbenchIT extends OpenWindow {

    private static final double MUCH = 0.2;

    @BeforeEach
    void openTheFilm() throws Exception {
        Path film = Film.make(folder);
        // Nobody shows this one.
        Files.copy(folder.resolve("source2.mp4"), folder.resolve("spare.mp4"));
        open(film);
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path",
                folder.resolve("spare.mp4").toString()));
        driver.until("four media are listed", () -> driver.ui(() -> table().getItemCount()) == 4);
    }

    @AfterEach
    void searchForNothing() throws Exception {
        search("");
    }

    private Composite panel() {
        return driver.find(driver.shell(), Composite.class, part -> part.getClass().getSimpleName().equals("MediaPanel"));
    }

    private Table table() {
        return driver.find(panel(), Table.class, _ -> true);
    }

    private List<String> column(int index) {
        Table table = table();
        return driver.ui(() -> Stream.of(table.getItems()).map(item -> item.getText(index)).toList());
    }

    private void search(String words) {
        Text search = driver.find(panel(), Text.class, _ -> true);
        driver.act(() -> search.setText(words));
    }

    private void click(String column) {
        Table table = table();
        driver.click(driver.ui(() -> Stream.of(table.getColumns()).filter(each -> each.getText().equals(column)).findFirst()
                .map(TableColumn.class::cast).orElseThrow()));
    }

    @Test
    void wordsFindMediaAndColumnsSortThem() {
        search("spare");
        driver.until("one is found", () -> column(0).equals(List.of("spare.mp4")));
        search("no such words");
        driver.until("a hint says that none is", () -> driver.texts(panel()).stream()
                .anyMatch(text -> text.strip().startsWith("No medium has all these words")));
        search("");
        click("Name");
        driver.until("they are sorted",
                () -> column(0).equals(List.of("source1.mp4", "source2.mp4", "source3.mp4", "spare.mp4")));
        click("Name");
        driver.until("the other way round",
                () -> column(0).equals(List.of("spare.mp4", "source3.mp4", "source2.mp4", "source1.mp4")));
        click("Name");
        driver.until("as they were added",
                () -> column(0).equals(List.of("source1.mp4", "source2.mp4", "source3.mp4", "spare.mp4")));
    }

    @Test
    void whatNoClipShowsIsSeenAndTakenOut() {
        driver.until("the uses are counted", () -> column(4).equals(List.of("1", "1", "1", "")));
        editor.executeNext(revision -> EditCommand.of(EditCommands.SPLIT, revision).with("clip", "c1").with("frame", 30));
        driver.until("they follow", () -> column(4).equals(List.of("2", "1", "1", "")));
        choose("Remove Unused Media");
        driver.until("it is gone", () -> column(0).equals(List.of("source1.mp4", "source2.mp4", "source3.mp4")));
        editor.undo();
        driver.until("one step brings it back", () -> column(0).size() == 4);
    }

    @Test
    void mediaLieInFoldersThatAreRenamedAndTakenAway() {
        Tree folders = driver.find(panel(), Tree.class, _ -> true);
        assertFalse(driver.ui(folders::isVisible), "there are none yet");
        Table table = table();
        driver.act(() -> table.setSelection(new int[] { 0, 1 }));
        MenuItem move = driver.ui(() -> item(table.getMenu(), "Move to Folder"));
        driver.click(driver.ui(() -> item(move.getMenu(), "New Folder…")));
        Shell dialog = driver.dialog("New Folder");
        Text name = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> name.setText("Day 1/Beach"));
        driver.click(driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals("OK")));
        driver.until("the folders are seen", () -> driver.ui(() -> folders.isVisible() && all(folders.getItems())
                .equals(List.of("All Media  (4)", "Day 1  (2)", "Beach  (2)"))));
        TreeItem beach = driver.ui(() -> folders.getItem(0).getItem(0).getItem(0));
        choose(folders, beach);
        driver.until("what lies in it is listed", () -> column(0).equals(List.of("source1.mp4", "source2.mp4")));
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.SET_BIN, revision).with("media", "m3").with("bin", "Day 1/Beach"));
        driver.until("what is put there is seen", () -> column(0).size() == 3);
        driver.click(driver.ui(() -> item(folders.getMenu(), "Remove Folder")));
        driver.until("it is gone, and what lay in it lies around it",
                () -> driver.ui(() -> all(folders.getItems()).equals(List.of("All Media  (4)", "Day 1  (3)")))
                        && column(0).size() == 3);
        editor.undo();
        driver.until("one step brings it back", () -> driver.ui(() -> all(folders.getItems())
                .equals(List.of("All Media  (4)", "Day 1  (3)", "Beach  (3)"))));
        editor.undo();
        editor.undo();
        driver.until("without folders there is no room for them", () -> driver.ui(() -> !folders.isVisible())
                && column(0).size() == 4);
    }

    private static List<String> all(TreeItem... items) {
        return Stream.of(items).flatMap(item -> Stream.concat(Stream.of(item.getText()), all(item.getItems()).stream())).toList();
    }

    private void choose(Tree folders, TreeItem item) {
        driver.act(() -> {
            folders.setSelection(item);
            Event event = new Event();
            event.item = item;
            folders.notifyListeners(SWT.Selection, event);
        });
    }

    private static MenuItem item(Menu menu, String name) {
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems()).filter(item -> item.getText().equals(name)).findFirst().orElseThrow();
    }

    private void choose(String name) {
        Menu menu = driver.ui(() -> table().getMenu());
        driver.act(() -> menu.notifyListeners(SWT.Show, new Event()));
        driver.click(driver.ui(() -> Stream.of(menu.getItems()).filter(item -> item.getText().equals(name)).findFirst()
                .map(MenuItem.class::cast).orElseThrow()));
    }

    @Test
    void aMediumWhoseFileIsGoneSaysSo() throws Exception {
        Path gone = folder.resolve("gone.mp4");
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", gone.toString()));
        driver.until("it is said", () -> column(1).size() == 5 && column(1).get(4).equals("missing"));
        List<MediaReference> media = editor.project().orElseThrow().session().project().media();
        Files.move(folder.resolve("spare.mp4"), folder.resolve("again.mp4"));
        editor.executeNext(revision -> EditCommand.of(EditCommands.RELINK_MEDIA, revision)
                .with("media", media.getLast().id().value()).with("path", folder.resolve("again.mp4").toString()));
        driver.until("what is found again says what it is", () -> column(1).get(4).startsWith("320×180"));
    }

    @Test
    void mediaAreShownAsPicturesThatAreScrubbedThrough() {
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> Words.tips(tools).contains("Show media as pictures"));
        ToolItem button = driver.ui(() -> Stream.of(bar.getItems())
                .filter(item -> "Show media as pictures".equals(item.getToolTipText())).findFirst().orElseThrow());
        toggle(button, true);
        try {
            Canvas grid = driver.find(panel(), Canvas.class,
                    canvas -> canvas.getClass() == Canvas.class && (canvas.getStyle() & SWT.V_SCROLL) != 0);
            driver.until("source 1 is seen in orange", () -> orange(grid) > MUCH);
            Event move = new Event();
            move.x = 8 + 100;
            move.y = 8 + 40;
            driver.act(() -> grid.notifyListeners(SWT.MouseMove, move));
            driver.until("a line stands where it is scrubbed", () -> driver.ui(() -> grid.getToolTipText() != null));
            driver.click(grid, 8 + 20, 8 + 40);
            driver.until("what is clicked is selected", () -> driver.ui(() -> enabled(grid.getMenu(), "Insert at Playhead")));
        } finally {
            toggle(button, false);
        }
        driver.until("the list is back", () -> driver.ui(() -> table().isVisible()));
        assertEquals(List.of("source1.mp4"), driver.ui(() -> Stream.of(table().getSelection()).map(TableItem::getText).toList()),
                "what was selected stays so");
    }

    private static boolean enabled(Menu menu, String name) {
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems()).filter(item -> item.getText().equals(name)).allMatch(MenuItem::isEnabled);
    }

    private void toggle(ToolItem button, boolean on) {
        driver.act(() -> button.setSelection(on));
        driver.click(button);
    }

    private double orange(Canvas grid) {
        return driver.ui(() -> {
            Point place = grid.toDisplay(8, 8);
            return ScreenPicture.share(grid.getDisplay(), new Rectangle(place.x, place.y, 144, 80),
                    color -> color.red > color.blue + 40);
        });
    }

    @Test
    void anEmptyBinSaysWhatToDo() throws Exception {
        Path empty = folder.resolve("empty.reel");
        org.reelbench.project.ProjectFile.save(Film.empty(), empty);
        open(empty);
        Label hint = driver.find(panel(), Label.class, label -> label.getText().strip().startsWith("Add films, sounds"));
        driver.until("the hint is seen", () -> driver.ui(hint::isVisible));
    }
}
