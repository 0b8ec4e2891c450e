package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewCache.Kept;
import org.reelbench.encoding.preview.PreviewCache.Usage;
import org.reelbench.encoding.preview.PreviewCache.Verified;

/** {@code reelbench cache}: looks after the segments of previews on the disk. */
@Component(service = Subcommand.class)
public final class CacheCommand implements Subcommand {

    private static final long MIB = 1 << 20;

    private final PreviewCache cache;

    /**
     * Creates the command.
     *
     * @param cache the segments on the disk
     */
    @Activate
    public CacheCommand(@Reference PreviewCache cache) {
        this.cache = cache;
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String summary() {
        return "lists, verifies or clears the encoded previews on the disk";
    }

    @Override
    public String usage() {
        return """
                cache list|verify|clear [--json]
                  list    names each segment and its size, and tells how full the cache is
                  verify  reads and decodes each, and deletes those that are not as they were made
                  clear   deletes all; they are made again when they are looked at
                  --json  prints an object a line
                While another Reelbench is open, it has the cache, and this one has another beside it.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        String what = arguments.rest(1, 1).getFirst();
        try {
            return switch (what) {
            case "list" -> list(console, json);
            case "verify" -> verify(console, json);
            case "clear" -> clear(console, json);
            default -> throw new CommandException(ExitCode.USAGE, "'" + what + "' is not list, verify or clear");
            };
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "the cache of previews cannot be used: " + e.getMessage(), e);
        }
    }

    private int list(Console console, boolean json) throws IOException {
        for (Kept kept : cache.list()) {
            console.out().println(json ? Json.line(out -> {
                out.writeStringField("id", kept.id());
                out.writeNumberField("bytes", kept.sizeBytes());
            }) : "%10d  %s".formatted(kept.sizeBytes(), kept.id()));
        }
        Usage usage = cache.usage();
        console.out().println(json ? Json.line(out -> {
            out.writeNumberField("segments", usage.segments());
            out.writeNumberField("usedBytes", usage.usedBytes());
            out.writeNumberField("quotaBytes", usage.quotaBytes());
            out.writeStringField("folder", usage.folder());
        })
                : "%d segments, %.1f of %d MiB in %s".formatted(usage.segments(), (double) usage.usedBytes() / MIB,
                        usage.quotaBytes() / MIB, usage.folder()));
        return ExitCode.OK;
    }

    private int verify(Console console, boolean json) throws IOException {
        Verified verified = cache.verify(console.cancellation());
        console.out().println(json ? Json.line(out -> {
            out.writeNumberField("whole", verified.whole());
            out.writeArrayFieldStart("deleted");
            for (String problem : verified.problems()) {
                out.writeString(problem);
            }
            out.writeEndArray();
        })
                : verified.whole() + " segments are as they were made" + (verified.problems().isEmpty()
                        ? "."
                        : "; deleted, to be made again:\n  " + String.join("\n  ", verified.problems())));
        return ExitCode.OK;
    }

    private int clear(Console console, boolean json) throws IOException {
        long deleted = cache.clear();
        console.out().println(json ? Json.line(out -> out.writeNumberField("deleted", deleted)) : deleted + " segments deleted.");
        return ExitCode.OK;
    }
}
