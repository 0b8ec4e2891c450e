package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What the menu of a picture offers beside how large it is rendered: how it is looked at, and keeping it. */
final class PictureMenu {

    /** What the items do. */
    interface Actions {

        /** Looks through a factor; 0 to fit. */
        void zoom(double factor);

        /** Shows or hides the safe areas. */
        void showSafeAreas(boolean isWanted);

        /** Lets sound be heard while the playhead is dragged, or not. */
        void hearScrubbing(boolean isWanted);

        /** Saves the frame as a picture. */
        void saveFrame();
    }

    private static final double[] FACTORS = { 0, 0.25, 0.5, 1, 2, 4 };

    private PictureMenu() {
    }

    static void extend(Menu menu, Actions actions, Runnable fullScreen) {
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem zoom = new MenuItem(menu, SWT.CASCADE);
        zoom.setText("Zoom");
        Menu factors = new Menu(zoom);
        for (double factor : FACTORS) {
            MenuItem item = new MenuItem(factors, SWT.RADIO);
            item.setText(factor == 0 ? "Fit" : Math.round(factor * 100) + " %");
            item.setSelection(factor == 0);
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    actions.zoom(factor);
                }
            });
        }
        zoom.setMenu(factors);
        MenuItem areas = new MenuItem(menu, SWT.CHECK);
        areas.setText("Safe Areas");
        areas.addListener(SWT.Selection, _ -> actions.showSafeAreas(areas.getSelection()));
        MenuItem heard = new MenuItem(menu, SWT.CHECK);
        heard.setText("Hear Sound While Scrubbing");
        heard.setSelection(true);
        heard.addListener(SWT.Selection, _ -> actions.hearScrubbing(heard.getSelection()));
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem full = new MenuItem(menu, SWT.PUSH);
        full.setText("Full Screen");
        full.addListener(SWT.Selection, _ -> fullScreen.run());
        MenuItem save = new MenuItem(menu, SWT.PUSH);
        save.setText("Save Frame as Picture…");
        save.addListener(SWT.Selection, _ -> actions.saveFrame());
    }
}
