package org.reelbench.cli.internal.commands;

import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportSummary;

/** Shows an export as it goes. */
interface ProgressView {

    /** Shows how far it is. */
    void progress(ExportProgress progress);

    /** Leaves the line that showed the progress; calling it twice is harmless. */
    void end();

    /** Shows what was made. */
    void summary(ExportSummary summary);
}
