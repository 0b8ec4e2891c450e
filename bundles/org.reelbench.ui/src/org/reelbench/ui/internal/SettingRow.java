package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.reelbench.settings.GivenSetting;
import org.reelbench.settings.Setting;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;
import org.reelbench.ui.Theme;

/** A setting on a page: what it is, what was said in its place, and who set it if that cannot be changed here. UI thread. */
public final class SettingRow {

    private final Setting setting;
    private final String label;
    private final Control control;
    private final Supplier<String> said;
    private final Consumer<String> shows;
    private final Label lock;
    private @Nullable String before;

    private SettingRow(Composite form, String label, String name, Control control, Supplier<String> said,
            Consumer<String> shows) {
        this.setting = Setting.named(name).orElseThrow(() -> new IllegalArgumentException("there is no setting " + name));
        this.label = label;
        this.control = control;
        this.said = said;
        this.shows = shows;
        control.setToolTipText(name);
        control.setEnabled(false);
        lock = new Label(form, SWT.WRAP);
        lock.setForeground(Theme.TEXT_DIM);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.exclude = true;
        data.widthHint = 1;
        lock.setLayoutData(data);
        lock.setVisible(false);
    }

    /** Makes a row of a name and a field. */
    public static SettingRow field(Composite form, String label, String name, Runnable changed) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.addListener(SWT.Modify, _ -> changed.run());
        return new SettingRow(form, label, name, text, text::getText, text::setText);
    }

    /** Makes a row of a box to tick. */
    public static SettingRow check(Composite form, String text, String name, Runnable changed) {
        Button box = new Button(form, SWT.CHECK);
        box.setText(text);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        box.addListener(SWT.Selection, _ -> changed.run());
        return new SettingRow(form, text, name, box, () -> String.valueOf(box.getSelection()),
                value -> box.setSelection(Boolean.parseBoolean(value)));
    }

    /** Makes a row of a name and a list. */
    public static SettingRow choice(Composite form, String label, String name, List<String> offered, UnaryOperator<String> names,
            Runnable changed) {
        new Label(form, SWT.NONE).setText(label);
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        List<String> values = new ArrayList<>(offered);
        values.forEach(value -> combo.add(names.apply(value)));
        combo.addListener(SWT.Selection, _ -> changed.run());
        return new SettingRow(form, label, name, combo, () -> {
            int index = combo.getSelectionIndex();
            return index < 0 ? "" : values.get(index);
        }, value -> {
            if (!values.contains(value)) {
                values.add(value);
                combo.add(names.apply(value));
            }
            combo.select(values.indexOf(value));
        });
    }

    /** The setting's name. */
    public String name() {
        return setting.name();
    }

    /** Shows what is set, and whether that can be changed here. */
    public void show(Settings now) {
        Optional<GivenSetting> given = now.given(setting.name());
        String value = given.map(GivenSetting::text).orElse(setting.unset());
        shows.accept(value);
        Optional<String> owner = owner(given);
        before = owner.isPresent() ? null : value;
        control.setEnabled(owner.isEmpty());
        owner.ifPresent(where -> lock.setText("Set by " + where + "; it cannot be changed here"));
        lock.setVisible(owner.isPresent());
        ((GridData) lock.getLayoutData()).exclude = owner.isEmpty();
    }

    /** Who says it, unless that is the file, or nobody. */
    static Optional<String> owner(Optional<GivenSetting> given) {
        return given.filter(one -> one.source() != GivenSetting.Source.FILE)
                .map(one -> one.source() == GivenSetting.Source.FLAG
                        ? "a flag of this run"
                        : "the environment (" + one.where() + ")");
    }

    /** What is wrong with what was said. */
    public Optional<String> problem() {
        return before == null ? Optional.empty() : problem(setting, label, said.get());
    }

    static Optional<String> problem(Setting setting, String label, String text) {
        try {
            setting.value(text, label);
            return Optional.empty();
        } catch (SettingsException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What is to be written into the file; empty if that stays as it is. */
    public Optional<String> change() {
        return change(setting, before, said.get());
    }

    /** What is as it would be if nobody said it needs no line in the file. */
    static Optional<String> change(Setting setting, @Nullable String before, String said) {
        String text = said.strip();
        if (before == null || text.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(text.equals(setting.unset()) ? "" : text);
    }
}
