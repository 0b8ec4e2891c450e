package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Cancellation;
import org.reelbench.project.Project;
import org.reelbench.ui.UiThread;

/** Makes projects, not saved yet, of timelines of other programs, and says what is not in them. */
final class ForeignTimelines {

    /** More than anybody reads, and few enough for the log's window. */
    private static final int MOST_LINES = 1000;

    private final BiConsumer<String, Boolean> tell;

    /** Creates the reader; it tells people one line, and whether it is a problem. */
    ForeignTimelines(BiConsumer<String, Boolean> tell) {
        this.tell = tell;
    }

    Project read(Path file, TimelineFormats formats) throws IOException {
        UiThread.forbid("reading a timeline");
        ImportedTimeline imported = formats.read(file, ImportSettings.DEFAULT, new Cancellation());
        List<NotCarriedOver> losses = imported.notCarriedOver();
        if (losses.isEmpty()) {
            tell.accept("Everything in " + file.getFileName() + " was carried over", false);
        } else {
            ILog.of(ForeignTimelines.class).warn(file.getFileName() + ": not carried over as it was meant:\n" + losses.stream()
                    .limit(MOST_LINES).map(NotCarriedOver::toString).collect(Collectors.joining("\n"))
                    + (losses.size() > MOST_LINES ? "\n… and " + (losses.size() - MOST_LINES) + " more" : ""));
            tell.accept(file.getFileName() + ": " + losses.size()
                    + (losses.size() == 1 ? " thing was" : " things were") + " not carried over; the error log lists them", true);
        }
        return new Project(imported.name(), imported.media(), imported.sequences(), imported.sequences().getFirst().id(),
                imported.extras());
    }
}
