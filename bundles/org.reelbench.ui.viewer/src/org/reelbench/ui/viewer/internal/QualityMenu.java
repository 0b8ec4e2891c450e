package org.reelbench.ui.viewer.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.reelbench.playback.PreviewQuality;

/** How large pictures are rendered while they play: a choice in the menu of the picture. */
final class QualityMenu {

    private static final Map<PreviewQuality, String> NAMES = new EnumMap<>(Map.of(PreviewQuality.FULL, "Play in Full Size",
            PreviewQuality.HALF, "Play in Half Size", PreviewQuality.QUARTER, "Play in Quarter Size", PreviewQuality.AUTO,
            "Play as Large as Possible"));

    private QualityMenu() {
    }

    /** Gives a control the menu, which goes with it. */
    static void add(Control control, Consumer<PreviewQuality> chosen) {
        Menu menu = new Menu(control);
        for (PreviewQuality quality : PreviewQuality.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(String.valueOf(NAMES.get(quality)));
            item.setSelection(quality == PreviewQuality.AUTO);
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    chosen.accept(quality);
                }
            });
        }
        control.setMenu(menu);
    }
}
