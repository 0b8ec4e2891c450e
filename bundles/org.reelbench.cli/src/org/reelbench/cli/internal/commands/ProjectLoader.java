package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;

/** Loads what commands work on without changing it: a project, or a timeline of another program as if it were one. */
@Component(service = ProjectLoader.class)
public final class ProjectLoader {

    /** As many as a person reads on a screen. */
    private static final int MOST_LINES = 40;

    private volatile @Nullable TimelineFormats formats;

    /** Takes what reads timelines of other programs. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setFormats(TimelineFormats newFormats) {
        formats = newFormats;
    }

    /** Does without what goes, unless another has come. */
    public void unsetFormats(TimelineFormats oldFormats) {
        if (formats == oldFormats) {
            formats = null;
        }
    }

    /** A project and what is not in it that was in the file. */
    record Loaded(Project project, List<NotCarriedOver> notCarriedOver) {
    }

    /** Tells whether a file is a timeline of another program, by its name. */
    public boolean isForeign(Path file) {
        TimelineFormats known = formats;
        return known != null && known.forFile(file).isPresent();
    }

    /** Loads a project; of a timeline of another program, tells on the way what it is not. */
    public Project load(Path file, Console console, boolean json) throws CommandException {
        Loaded loaded = read(file, ImportSettings.DEFAULT, console);
        tell(file, loaded.notCarriedOver(), console, json);
        return loaded.project();
    }

    Loaded read(Path file, ImportSettings settings, Console console) throws CommandException {
        TimelineFormats known = formats;
        try {
            if (known == null || known.forFile(file).isEmpty()) {
                return new Loaded(ProjectFile.load(file), List.of());
            }
            ImportedTimeline imported = known.read(file, settings, console.cancellation());
            Project project = new Project(imported.name(), imported.media(), imported.sequences(),
                    imported.sequences().getFirst().id(), imported.extras());
            return new Loaded(project, imported.notCarriedOver());
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    /** Lists what was not carried over: for programs among the results, for people beside them. */
    static void tell(Path file, List<NotCarriedOver> losses, Console console, boolean json) {
        if (json) {
            for (NotCarriedOver loss : losses) {
                console.out().println(Json.line(out -> {
                    out.writeStringField("event", "notCarriedOver");
                    out.writeNumberField("line", loss.line());
                    out.writeStringField("where", loss.where());
                    out.writeStringField("what", loss.what());
                    out.writeStringField("why", loss.why());
                }));
            }
        } else if (!losses.isEmpty()) {
            console.err().println(file.getFileName() + ": not carried over as it was meant:");
            losses.stream().limit(MOST_LINES).forEach(loss -> console.err().println("  " + loss));
            if (losses.size() > MOST_LINES) {
                console.err().println("  … and " + (losses.size() - MOST_LINES) + " more; --json lists all");
            }
        }
    }
}
