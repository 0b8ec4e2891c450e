package org.reelbench.ui.preview.internal;

import java.io.IOException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.PlatformUI;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.preview.PreviewServer;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.UiThread;

/** Copies the address of a page that plays the sequence and follows its edits, for as long as the project is open. */
public final class CopyAddressHandler extends AbstractHandler {

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, CopyAddressHandler.class);
    private final ServiceSlot<WindowPreviews> previews = ServiceSlot.open(WindowPreviews.class, CopyAddressHandler.class);
    private final ServiceSlot<PreviewServer> server = ServiceSlot.open(PreviewServer.class, CopyAddressHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        editor.get().ifPresent(this::copy);
        return null;
    }

    private void copy(Editor service) {
        WindowPreviews window = previews.get().orElse(null);
        PreviewServer serving = server.get().orElse(null);
        Preview preview = window == null ? null : window.preview().orElse(null);
        if (window == null || serving == null || preview == null) {
            service.tell(service.project().isEmpty() ? "Open a project first" : "The part that serves previews is not installed",
                    true);
            return;
        }
        Job job = Job.create("Starting the preview server", _ -> {
            return serve(window, serving, preview, service);
        });
        job.setSystem(true);
        job.schedule();
    }

    private static IStatus serve(WindowPreviews window, PreviewServer serving, Preview preview, Editor service) {
        try {
            String page = window.serve(serving, preview).page().toString();
            UiThread.later(() -> {
                put(page);
                service.tell(
                        "The live address is on the clipboard; who has it can watch on this computer while the project is open",
                        false);
            });
            return Status.OK_STATUS;
        } catch (IOException e) {
            ILog.of(CopyAddressHandler.class).error("The sequence is not served", e);
            service.tell("The sequence is not served: " + e.getMessage(), true);
            return Status.OK_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private static void put(String text) {
        Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    public void dispose() {
        editor.close();
        previews.close();
        server.close();
        super.dispose();
    }
}
