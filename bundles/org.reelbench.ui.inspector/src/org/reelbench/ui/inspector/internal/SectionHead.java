package org.reelbench.ui.inspector.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.reelbench.project.EditCommand;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.EffectPlace;
import org.reelbench.ui.inspector.internal.sheet.Offer;
import org.reelbench.ui.inspector.internal.sheet.Section;

/** The line above some properties: what they are about, and what can be done with all of them. */
final class SectionHead {

    private final Hand hand;
    private Section section;
    private Optional<Button> check = Optional.empty();

    SectionHead(Composite parent, Section section, Hand hand) {
        this.section = section;
        this.hand = hand;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 0).extendedMargins(0, 0, 8, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(row);
        if (section.effect().isPresent()) {
            effect(row, section.effect().get());
        } else {
            Label title = new Label(row, SWT.NONE);
            title.setText(section.title().replace("&", "&&"));
            title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
            if (!section.offers().isEmpty()) {
                add(row);
            }
        }
        show(section);
    }

    private void effect(Composite row, EffectPlace place) {
        Button enabled = new Button(row, SWT.CHECK);
        enabled.setText(section.title().replace("&", "&&"));
        enabled.setToolTipText("Whether this effect is applied");
        enabled.setSelection(place.enabled());
        enabled.addListener(SWT.Selection, _ -> make(now -> Optional.of(now.toggle())));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(enabled);
        check = Optional.of(enabled);
        ToolBar bar = new ToolBar(row, SWT.FLAT);
        item(bar, "up", "Apply earlier", EffectPlace::up);
        item(bar, "down", "Apply later", EffectPlace::down);
        item(bar, "clear", "Remove effect", now -> Optional.of(now.remove()));
        if (!place.problem().isEmpty()) {
            Label problem = new Label(row, SWT.WRAP);
            problem.setText(place.problem());
            problem.setForeground(Theme.PROBLEM);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(100, SWT.DEFAULT).applyTo(problem);
        }
    }

    private void item(ToolBar bar, String icon, String tip, Function<EffectPlace, Optional<EditCommand>> command) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Icons.image(icon));
        item.setDisabledImage(Icons.image(icon + "-dim"));
        item.setToolTipText(tip);
        item.setEnabled(section.effect().flatMap(command::apply).isPresent());
        item.addListener(SWT.Selection, _ -> make(command));
    }

    private void make(Function<EffectPlace, Optional<EditCommand>> command) {
        section.effect().flatMap(command::apply).ifPresent(edit -> hand.make(section.title(), List.of(edit)));
    }

    private void add(Composite row) {
        Button button = new Button(row, SWT.PUSH);
        button.setText("Add Effect");
        button.addListener(SWT.Selection, _ -> {
            Menu menu = new Menu(button);
            for (Offer offer : section.offers()) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(offer.label().replace("&", "&&"));
                item.addListener(SWT.Selection, _ -> hand.make(offer.label(), List.of(offer.command())));
            }
            menu.addListener(SWT.Hide, _ -> menu.getDisplay().asyncExec(menu::dispose));
            menu.setVisible(true);
        });
    }

    void show(Section now) {
        section = now;
        now.effect().ifPresent(place -> check.ifPresent(button -> button.setSelection(place.enabled())));
    }
}
