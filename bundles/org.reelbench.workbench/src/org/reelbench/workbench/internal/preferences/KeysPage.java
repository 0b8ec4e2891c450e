package org.reelbench.workbench.internal.preferences;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.Scheme;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

/** Whose habits the keys follow, and which key does what. */
public final class KeysPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final String OURS = "org.reelbench.keys";
    private static final int COMMAND_PX = 300;
    private static final int KEY_PX = 150;
    private static final int ROWS = 12;

    private final IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
    private List<Scheme> schemes = List.of();
    private @Nullable Combo choice;
    private @Nullable Text search;
    private @Nullable Table table;

    /** A command and the key for it. */
    private record Key(String command, String keys) {
    }

    /** Creates the page; the workbench does. */
    public KeysPage() {
        // everything is made in createContents
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is taken from there.
    }

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText("Keys");
        Combo combo = new Combo(area, SWT.READ_ONLY);
        schemes = Stream.of(bindings.getDefinedSchemes()).filter(scheme -> scheme.getId().startsWith(OURS))
                .sorted(Comparator.comparing(Scheme::getId)).toList();
        combo.setItems(schemes.stream().map(KeysPage::name).toArray(String[]::new));
        combo.select(schemes.indexOf(bindings.getActiveScheme()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        choice = combo;
        Text field = new Text(area, SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage("Search commands and keys");
        field.addListener(SWT.Modify, _ -> list());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(field);
        search = field;
        Table list = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE);
        list.setHeaderVisible(true);
        column(list, "Command", COMMAND_PX);
        column(list, "Key", KEY_PX);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(COMMAND_PX + KEY_PX, ROWS * list.getItemHeight())
                .applyTo(list);
        table = list;
        list();
        combo.addListener(SWT.Selection, _ -> list());
        return area;
    }

    private static void column(Table table, String title, int widthPx) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(widthPx);
    }

    private static String name(Scheme scheme) {
        try {
            return scheme.getName();
        } catch (NotDefinedException _) {
            // It went away with its bundle.
            return scheme.getId();
        }
    }

    private void list() {
        Combo combo = choice;
        Text field = search;
        Table list = table;
        if (combo == null || field == null || list == null || combo.getSelectionIndex() < 0) {
            return;
        }
        String words = field.getText().strip().toLowerCase(Locale.ROOT);
        list.removeAll();
        for (Key key : keys(schemes.get(combo.getSelectionIndex()))) {
            if ((key.command() + " " + key.keys()).toLowerCase(Locale.ROOT).contains(words)) {
                new TableItem(list, SWT.NONE).setText(new String[] { key.command(), key.keys() });
            }
        }
    }

    /** The keys of a scheme, and those of ours that it leaves as they are. */
    private List<Key> keys(Scheme scheme) {
        List<Binding> all = Stream.of(bindings.getBindings()).filter(binding -> binding.getParameterizedCommand() != null)
                .toList();
        List<Binding> own = all.stream().filter(binding -> binding.getSchemeId().equals(scheme.getId())).toList();
        List<Binding> inherited = all.stream().filter(binding -> binding.getSchemeId().equals(OURS))
                .filter(binding -> own.stream().noneMatch(mine -> mine.getTriggerSequence().equals(binding.getTriggerSequence())
                        && mine.getContextId().equals(binding.getContextId())))
                .toList();
        return Stream.concat(own.stream(), scheme.getId().equals(OURS) ? Stream.empty() : inherited.stream())
                .map(KeysPage::key).distinct().sorted(Comparator.comparing(Key::command)).toList();
    }

    private static Key key(Binding binding) {
        String keys = binding.getTriggerSequence().format();
        try {
            return new Key(binding.getParameterizedCommand().getName(), keys);
        } catch (NotDefinedException _) {
            // It went away with its bundle.
            return new Key(binding.getParameterizedCommand().getId(), keys);
        }
    }

    @Override
    public boolean performOk() {
        Combo combo = choice;
        if (combo != null && combo.getSelectionIndex() >= 0) {
            Scheme chosen = schemes.get(combo.getSelectionIndex());
            if (!chosen.equals(bindings.getActiveScheme())) {
                try {
                    bindings.savePreferences(chosen, bindings.getBindings());
                } catch (IOException e) {
                    ILog.of(KeysPage.class).error("The choice of keys could not be kept for the next time", e);
                }
            }
        }
        return true;
    }
}
