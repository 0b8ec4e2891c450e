package org.reelbench.ui.tracks.internal;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackNotice;

/** One line above the tracks: what a notice says, and its button. It never takes the focus by itself. */
final class NoticeStrip {

    private final TrackNotice notice;
    private final Composite strip;
    private final Label text;
    private final Button action;

    /**
     * Creates the line.
     *
     * @param parent has a grid of one column
     * @param notice what is said
     * @param done is run after a button was pressed, to give the focus back
     */
    NoticeStrip(Composite parent, TrackNotice notice, Runnable done) {
        this.notice = notice;
        strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 4).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        Label icon = new Label(strip, SWT.NONE);
        icon.setImage(Icons.image("warning"));
        text = new Label(strip, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        action = button("", () -> {
            notice.act();
            done.run();
        });
        button("Dismiss", () -> {
            notice.dismiss();
            done.run();
        });
        fill();
    }

    private Button button(String words, Runnable run) {
        Button button = new Button(strip, SWT.PUSH);
        button.setText(words);
        button.addListener(SWT.Selection, _ -> run.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    /** Asks for the words again. */
    void fill() {
        if (strip.isDisposed()) {
            return;
        }
        text.setText(notice.text());
        text.setForeground(Theme.TEXT);
        Optional<String> words = notice.action();
        action.setText(words.orElse(""));
        action.setVisible(words.isPresent());
        ((GridData) action.getLayoutData()).exclude = words.isEmpty();
        strip.layout(true);
    }

    /** Puts the line above what was there before. */
    void moveUp() {
        strip.moveAbove(null);
    }

    void dispose() {
        strip.dispose();
    }
}
