package org.reelbench.ui.viewer.internal;

import java.util.function.UnaryOperator;

import org.eclipse.swt.widgets.Composite;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.ui.SettingsPage;

/** What is played in place of heavy media, and from where media are read. */
public final class PlaybackPage extends SettingsPage {

    /** Creates the page; the workbench does. */
    public PlaybackPage() {
        // everything is made in createRows
    }

    @Override
    protected void createRows(Composite form) {
        check(form, "Play proxies in place of heavy media", "proxies.enabled");
        check(form, "Make proxies without being asked for", "proxies.automatic");
        choice(form, "Format of proxies", "proxies.format", ProxyFormat.ALL.stream().map(ProxyFormat::name).toList(),
                UnaryOperator.identity());
        note(form, "Counts at once. Exports never read proxies.");
        check(form, "Read media of other machines", "remote.enabled");
        field(form, "Machines, with commas between them", "remote.hosts");
        note(form, "Such as media.example, media.example:8443 or *.example. Media are read from no other machine.");
    }
}
