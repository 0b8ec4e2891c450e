package org.reelbench.workbench.internal;

import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

/** The picture that is shown until the window is there. */
final class Splash {

    private final Shell shell;
    private final Image picture;

    private Splash(Shell shell, Image picture) {
        this.shell = shell;
        this.picture = picture;
    }

    static Splash open(Display display) {
        URL file = FileLocator.find(FrameworkUtil.getBundle(Splash.class), new Path("icons/splash.png"));
        Image picture = ImageDescriptor.createFromURL(file).createImage(display);
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.TOOL);
        Rectangle size = picture.getBounds();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setBounds(screen.x + (screen.width - size.width) / 2, screen.y + (screen.height - size.height) / 2, size.width,
                size.height);
        shell.addPaintListener(event -> event.gc.drawImage(picture, 0, 0));
        shell.open();
        // The workbench is made on this thread: what is not painted now is not painted before the window is there.
        shell.update();
        while (display.readAndDispatch()) {
            continue;
        }
        return new Splash(shell, picture);
    }

    /** Closing twice is harmless. */
    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
        picture.dispose();
    }
}
