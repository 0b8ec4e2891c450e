package org.reelbench.ui.viewer.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.viewer.internal.ViewerTransport.Status;

/** Timecode, buttons and duration under the screen. */
final class TransportBar extends Composite {

    /** What the buttons do. */
    interface Actions {

        /** Goes to what was typed; refuses what means no place, with a message for people. */
        void goTo(String typed);

        /** Gives the focus back to the picture. */
        void leave();

        void toStart();

        void stepBack();

        void toggle();

        void stepForward();

        void toEnd();
    }

    /** The workbench's style sheet leaves controls with this mark alone; ours have the theme's colours already. */
    private static final String HELP = "A timecode, from the right: 1000 is ten seconds; +12 and -1:00 go from here, 250f is a frame";
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private static final int GAP_PX = 4;

    private final Actions actions;
    private final GridLayout layout = new GridLayout(3, true);
    private final ToolBar buttons;
    private final Composite right;
    private final Label position;
    private @Nullable Text entry;
    private final Label duration;
    private final Label drops;
    private final ToolItem playButton;

    TransportBar(Composite parent, Actions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        setData(UNSTYLED, Boolean.TRUE);
        setBackground(Theme.PANEL);
        layout.marginHeight = 4;
        layout.marginWidth = 8;
        layout.horizontalSpacing = GAP_PX;
        layout.verticalSpacing = 0;
        setLayout(layout);

        position = label(this, SWT.LEFT);
        position.setForeground(Theme.TEXT);
        position.setFont(Theme.timecodeFont());
        position.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        position.setToolTipText("Playhead; press to type where to go");
        position.setCursor(getDisplay().getSystemCursor(SWT.CURSOR_IBEAM));
        position.addListener(SWT.MouseDown, _ -> enter());

        buttons = new ToolBar(this, SWT.FLAT | SWT.HORIZONTAL);
        buttons.setData(UNSTYLED, Boolean.TRUE);
        buttons.setBackground(Theme.PANEL);
        buttons.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        button(buttons, "to-start", "To start (Home)", actions::toStart);
        button(buttons, "step-back", "One frame back (\u2190)", actions::stepBack);
        playButton = button(buttons, "play", "Play (Space)", actions::toggle);
        button(buttons, "step-forward", "One frame forward (\u2192)", actions::stepForward);
        button(buttons, "to-end", "To end (End)", actions::toEnd);

        right = new Composite(this, SWT.NONE);
        right.setData(UNSTYLED, Boolean.TRUE);
        right.setBackground(Theme.PANEL);
        GridLayout rightLayout = new GridLayout(2, false);
        rightLayout.horizontalSpacing = GAP_PX;
        rightLayout.marginWidth = 0;
        rightLayout.marginHeight = 0;
        right.setLayout(rightLayout);
        right.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        drops = label(right, SWT.RIGHT);
        drops.setForeground(Theme.ACCENT);
        drops.setFont(Theme.smallFont());
        drops.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        duration = label(right, SWT.RIGHT);
        duration.setForeground(Theme.TEXT_DIM);
        duration.setFont(Theme.timecodeFont());
        duration.setToolTipText("Length of the sequence");
        addListener(SWT.Resize, _ -> arrange());
    }

    /** Buttons are in the middle where there is room on both sides; in small windows the length is the first thing to go. */
    private void arrange() {
        int buttonsPx = buttons.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int sidePx = position.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int otherSidePx = right.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int roomPx = getClientArea().width - 2 * layout.marginWidth - 2 * layout.horizontalSpacing;
        boolean fits = sidePx + buttonsPx + otherSidePx <= roomPx;
        ((GridData) right.getLayoutData()).exclude = !fits;
        right.setVisible(fits);
        layout.numColumns = fits ? 3 : 2;
        layout.makeColumnsEqualWidth = fits && 3 * Math.max(buttonsPx, Math.max(sidePx, otherSidePx)) <= roomPx;
        layout(true, true);
    }

    private static Label label(Composite parent, int style) {
        Label label = new Label(parent, style);
        label.setData(UNSTYLED, Boolean.TRUE);
        label.setBackground(Theme.PANEL);
        return label;
    }

    private static ToolItem button(ToolBar bar, String icon, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Icons.image(icon));
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    /** Shows where the playhead is. */
    void showPosition(long frame, FrameRate rate) {
        set(position, Timecode.of(frame, rate).toString());
    }

    /** Shows how long the sequence is. */
    void showDuration(long frames, FrameRate rate) {
        set(duration, Timecode.of(frames, rate).toString());
        arrange();
    }

    /** Shows nothing, when nothing is open. */
    void clear() {
        set(position, "");
        set(duration, "");
        set(drops, "");
    }

    /** Lets people type where to go, in place of the timecode. */
    void enter() {
        if (entry != null || position.getText().isEmpty()) {
            return;
        }
        Text text = new Text(this, SWT.SINGLE);
        entry = text;
        GridData below = new GridData();
        below.exclude = true;
        text.setLayoutData(below);
        text.setData(UNSTYLED, Boolean.TRUE);
        text.setBackground(Theme.RAISED);
        text.setForeground(Theme.TEXT);
        text.setFont(Theme.timecodeFont());
        text.setToolTipText(HELP);
        text.setText(position.getText());
        text.selectAll();
        text.setBounds(position.getBounds());
        text.moveAbove(null);
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                end(event.detail == SWT.TRAVERSE_RETURN);
            }
        });
        // The view may take the focus while it becomes the active one, and gives it back.
        text.addListener(SWT.FocusOut, _ -> getDisplay().asyncExec(() -> {
            if (!text.isDisposed() && !text.isFocusControl()) {
                end(false);
            }
        }));
        text.setFocus();
    }

    /** Gives the focus to the place where a timecode is typed; tells whether there is one. */
    boolean focusEntry() {
        Text text = entry;
        return text != null && !text.isDisposed() && text.setFocus();
    }

    private void end(boolean isMeant) {
        Text text = entry;
        if (text == null || text.isDisposed()) {
            return;
        }
        String typed = text.getText();
        if (isMeant) {
            try {
                actions.goTo(typed);
            } catch (IllegalArgumentException e) {
                text.setForeground(Theme.PROBLEM);
                text.setToolTipText(e.getMessage());
                text.selectAll();
                return;
            }
        }
        entry = null;
        boolean hasFocus = text.isFocusControl();
        text.dispose();
        if (hasFocus) {
            actions.leave();
        }
    }

    /** Shows how it plays: how fast, how large pictures are, how many came too late, and whether previews are shown. */
    void showStatus(Status status) {
        boolean playing = status.speed() != 0;
        String icon = playing ? "pause" : "play";
        if (!icon.equals(playButton.getData())) {
            playButton.setData(icon);
            playButton.setImage(Icons.image(icon));
            playButton.setToolTipText(playing ? "Pause (Space)" : "Play (Space)");
        }
        set(drops, StatusWords.text(status));
        String tip = StatusWords.tip(status);
        drops.setToolTipText(tip.isEmpty() ? null : tip);
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }
}
