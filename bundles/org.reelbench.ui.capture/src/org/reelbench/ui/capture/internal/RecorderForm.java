package org.reelbench.ui.capture.internal;

import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.ui.Theme;

/** What is to be recorded: a device of pictures, what of it, a device of sound. */
final class RecorderForm extends Composite {

    private static final String SCREEN = "x11";
    private static final int COLUMNS = 3;

    private final Combo pictures;
    private final Combo sound;
    private final Text region;
    private final Button pick;
    private final Button pointer;
    private final Button level;
    private final Button quiet;
    private DeviceChoice pictureChoice = new DeviceChoice(java.util.List.of());
    private DeviceChoice soundChoice = new DeviceChoice(java.util.List.of());

    RecorderForm(Composite parent) {
        super(parent, SWT.NONE);
        setBackground(Theme.PANEL);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(8, 4).applyTo(this);
        pictures = combo("Picture");
        label("Region");
        region = new Text(this, SWT.BORDER | SWT.SINGLE);
        region.setMessage("all of it, or 1280x720+0+0");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(region);
        pick = new Button(this, SWT.PUSH);
        pick.setText("Draw…");
        pick.addListener(SWT.Selection, _ -> RegionPicker.open(getDisplay(), text -> {
            if (!region.isDisposed()) {
                region.setText(text);
            }
        }));
        sound = combo("Sound");
        label("");
        pointer = check("Pointer in the picture", true);
        label("");
        level = check("Level quiet and loud sound out", false);
        label("");
        quiet = check("Take hiss, hum and fans out of the sound", false);
        pictures.addListener(SWT.Selection, _ -> adjust());
        sound.addListener(SWT.Selection, _ -> adjust());
    }

    private void label(String text) {
        new Label(this, SWT.NONE).setText(text);
    }

    private Combo combo(String name) {
        label(name);
        Combo combo = new Combo(this, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).grab(true, false).applyTo(combo);
        return combo;
    }

    private Button check(String text, boolean chosen) {
        Button button = new Button(this, SWT.CHECK);
        button.setText(text);
        button.setSelection(chosen);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(button);
        return button;
    }

    /** Offers devices; what was chosen stays chosen where it is still there. */
    void offer(DeviceList found) {
        pictureChoice = offer(pictures, pictureChoice, DeviceChoice.of(found, true));
        soundChoice = offer(sound, soundChoice, DeviceChoice.of(found, false));
        adjust();
    }

    private static DeviceChoice offer(Combo combo, DeviceChoice before, DeviceChoice now) {
        int index = now.index(before.at(combo.getSelectionIndex()));
        combo.setItems(now.labels());
        combo.select(index);
        return now;
    }

    private void adjust() {
        boolean screen = pictureChoice.at(pictures.getSelectionIndex()).filter(device -> device.source().equals(SCREEN))
                .isPresent();
        region.setEnabled(screen);
        pick.setEnabled(screen);
        pointer.setEnabled(screen);
        boolean heard = soundChoice.at(sound.getSelectionIndex()).isPresent();
        level.setEnabled(heard);
        quiet.setEnabled(heard);
    }

    /** Whether anything is chosen. */
    boolean isComplete() {
        return pictures.getSelectionIndex() > 0 || sound.getSelectionIndex() > 0;
    }

    /** What is chosen now. */
    Wish wish() {
        return new Wish(pictureChoice.at(pictures.getSelectionIndex()), pictureOptions(),
                soundChoice.at(sound.getSelectionIndex()), new SoundTreatment(quiet.getSelection(), level.getSelection()));
    }

    private SortedMap<String, String> pictureOptions() {
        SortedMap<String, String> options = new TreeMap<>();
        if (region.isEnabled() && !region.getText().isBlank()) {
            options.put("region", region.getText().strip());
        }
        if (pointer.isEnabled() && !pointer.getSelection()) {
            options.put("pointer", "off");
        }
        return options;
    }
}
