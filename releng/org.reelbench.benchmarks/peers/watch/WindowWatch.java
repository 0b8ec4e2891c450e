import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Says when the window of a workbench is shown and has nothing left to do at once, what that took, and ends the process. It is started
 * beside whatever is measured, so that all are asked in the same way.
 */
public final class WindowWatch implements BundleActivator {

    private static final long LOOK_NS = Duration.ofMillis(5).toNanos();

    @Override
    public void start(BundleContext context) {
        Thread.ofPlatform().daemon().name("window watch").start(WindowWatch::watch);
    }

    @Override
    public void stop(BundleContext context) {
        // whoever measures ends the process
    }

    private static void watch() {
        while (!PlatformUI.isWorkbenchRunning()) {
            LockSupport.parkNanos(LOOK_NS);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        while (!display.syncCall(WindowWatch::isShown)) {
            LockSupport.parkNanos(LOOK_NS);
        }
        // What is run so comes behind all events and paints that wait.
        display.syncExec(WindowWatch::tell);
        Runtime.getRuntime().halt(0);
    }

    private static boolean isShown() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            Shell shell = window.getShell();
            if (shell != null && shell.isVisible() && window.getActivePage() != null) {
                shell.update();
                return true;
            }
        }
        return false;
    }

    private static void tell() {
        try {
            double cpuMs = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
            boolean natives = Files.readString(Path.of("/proc/self/maps")).contains("libavcodec");
            System.out.println("window shown " + cpuMs + " " + natives + " " + SWT.getVersion());
        } catch (IOException e) {
            System.out.println("window not measured " + e);
        }
    }
}
