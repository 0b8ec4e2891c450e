package org.reelbench.ui;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/**
 * What a view shows as long as there is an editor: a panel that is made when one comes, and disposed of when it goes.
 * <p>
 * On the UI thread only. Whoever opened it closes it.
 *
 * <pre>{@code
 * private final EditorPanel<MyPanel> panel = new EditorPanel<>(MyView.class, MyPanel::new, _ -> { });
 * …
 * panel.open(parent, Theme.PANEL);   // in createPartControl()
 * …
 * panel.close();                     // in dispose()
 * }</pre>
 *
 * @param <P> the panel's type
 */
public final class EditorPanel<P extends Composite> implements AutoCloseable {

    private final EditorSlot editors;
    private final BiFunction<Composite, Editor, P> maker;
    private final Consumer<P> going;
    private @Nullable Composite root;
    private Optional<P> panel = Optional.empty();

    /**
     * Creates what shows nothing yet.
     *
     * @param user a class of the bundle that uses the editor
     * @param maker makes the panel in the control it is given
     * @param going hears of a panel before it is disposed of
     */
    public EditorPanel(Class<?> user, BiFunction<Composite, Editor, P> maker, Consumer<P> going) {
        this.maker = maker;
        this.going = going;
        editors = new EditorSlot(user, this::show, this::hide);
    }

    /**
     * Begins to look for an editor.
     *
     * @param parent the view's control
     * @param ground the colour where there is no panel
     * @return the control that the panel fills
     */
    public Composite open(Composite parent, Color ground) {
        Composite made = new Composite(parent, SWT.NONE);
        made.setLayout(new FillLayout());
        made.setBackground(ground);
        root = made;
        editors.open();
        return made;
    }

    /**
     * Returns the panel.
     *
     * @return the panel, or empty while there is no editor
     */
    public Optional<P> get() {
        return panel;
    }

    /**
     * Returns the editor.
     *
     * @return the editor that is there now, or empty if there is none
     */
    public Optional<Editor> editor() {
        return editors.get();
    }

    private void show(Editor editor) {
        Composite parent = root;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        hide();
        panel = Optional.of(maker.apply(parent, editor));
        parent.layout(true, true);
    }

    private void hide() {
        Optional<P> shown = panel;
        shown.ifPresent(going);
        panel = Optional.empty();
        shown.ifPresent(Composite::dispose);
    }

    /** Disposes of the panel, and lets the editor go. */
    @Override
    public void close() {
        hide();
        root = null;
        editors.close();
    }
}
