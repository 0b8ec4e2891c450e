package org.reelbench.workbench.it;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;

/** What can be said of widgets without looking at them; on the UI thread. Each answer names what is not as it should be. */
final class LookChecks {

    private static final int GRID_PX = 4;
    /** Beside the title of a column, which is bold. */
    private static final int TITLE_EDGES_PX = 12;
    /** Sizes are rounded where the zoom is no whole number. */
    private static final int ROUNDING_PX = 1;
    /** What WCAG 2 asks of text of the usual size. */
    private static final double LEAST_CONTRAST = 4.5;

    private LookChecks() {
    }

    /** Words that have less room than they need, and controls that are cut off by what they lie in. */
    static List<String> clipped(Control root) {
        List<String> clipped = new ArrayList<>();
        walk(root, control -> {
            Point size = control.getSize();
            String text = text(control);
            if (!text.isBlank() && !(control instanceof Text) && !(control instanceof Combo)) {
                boolean wraps = (control.getStyle() & SWT.WRAP) != 0;
                Point wanted = control.computeSize(wraps ? size.x : SWT.DEFAULT, SWT.DEFAULT);
                if (wanted.x > size.x + ROUNDING_PX || wanted.y > size.y + ROUNDING_PX) {
                    clipped.add(name(control) + " has " + size + " and needs " + wanted);
                }
            }
            if (control instanceof Table table && table.getHeaderVisible()) {
                clippedTitles(table).forEach(clipped::add);
            }
            if (control instanceof Table table && !scrollsSideways(table)
                    && columnsPx(table) > table.getClientArea().width + ROUNDING_PX) {
                clipped.add("columns of " + columnsPx(table) + " have " + table.getClientArea().width);
            }
            Composite parent = control.getParent();
            if (control != root && !(parent instanceof ScrolledComposite)) {
                Rectangle bounds = control.getBounds();
                Rectangle room = parent.getClientArea();
                if (bounds.x < -ROUNDING_PX || bounds.y < -ROUNDING_PX || bounds.x + bounds.width > room.width + ROUNDING_PX
                        || bounds.y + bounds.height > room.height + ROUNDING_PX) {
                    clipped.add(name(control) + " at " + bounds + " is cut off by " + name(parent) + " of " + room);
                }
            }
        });
        return clipped;
    }

    private static List<String> clippedTitles(Table table) {
        GC gc = new GC(table);
        try {
            return Stream.of(table.getColumns())
                    .filter(column -> gc.textExtent(column.getText()).x + TITLE_EDGES_PX > column.getWidth())
                    .map(column -> "'" + column.getText() + "' has " + column.getWidth()).toList();
        } finally {
            gc.dispose();
        }
    }

    /** What lies behind the names of files and of plug-ins is looked up: their lists scroll sideways. */
    private static boolean scrollsSideways(Table table) {
        return Stream.of(table.getColumns()).map(TableColumn::getText)
                .anyMatch(title -> title.equals("Format") || title.equals("Left Behind"));
    }

    private static int columnsPx(Table table) {
        return Stream.of(table.getColumns()).mapToInt(TableColumn::getWidth).sum();
    }

    /** Neighbours that lie over each other. */
    static List<String> overlapping(Control root) {
        List<String> overlapping = new ArrayList<>();
        walk(root, control -> {
            if (control instanceof Composite composite) {
                Control[] children = composite.getChildren();
                for (int i = 0; i < children.length; i++) {
                    for (int j = i + 1; j < children.length; j++) {
                        if (isSeen(children[i]) && isSeen(children[j])
                                && !children[i].getBounds().intersection(children[j].getBounds()).isEmpty()) {
                            overlapping.add(name(children[i]) + " over " + name(children[j]));
                        }
                    }
                }
            }
        });
        return overlapping;
    }

    /** Distances that are no multiples of four. */
    static List<String> offGrid(Control root) {
        List<String> off = new ArrayList<>();
        walk(root, control -> {
            if (control instanceof Composite composite && !distances(composite).allMatch(px -> px % GRID_PX == 0)) {
                off.add(name(control) + ": " + composite.getLayout());
            }
            if (control.getLayoutData() instanceof GridData data
                    && (data.horizontalIndent % GRID_PX != 0 || data.verticalIndent % GRID_PX != 0)) {
                off.add(name(control) + ": " + data);
            }
        });
        return off;
    }

    private static IntStream distances(Composite composite) {
        boolean hasNeighbours = composite.getChildren().length > 1;
        return switch (composite.getLayout()) {
        case GridLayout grid ->
            IntStream.of(grid.marginWidth, grid.marginHeight, grid.marginLeft, grid.marginRight, grid.marginTop,
                    grid.marginBottom, hasNeighbours && grid.numColumns > 1 ? grid.horizontalSpacing : 0,
                    composite.getChildren().length > grid.numColumns ? grid.verticalSpacing : 0);
        case RowLayout row -> IntStream.of(row.marginWidth, row.marginHeight, row.marginLeft, row.marginRight, row.marginTop,
                row.marginBottom, hasNeighbours ? row.spacing : 0);
        case null, default -> IntStream.empty();
        };
    }

    /** Words that are hard to read on their ground. What cannot be done may be. */
    static List<String> faint(Control root) {
        List<String> faint = new ArrayList<>();
        walk(root, control -> {
            if (!text(control).isBlank() && control.isEnabled()) {
                double contrast = contrast(control.getForeground(), control.getBackground());
                if (contrast < LEAST_CONTRAST) {
                    faint.add(name(control) + ": " + control.getForeground() + " on " + control.getBackground());
                }
            }
        });
        return faint;
    }

    /** What is typed into or pressed, and can be at the moment. */
    static List<Control> focusable(Control root) {
        List<Control> found = new ArrayList<>();
        walk(root, control -> {
            if ((control instanceof Text || control instanceof Button || control instanceof Combo) && control.isEnabled()) {
                found.add(control);
            }
        });
        return found;
    }

    /** Calls for every control that is seen. */
    static void walk(Control control, Consumer<Control> visitor) {
        if (!isSeen(control)) {
            return;
        }
        visitor.accept(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                walk(child, visitor);
            }
        }
    }

    private static boolean isSeen(Control control) {
        return control.isVisible() && control.getSize().x > 0 && control.getSize().y > 0;
    }

    private static String text(Control control) {
        return switch (control) {
        case Label label -> label.getText();
        case Button button -> button.getText();
        case Link link -> link.getText();
        case Text text -> text.getText();
        case Combo combo -> combo.getText();
        default -> "";
        };
    }

    static String name(Control control) {
        return control.getClass().getSimpleName() + (text(control).isBlank() ? "" : " '" + text(control) + "'");
    }

    static double contrast(Color one, Color other) {
        double a = luminance(one.getRGB());
        double b = luminance(other.getRGB());
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
