import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.part.ViewPart;

/** The least there is of an application in the platform's window: one view with a word in it. */
public final class BareWindow implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        try {
            PlatformUI.createAndRunWorkbench(display, new WorkbenchAdvisor() {

                @Override
                public String getInitialWindowPerspectiveId() {
                    return "bare.layout";
                }
            });
            return EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        // whoever measures ends the process
    }

    /** Where the view lies. */
    public static final class Layout implements IPerspectiveFactory {

        @Override
        public void createInitialLayout(IPageLayout layout) {
            layout.addView("bare.words", IPageLayout.LEFT, 0.5f, layout.getEditorArea());
            layout.setEditorAreaVisible(false);
        }
    }

    /** The view. */
    public static final class Words extends ViewPart {

        private Label label;

        @Override
        public void createPartControl(Composite parent) {
            label = new Label(parent, SWT.NONE);
            label.setText("Nothing else is here");
        }

        @Override
        public void setFocus() {
            label.setFocus();
        }
    }
}
