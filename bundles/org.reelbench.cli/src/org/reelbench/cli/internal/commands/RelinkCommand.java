package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.Arguments.Option;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFinder;
import org.reelbench.media.MediaSearch;
import org.reelbench.media.MediaSearch.Found;
import org.reelbench.media.MediaSearch.Match;
import org.reelbench.media.MissingMedium;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.MediaReference;

/** {@code reelbench relink}: finds a project's missing media again. */
@Component(service = Subcommand.class)
public final class RelinkCommand implements Subcommand {

    private final ProjectLoader loader;
    private final ProjectSessions sessions;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param loader knows what is no project
     * @param sessions opens the project
     * @param fingerprints knows what identifies files
     */
    @Activate
    public RelinkCommand(@Reference ProjectLoader loader, @Reference ProjectSessions sessions,
            @Reference Fingerprints fingerprints) {
        this.loader = loader;
        this.sessions = sessions;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "relink";
    }

    @Override
    public String summary() {
        return "finds a project's missing media again";
    }

    @Override
    public String usage() {
        return """
                relink PROJECT.reel [--media ID FILE] [--search FOLDER]… [--force] [--dry-run] [--json]
                  --media ID FILE   says where one medium is now; others that moved the same way are found with it
                  --search FOLDER   looks for what is missing in this folder and all in it, by content and by name
                  --force           takes FILE though its content is not that of the medium
                  --dry-run         tells what would be found and leaves the project as it is
                  --json            one JSON object a line: found, missing, note, then a summary
                  Exit code 3 if media are still missing.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        boolean dry = arguments.flag("--dry-run");
        boolean force = arguments.flag("--force");
        List<String> relinked = arguments.pair("--media");
        List<Path> folders = arguments.values("--search").stream().map(Option::value).map(console::file).toList();
        Path file = console.file(arguments.rest(1, 1).getFirst());
        if (relinked.isEmpty() && folders.isEmpty()) {
            throw arguments.usage("say where to look: --search FOLDER or --media ID FILE");
        }
        if (loader.isForeign(file)) {
            throw new CommandException(ExitCode.INPUT,
                    file + ": timelines of other programs are not changed; make a project of it"
                            + " first: reelbench import " + file.getFileName() + " -o PROJECT.reel");
        }
        RelinkReport report = new RelinkReport(console, json);
        try (ProjectSession session = sessions.open(file)) {
            session.recovery().ifPresent(recovery -> report.note(RecoveryNote.of(file, recovery)));
            MediaSearch search = search(session.project(), relinked, folders, force, console);
            boolean save = !dry && !search.found().isEmpty();
            if (save) {
                relink(session, search);
            }
            report.print(search, save);
            return search.missing().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private MediaSearch search(Project project, List<String> relinked, List<Path> folders, boolean force, Console console)
            throws CommandException {
        MediaFinder finder = new MediaFinder(fingerprints);
        List<Found> found = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<MissingMedium> missing = new ArrayList<>(ProjectMedia.missing(project));
        if (!relinked.isEmpty()) {
            Found given = given(project, relinked.getFirst(), console.file(relinked.getLast()), force);
            found.add(given);
            missing.remove(given.medium());
            MediaSearch siblings = finder.follow(given.medium(), given.file(), missing, console.cancellation());
            found.addAll(siblings.found());
            missing = new ArrayList<>(siblings.missing());
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new CommandException(ExitCode.INPUT, folder + ": there is no such folder");
            }
            MediaSearch part = finder.search(missing, folder, console.cancellation());
            found.addAll(part.found());
            notes.addAll(part.notes());
            missing = new ArrayList<>(part.missing());
        }
        return new MediaSearch(found, missing, notes);
    }

    private Found given(Project project, String id, Path file, boolean force) throws CommandException {
        MediaReference medium = project.media().stream().filter(reference -> reference.id().value().equals(id)).findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.FAILED, "the project has no medium '" + id + "'"));
        try {
            String fingerprint = fingerprints.of(file);
            boolean same = fingerprint.equals(medium.fingerprint());
            // What a server names says nothing of a file's content.
            boolean comparable = !medium.isRemote() && !medium.fingerprint().isEmpty();
            if (!same && comparable && !force) {
                throw new CommandException(ExitCode.FAILED, file + ": its content is not that of " + medium.path()
                        + "; choose another file, or add --force");
            }
            return new Found(ProjectMedia.asMissing(medium), file, fingerprint, same ? Match.CONTENT : Match.NAME);
        } catch (MediaException e) {
            throw MediaFailures.of(e);
        }
    }

    /** All of them by one edit: what ends the program meanwhile leaves none or all of them where they are now. */
    private static void relink(ProjectSession session, MediaSearch search) throws CommandException {
        List<EditCommand> commands = new ArrayList<>();
        for (Found found : search.found()) {
            commands.add(EditCommand.of(EditCommands.RELINK_MEDIA, session.revision())
                    .with("media", found.medium().id()).with("path", found.file().toAbsolutePath().toString())
                    .with("fingerprint", found.fingerprint()));
        }
        try {
            session.execute(commands.size() == 1
                    ? commands.getFirst()
                    : EditCommands.unit("Relink " + commands.size() + " media", commands, session.revision()));
            session.save();
        } catch (EditRefused e) {
            throw new CommandException(ExitCode.FAILED, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }
}
