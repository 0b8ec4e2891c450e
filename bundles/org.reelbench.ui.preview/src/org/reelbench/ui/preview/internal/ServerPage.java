package org.reelbench.ui.preview.internal;

import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.SettingsPage;

/** Where the server listens, and how much it takes upon itself. */
public final class ServerPage extends SettingsPage {

    /** Creates the page; the workbench does. */
    public ServerPage() {
        // everything is made in createRows
    }

    @Override
    protected void createRows(Composite form) {
        field(form, "Ports, such as 8000-9000", "http.ports");
        field(form, "Connections", "http.connections");
        field(form, "Slow clients", "http.slow.clients");
        field(form, "Wait for a request, in seconds", "http.header.seconds");
        field(form, "Keep idle connections, in seconds", "http.idle.seconds");
        field(form, "Wait for answers at the end, in seconds", "http.drain.seconds");
        note(form, "Counts from the next start of the server, which Copy Live Address starts and the end of the project ends. "
                + "The window serves this computer alone; for others there is 'reelbench serve', for which the rest is:");
        field(form, "Address", "http.address");
        field(form, "Names of this computer", "http.hosts");
        field(form, "Pages that may read", "http.origins");
    }
}
