package org.reelbench.ui.bin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Landing;

/** What can be done with media of the bin. */
final class MediaMenu {

    /** What the menu is about. */
    interface Subject {

        /** Which media are selected. */
        List<Id> selection();

        /** All media of the project. */
        List<MediaReference> all();

        /** Whether a clip shows a medium. */
        boolean isUsed(MediaReference medium);

        /** Lets somebody say where a medium's file is. */
        void relink(Id medium);

        /** Lets somebody say where to look for all that is missing. */
        void findMissing();
    }

    private final Editor editor;
    private final Subject subject;
    private final FolderMenu folders;
    private final List<MenuItem> ofSelected = new ArrayList<>();

    MediaMenu(Editor editor, Subject subject, FolderMenu folders) {
        this.editor = editor;
        this.folders = folders;
        this.subject = subject;
    }

    /** Gives a control the menu. */
    void on(Control control) {
        Menu menu = new Menu(control);
        selected(menu, "Open in Source Viewer", () -> subject.selection().stream().findFirst().ifPresent(SourceViewer::open));
        separate(menu);
        selected(menu, "Place at Playhead", () -> put(Landing.FREE));
        selected(menu, "Insert at Playhead", () -> put(Landing.INSERT));
        selected(menu, "Overwrite at Playhead", () -> put(Landing.OVERWRITE));
        separate(menu);
        ofSelected.add(folders.addTo(menu, subject::selection));
        proxies(menu);
        separate(menu);
        selected(menu, "Relink…", () -> subject.selection().stream().findFirst().ifPresent(subject::relink));
        MenuItem find = item(menu, "Find Missing Media…", subject::findMissing);
        separate(menu);
        selected(menu, "Remove from Project", () -> remove(subject.selection()));
        MenuItem unused = item(menu, "Remove Unused Media", () -> remove(unused()));
        menu.addListener(SWT.Show, _ -> {
            ofSelected.forEach(item -> item.setEnabled(!subject.selection().isEmpty()));
            find.setEnabled(!subject.all().isEmpty());
            unused.setEnabled(!unused().isEmpty());
        });
        control.setMenu(menu);
    }

    /** Puts the selected media on the chosen track, or on the lowest ones, at the playhead. */
    void put(Landing landing) {
        List<Id> media = subject.selection();
        if (!media.isEmpty()) {
            editor.put(media, editor.chosenTrack(), editor.playheadFrame(), landing);
        }
    }

    private List<Id> unused() {
        return subject.all().stream().filter(medium -> !subject.isUsed(medium)).map(MediaReference::id).toList();
    }

    /** Takes media out in one step; a medium that a clip shows is refused, and then none goes. */
    private void remove(List<Id> media) {
        if (!media.isEmpty()) {
            editor.executeNext(revision -> {
                List<EditCommand> commands = media.stream()
                        .map(medium -> EditCommand.of(EditCommands.REMOVE_MEDIA, revision).with("media", medium.value()))
                        .toList();
                return commands.size() == 1
                        ? commands.getFirst()
                        : EditCommands.unit("Remove " + commands.size() + " media", commands, revision);
            });
        }
    }

    private void proxies(Menu menu) {
        MenuItem proxy = new MenuItem(menu, SWT.CASCADE);
        proxy.setText("Proxy");
        ofSelected.add(proxy);
        Menu choices = new Menu(proxy);
        choice(choices, "If It Is Heavy", ProxyUse.AUTO);
        choice(choices, "Always", ProxyUse.ALWAYS);
        choice(choices, "Never", ProxyUse.NEVER);
        choices.addListener(SWT.Show, _ -> check(choices));
        proxy.setMenu(choices);
    }

    private void choice(Menu menu, String text, ProxyUse use) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setData(use);
        item.addListener(SWT.Selection, _ -> {
            if (item.getSelection()) {
                subject.selection().forEach(medium -> editor.executeNext(revision -> EditCommand
                        .of(EditCommands.SET_PROXY, revision).with("media", medium.value())
                        .with("use", use.name().toLowerCase(Locale.ROOT))));
            }
        });
    }

    /** Marks what the first of the selected media says. */
    private void check(Menu choices) {
        List<Id> selection = subject.selection();
        ProxyUse use = selection.isEmpty()
                ? ProxyUse.AUTO
                : subject.all().stream().filter(medium -> medium.id().equals(selection.getFirst())).findFirst()
                        .map(MediaReference::proxy).orElse(ProxyUse.AUTO);
        for (MenuItem item : choices.getItems()) {
            item.setSelection(use == item.getData());
        }
    }

    private void selected(Menu menu, String text, Runnable action) {
        ofSelected.add(item(menu, text, action));
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    private static void separate(Menu menu) {
        new MenuItem(menu, SWT.SEPARATOR);
    }
}
