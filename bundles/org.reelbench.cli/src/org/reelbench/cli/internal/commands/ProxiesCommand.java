package org.reelbench.cli.internal.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.project.Project;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.proxies.ProxyUsage;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaReference;

/** {@code reelbench proxies}: lists, makes and deletes the smaller files that stand in for a project's heavy media in views. */
@Component(service = Subcommand.class)
public final class ProxiesCommand implements Subcommand {

    private static final long LOOK_MS = 100;
    private static final int PERCENT = 100;

    private final ProjectLoader loader;
    private final MediaProbe probe;
    private final MediaSources sources;
    private final Fingerprints fingerprints;
    private final Proxies proxies;

    /**
     * Creates the command.
     *
     * @param loader loads the project
     * @param probe finds out what its media are
     * @param sources opens them
     * @param fingerprints knows what identifies files
     * @param proxies makes and keeps the files
     */
    @Activate
    public ProxiesCommand(@Reference ProjectLoader loader, @Reference MediaProbe probe, @Reference MediaSources sources,
            @Reference Fingerprints fingerprints, @Reference Proxies proxies) {
        this.loader = loader;
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
        this.proxies = proxies;
    }

    @Override
    public String name() {
        return "proxies";
    }

    @Override
    public String summary() {
        return "lists and makes the smaller files that stand in for heavy media in views";
    }

    @Override
    public String usage() {
        return """
                proxies PROJECT [--make | --list] [--json]
                proxies --clear [--json]
                  PROJECT   a project (.reel), or a timeline of another program (.otio) as it is
                  --list    tells of each medium how far its proxy is; so it does without any option
                  --make    makes the proxies that are missing: of heavy media, and of those of which the project says
                            'always'. What was made when it is stopped is not made again
                  --clear   deletes the proxies of all projects
                  --json    one JSON object a line: each medium, then a summary
                  """ + MediaLocations.USAGE + """

                Exports never use proxies. Exit code 1 if a proxy could not be made, 3 if media are missing.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        boolean make = arguments.flag("--make");
        boolean list = arguments.flag("--list");
        boolean clear = arguments.flag("--clear");
        MediaSources allowed = MediaLocations.sources(arguments, sources);
        List<String> rest = arguments.rest(clear ? 0 : 1, 1);
        if (clear && (make || list || !rest.isEmpty())) {
            throw arguments.usage("--clear deletes the proxies of all projects, and does nothing else");
        }
        if (clear) {
            return clear(json, console);
        }
        Path file = console.file(rest.getFirst());
        Project project = loader.load(file, console, json);
        Path folder = file.toAbsolutePath().getParent();
        MediaCatalog catalog = new FileMediaCatalog(folder == null ? file : folder, project.media(), probe, allowed,
                fingerprints, console.cancellation());
        int worst = ExitCode.OK;
        for (MediaReference reference : project.media()) {
            int code = one(reference, catalog, make, json, console);
            if (code == ExitCode.CANCELLED) {
                return code;
            }
            worst = Math.max(worst, code);
        }
        tell(json, console);
        return worst;
    }

    private int clear(boolean json, Console console) throws CommandException {
        try {
            long bytes = proxies.clear();
            console.out().println(json
                    ? Json.line(out -> out.writeNumberField("deletedBytes", bytes))
                    : mib(bytes) + " of proxies deleted");
            return ExitCode.OK;
        } catch (MediaException e) {
            throw MediaFailures.of(e);
        }
    }

    private int one(MediaReference reference, MediaCatalog catalog, boolean make, boolean json, Console console) {
        Medium medium;
        try {
            medium = catalog.medium(reference.id());
        } catch (MediaException e) {
            tell(reference, "missing", String.valueOf(e.getMessage()), json, console);
            return ExitCode.INPUT;
        }
        ProxyStatus status = proxies.status(medium, reference.proxy());
        if (make && status.state() == State.NONE) {
            status = make(medium, reference, json, console);
            if (console.cancellation().isCancelled()) {
                return ExitCode.CANCELLED;
            }
        }
        tell(reference, status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), status.detail(), json, console);
        return status.state() == State.FAILED ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Waits for a proxy; a wish to stop ends making it, and what is whole of it stays. */
    private ProxyStatus make(Medium medium, MediaReference reference, boolean json, Console console) {
        CompletableFuture<ProxyStatus> ended = new CompletableFuture<>();
        ProxyListener listener = (fingerprint, status) -> {
            if (!fingerprint.equals(medium.fingerprint())) {
                return;
            }
            if (status.state() == State.MAKING && console.terminal() && !json) {
                console.err().print("\r" + reference.id() + ": " + (int) (status.progress() * PERCENT) + " % ");
            } else if (status.state() != State.MAKING && status.state() != State.WAITING) {
                ended.complete(status);
            }
        };
        proxies.addListener(listener);
        try {
            proxies.want(medium, reference.proxy());
            while (true) {
                if (console.cancellation().isCancelled()) {
                    proxies.cancel(medium.fingerprint());
                }
                try {
                    return ended.get(LOOK_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // Only the wish to stop is looked at now and then; how it ended, the listener hears.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            proxies.cancel(medium.fingerprint());
            return ProxyStatus.of(State.NONE, "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it with a failure", e);
        } finally {
            proxies.removeListener(listener);
            if (console.terminal() && !json) {
                console.err().print("\r");
            }
        }
    }

    private static void tell(MediaReference reference, String state, String detail, boolean json, Console console) {
        console.out().println(json ? Json.line(out -> {
            out.writeStringField("media", reference.id().value());
            out.writeStringField("path", reference.path());
            out.writeStringField("use", reference.proxy().name().toLowerCase(Locale.ROOT));
            out.writeStringField("proxy", state);
            out.writeStringField("detail", detail);
        }) : reference.id() + " " + reference.path() + ": " + state + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    private void tell(boolean json, Console console) {
        ProxyUsage usage = proxies.usage();
        console.out().println(json ? Json.line(out -> {
            out.writeNumberField("proxies", usage.count());
            out.writeNumberField("usedBytes", usage.bytes());
            out.writeNumberField("quotaBytes", usage.quotaBytes());
            out.writeStringField("format", proxies.format().name());
        }) : usage.count() + " proxies, " + mib(usage.bytes()) + " of " + mib(usage.quotaBytes()));
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }
}
