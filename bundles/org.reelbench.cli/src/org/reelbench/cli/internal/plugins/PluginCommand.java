package org.reelbench.cli.internal.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Cancellation;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.Plugins;

/** {@code reelbench plugin}: installs plug-ins and looks after them. */
@Component(service = Subcommand.class)
public final class PluginCommand implements Subcommand {

    private final Plugins plugins;
    private final List<Subcommand> others = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable MemoryLedger> ledger = new AtomicReference<>();

    /**
     * Creates the command.
     *
     * @param plugins the plug-ins
     */
    @Activate
    public PluginCommand(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    /** What plug-ins say they hold is told from now on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setLedger(MemoryLedger service) {
        ledger.set(service);
    }

    /** The ledger goes. */
    public void unsetLedger(MemoryLedger service) {
        ledger.compareAndSet(service, null);
    }

    /** Adds a word that another bundle brings. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(" + Subcommand.UNDER
            + "=plugin)")
    public void addOther(Subcommand other) {
        others.add(other);
    }

    /** Takes such a word out. */
    public void removeOther(Subcommand other) {
        others.remove(other);
    }

    @Override
    public String name() {
        return "plugin";
    }

    @Override
    public String summary() {
        return "installs, lists, updates or removes plug-ins";
    }

    @Override
    public String usage() {
        StringBuilder usage = new StringBuilder("""
                plugin list | install FILE | install URL | update FILE | rollback ID | retry ID | remove ID   [--json]
                  list      names each plug-in, its version and state, why it does not run, and what it holds in
                            this program
                  install   checks a bundle, starts it and copies it into the folder of plug-ins; of the folder of
                            an unpacked p2 site all in its folder 'plugins', of the address of a site all its bundles
                  update    replaces a plug-in by another version; if that does not start, nothing changes
                  rollback  goes back to the version before the last update
                  retry     starts a plug-in that is quarantined once more
                  remove    stops a plug-in and deletes it
                  --json    prints an object a line
                Programs that are open follow within two seconds. 'reelbench --safe-mode COMMAND' starts none.""");
        others.stream().sorted(Comparator.comparing(Subcommand::name))
                .forEach(other -> usage.append("\n\n").append(other.usage()));
        return usage.toString();
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        for (Subcommand other : others) {
            if (!words.isEmpty() && words.getFirst().equals(other.name())) {
                return other.run(words.subList(1, words.size()), console);
            }
        }
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        List<String> rest = arguments.rest(1, 2);
        String what = rest.getFirst();
        if (rest.size() != (what.equals("list") ? 1 : 2)) {
            throw arguments.usage(what.equals("list") ? "'list' takes nothing" : "'" + what + "' takes one file or id");
        }
        try {
            for (Plugin plugin : done(what, rest.getLast(), console)) {
                console.out().println(json ? json(plugin) : text(plugin));
            }
            return ExitCode.OK;
        } catch (PluginException e) {
            throw new CommandException(exitCode(e), e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "cancelled", e);
        }
    }

    private List<Plugin> done(String what, String word, Console console)
            throws PluginException, InterruptedException, CommandException {
        return switch (what) {
        case "list" -> listed();
        case "install" -> PluginSite.isAddress(word)
                ? ofAddress(word, console.cancellation())
                : installed(console.file(word));
        case "update" -> List.of(plugins.update(console.file(word)));
        case "rollback" -> List.of(plugins.rollBack(word));
        case "retry" -> List.of(plugins.retry(word));
        case "remove" -> {
            plugins.remove(word);
            yield List.of();
        }
        default -> throw new CommandException(ExitCode.USAGE,
                "'" + what + "' is not list, install, update, rollback, retry, remove"
                        + others.stream().map(other -> ", " + other.name()).sorted().collect(Collectors.joining()));
        };
    }

    private List<Plugin> listed() throws InterruptedException {
        plugins.look();
        return plugins.plugins();
    }

    private List<Plugin> installed(Path file) throws PluginException, InterruptedException, CommandException {
        if (!Files.isDirectory(file)) {
            return List.of(plugins.install(file));
        }
        return installed(ofSite(file));
    }

    private List<Plugin> ofAddress(String address, Cancellation cancellation)
            throws PluginException, InterruptedException, CommandException {
        PluginSite site = new PluginSite(address, cancellation);
        try {
            Path folder = Files.createTempDirectory("reelbench-site-");
            try {
                return installed(site.fetch(folder));
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, "what is fetched cannot be kept: " + e.getMessage(), e);
        }
    }

    private List<Plugin> installed(List<Path> jars) throws PluginException, InterruptedException {
        List<Plugin> done = new ArrayList<>();
        for (Path jar : jars) {
            done.add(plugins.install(jar));
        }
        return done;
    }

    private static List<Path> ofSite(Path site) throws CommandException {
        try (Stream<Path> files = Files.list(site.resolve("plugins"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (!jars.isEmpty()) {
                return jars;
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, site + " is no p2 site: its folder 'plugins' cannot be read", e);
        }
        throw new CommandException(ExitCode.INPUT, site + " is no p2 site: its folder 'plugins' is empty");
    }

    private static int exitCode(PluginException e) {
        return switch (e.reason()) {
        case FILE, UNKNOWN -> ExitCode.INPUT;
        case FOLDER -> ExitCode.OUTPUT;
        case SIGNATURE, DUPLICATE, UNRESOLVED, CODE -> ExitCode.FAILED;
        };
    }

    private String text(Plugin plugin) {
        StringBuilder text = new StringBuilder(
                "%-40s %-12s %s".formatted(plugin.id(), plugin.version(), state(plugin)));
        if (!plugin.note().isEmpty()) {
            text.append(": ").append(plugin.note());
        }
        if (plugin.abandonedCalls() > 0) {
            text.append("; calls that never returned: ").append(plugin.abandonedCalls());
        }
        append(text, registeredBytes(plugin), "by its own account");
        append(text, nativeBytes(plugin), "of native memory at least");
        return text.toString();
    }

    private static void append(StringBuilder text, long bytes, String what) {
        if (bytes > 0) {
            text.append(String.format(Locale.ROOT, "; %,d bytes %s", bytes, what));
        }
    }

    private long registeredBytes(Plugin plugin) {
        MemoryLedger there = ledger.get();
        return there == null ? 0 : there.heldBytes(plugin.id());
    }

    private long nativeBytes(Plugin plugin) {
        return plugins.lentBytes().getOrDefault(plugin.id(), 0L);
    }

    private static String state(Plugin plugin) {
        return plugin.state().name().toLowerCase(Locale.ROOT);
    }

    private String json(Plugin plugin) {
        return Json.line(out -> {
            out.writeStringField("id", plugin.id());
            out.writeStringField("version", plugin.version());
            out.writeStringField("name", plugin.name());
            out.writeStringField("state", state(plugin));
            out.writeStringField("note", plugin.note());
            out.writeStringField("file", plugin.file().toString());
            out.writeNumberField("failedCalls", plugin.failedCalls());
            out.writeNumberField("abandonedCalls", plugin.abandonedCalls());
            out.writeNumberField("leftThreads", plugin.leftThreads());
            out.writeNumberField("nativeBytes", nativeBytes(plugin));
            out.writeNumberField("registeredBytes", registeredBytes(plugin));
        });
    }
}
