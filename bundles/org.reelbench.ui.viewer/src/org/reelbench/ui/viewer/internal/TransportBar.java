package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;

/** Timecode, buttons and duration under the screen. */
final class TransportBar extends Composite {

    /** What the buttons do. */
    interface Actions {
        void toStart();

        void stepBack();

        void toggle();

        void stepForward();

        void toEnd();
    }

    /** The workbench's style sheet leaves controls with this mark alone; ours have the theme's colours already. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private final Label position;
    private final Label duration;
    private final Label drops;
    private final ToolItem playButton;

    TransportBar(Composite parent, Actions actions) {
        super(parent, SWT.NONE);
        setData(UNSTYLED, Boolean.TRUE);
        setBackground(Theme.PANEL);
        GridLayout layout = new GridLayout(3, true);
        layout.marginHeight = 2;
        layout.marginWidth = 10;
        setLayout(layout);

        position = label(this, SWT.LEFT);
        position.setForeground(Theme.TEXT);
        position.setFont(Theme.timecodeFont());
        position.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        position.setToolTipText("Playhead");

        ToolBar buttons = new ToolBar(this, SWT.FLAT | SWT.HORIZONTAL);
        buttons.setData(UNSTYLED, Boolean.TRUE);
        buttons.setBackground(Theme.PANEL);
        buttons.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        button(buttons, "to-start", "To start (Home)", actions::toStart);
        button(buttons, "step-back", "One frame back (\u2190)", actions::stepBack);
        playButton = button(buttons, "play", "Play (Space)", actions::toggle);
        button(buttons, "step-forward", "One frame forward (\u2192)", actions::stepForward);
        button(buttons, "to-end", "To end (End)", actions::toEnd);

        Composite right = new Composite(this, SWT.NONE);
        right.setData(UNSTYLED, Boolean.TRUE);
        right.setBackground(Theme.PANEL);
        GridLayout rightLayout = new GridLayout(2, false);
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
        layout(true, true);
    }

    /** Shows nothing, when nothing is open. */
    void clear() {
        set(position, "");
        set(duration, "");
        set(drops, "");
    }

    /** Shows whether it plays, how many pictures were too late, and whether previews are shown in place of rendered pictures. */
    void showPlaying(boolean playing, long dropped, boolean isStored) {
        String icon = playing ? "pause" : "play";
        if (!icon.equals(playButton.getData())) {
            playButton.setData(icon);
            playButton.setImage(Icons.image(icon));
            playButton.setToolTipText(playing ? "Pause (Space)" : "Play (Space)");
        }
        String late = dropped == 0 ? "" : dropped + " dropped";
        set(drops, isStored ? (late.isEmpty() ? "Preview" : "Preview, " + late) : late);
        drops.setToolTipText(isStored
                ? "Previews are played here, as putting the tracks together takes too long"
                : late.isEmpty() ? null : "Pictures that were too late to be shown; an export has them all");
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }
}
