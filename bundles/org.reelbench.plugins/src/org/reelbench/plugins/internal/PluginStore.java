package org.reelbench.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what runs into line with what lies in the folder. One thread, but for {@link #plugins}.
 */
final class PluginStore {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStore.class);

    private final Path folder;
    private final Copies copies;
    private final Contents contents;
    private final Quarantine quarantine;
    private final Running running;
    private final boolean safeMode;
    private final Consumer<List<Plugin>> listener;
    private final SortedMap<String, Loaded> loaded = new TreeMap<>();
    private final Map<Path, Plugin> refused = new HashMap<>();
    private volatile List<Plugin> seen = List.of();

    /**
     * Creates the store; nothing is started yet.
     *
     * @param context the framework
     * @param folder where the plug-ins lie
     * @param development where those lie that are being worked on
     * @param policy who must have signed them
     * @param guard calls into them
     * @param safeMode true to start none
     * @param listener is told when something has changed
     */
    PluginStore(BundleContext context, Path folder, List<Path> development, PluginPolicy policy, Guard guard, boolean safeMode,
            Consumer<List<Plugin>> listener) {
        this.folder = folder;
        copies = new Copies(folder.resolve(".versions"),
                new JarCheck(JarCheck.Limits.USUAL, new Signatures(policy, folder.resolve(".trusted"))));
        contents = new Contents(folder, development, copies);
        quarantine = new Quarantine(folder.resolve(".quarantine"));
        running = new Running(context, guard);
        this.safeMode = safeMode;
        this.listener = listener;
    }

    /** What there is now. For every thread. */
    List<Plugin> plugins() {
        return seen;
    }

    /** Before the first look. */
    void begin() throws InterruptedException {
        running.clear();
    }

    /** Looks at the folder and does what follows from it. */
    void look() throws InterruptedException {
        if (contents.look()) {
            bringIntoLine();
        } else {
            startWaiting();
        }
        publish();
    }

    private void bringIntoLine() throws InterruptedException {
        refused.clear();
        Map<String, PluginFile> now = new HashMap<>();
        loaded.forEach((id, plugin) -> now.put(id, plugin.file()));
        SortedMap<String, PluginFile> wanted = contents.wanted(now, refused);
        for (Loaded plugin : List.copyOf(loaded.values())) {
            if (!wanted.containsKey(plugin.file().id())) {
                takeOut(plugin);
            }
        }
        if (safeMode) {
            return;
        }
        for (PluginFile file : wanted.values()) {
            try {
                Loaded before = loaded.get(file.id());
                if (before == null) {
                    refuseIfOfProgram(file);
                    loaded.put(file.id(), running.install(file));
                } else if (before.file().sha256().equals(file.sha256())) {
                    before.file(file);
                } else {
                    swap(before, file);
                }
            } catch (PluginException e) {
                LOG.warn("{}", e.getMessage());
                refused.put(file.path(), refusal(file, e));
            }
        }
        startWaiting();
    }

    /** All are installed before one is started: they may need each other. */
    private void startWaiting() throws InterruptedException {
        for (Loaded plugin : List.copyOf(loaded.values())) {
            Optional<String> why = quarantine.reason(plugin.file());
            if (why.isPresent() && plugin.state() != State.QUARANTINED) {
                running.stop(plugin);
                plugin.state(State.QUARANTINED, why.get());
            } else if (plugin.state() == State.WAITING || why.isEmpty() && plugin.state() == State.QUARANTINED) {
                startOrQuarantine(plugin);
            }
        }
    }

    private void startOrQuarantine(Loaded plugin) {
        String before = plugin.seen().note();
        try {
            running.start(plugin);
        } catch (PluginException e) {
            if (running.isEnding()) {
                return;
            }
            if (e.reason() == Reason.CODE) {
                giveUp(plugin, e.getMessage());
            }
            if (!before.equals(plugin.seen().note())) {
                LOG.warn("{}", e.getMessage());
            }
        }
    }

    private void giveUp(Loaded plugin, String why) {
        running.stop(plugin);
        quarantine.put(plugin.file(), why);
        plugin.state(State.QUARANTINED, why);
    }

    /** A plug-in has hung or gone on failing while it ran. */
    void giveUp(PluginFile file, String why) {
        Loaded plugin = loaded.get(file.id());
        if (plugin != null && plugin.file().sha256().equals(file.sha256()) && plugin.state() != State.QUARANTINED) {
            giveUp(plugin, why);
            publish();
        }
    }

    /** Replaces one version by another, and goes back if that does not start. */
    private void swap(Loaded plugin, PluginFile other) throws PluginException, InterruptedException {
        PluginFile before = plugin.file();
        State state = plugin.state();
        running.stop(plugin);
        try {
            running.replace(plugin, other);
            running.start(plugin);
        } catch (PluginException e) {
            running.stop(plugin);
            running.replace(plugin, before);
            plugin.state(state == State.QUARANTINED ? state : State.WAITING, "");
            startWaiting();
            throw e;
        }
    }

    private void takeOut(Loaded plugin) throws InterruptedException {
        running.takeOut(plugin);
        loaded.remove(plugin.file().id());
    }

    Plugin install(Path file) throws PluginException, InterruptedException {
        look();
        PluginFile taken = copies.take(file);
        if (known(taken.id()).isPresent()) {
            throw new PluginException(Reason.DUPLICATE,
                    "the plug-in " + taken.id() + " is installed; update replaces it by another version", null);
        }
        refuseIfOfProgram(taken);
        PluginFile there = taken.at(folder.resolve(taken.id() + ".jar"));
        if (Files.exists(there.path())) {
            throw new PluginException(Reason.FOLDER, there.path() + " is there already and is no plug-in; delete it", null);
        }
        if (!safeMode) {
            Loaded plugin = running.install(there);
            try {
                running.start(plugin);
                put(there);
                loaded.put(there.id(), plugin);
            } catch (PluginException e) {
                running.takeOut(plugin);
                throw e;
            }
        } else {
            put(there);
        }
        return published(there.id());
    }

    Plugin update(Path file) throws PluginException, InterruptedException {
        look();
        PluginFile taken = copies.take(file);
        return update(known(taken.id()).orElseThrow(() -> unknown(taken.id())), taken);
    }

    Plugin rollBack(String id) throws PluginException, InterruptedException {
        look();
        PluginFile now = known(id).orElseThrow(() -> unknown(id));
        try {
            return update(now, copies.before(now).orElseThrow(() -> new PluginException(Reason.UNKNOWN,
                    "there is no version of " + id + " before " + now.version() + " any more", null)));
        } catch (IOException e) {
            throw new PluginException(Reason.FOLDER, "the versions kept of " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Plugin update(PluginFile now, PluginFile other) throws PluginException, InterruptedException {
        PluginFile there = other.at(now.path());
        Loaded plugin = loaded.get(now.id());
        if (plugin != null && !now.sha256().equals(other.sha256())) {
            swap(plugin, there);
        }
        put(there);
        return published(there.id());
    }

    Plugin retry(String id) throws PluginException, InterruptedException {
        look();
        known(id).orElseThrow(() -> unknown(id));
        release(id);
        Loaded plugin = loaded.get(id);
        if (plugin != null && plugin.state() != State.RUNNING) {
            startOrQuarantine(plugin);
            if (plugin.state() != State.RUNNING) {
                publish();
                throw new PluginException(Reason.CODE, plugin.seen().note(), null);
            }
        }
        return published(id);
    }

    void remove(String id) throws PluginException, InterruptedException {
        look();
        known(id).orElseThrow(() -> unknown(id));
        Loaded plugin = loaded.get(id);
        if (plugin != null) {
            takeOut(plugin);
        }
        try {
            contents.delete(id);
            copies.forget(id);
        } catch (IOException e) {
            throw new PluginException(Reason.FOLDER, "the file of " + id + " cannot be deleted: " + e.getMessage(), e);
        } finally {
            release(id);
            look();
        }
    }

    /** Takes all plug-ins out. */
    void end() throws InterruptedException {
        for (Loaded plugin : List.copyOf(loaded.values())) {
            takeOut(plugin);
        }
    }

    private Optional<PluginFile> known(String id) {
        Loaded plugin = loaded.get(id);
        return plugin != null
                ? Optional.of(plugin.file())
                : Optional.ofNullable(contents.wanted(Map.of(), new HashMap<>()).get(id));
    }

    private void put(PluginFile plugin) throws PluginException {
        @Nullable
        Path whole = null;
        try {
            Files.createDirectories(folder);
            whole = Files.createTempFile(folder, ".incoming-", ".tmp");
            Files.copy(plugin.copy(), whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, plugin.path(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            contents.put(plugin);
        } catch (IOException e) {
            if (whole != null) {
                // The disk is full or read-only: what cannot be deleted either is a temporary file.
                whole.toFile().delete();
            }
            throw new PluginException(Reason.FOLDER, plugin.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void release(String id) throws PluginException {
        try {
            quarantine.release(id);
        } catch (IOException e) {
            throw new PluginException(Reason.FOLDER, id + " cannot be let out of quarantine: " + e.getMessage(), e);
        }
    }

    private void refuseIfOfProgram(PluginFile file) throws PluginException {
        if (running.isOfProgram(file.id())) {
            throw new PluginException(Reason.DUPLICATE,
                    file.path().getFileName() + " calls itself " + file.id() + ", as a part of the program does", null);
        }
    }

    private static PluginException unknown(String id) {
        return new PluginException(Reason.UNKNOWN, "there is no plug-in " + id + "; reelbench plugin list names them", null);
    }

    private static Plugin refusal(PluginFile file, PluginException e) {
        return new Plugin(file.id(), file.version(), file.name(), State.REFUSED, e.getMessage(), file.path(), 0, 0, 0);
    }

    private Plugin published(String id) {
        publish();
        return seen.stream().filter(plugin -> plugin.id().equals(id) && plugin.state() != State.REFUSED).findFirst()
                .orElseThrow();
    }

    private void publish() {
        List<Plugin> now = new ArrayList<>(running.leftovers().seen());
        loaded.values().forEach(plugin -> now.add(plugin.seen()));
        now.addAll(refused.values());
        if (safeMode) {
            contents.wanted(Map.of(), new HashMap<>()).values().forEach(file -> now.add(new Plugin(file.id(), file.version(),
                    file.name(), State.OFF, "the program was started without plug-ins", file.path(), 0, 0, 0)));
        }
        now.sort(Comparator.comparing(Plugin::id).thenComparing(Plugin::state).thenComparing(Plugin::file));
        if (!now.equals(seen)) {
            seen = List.copyOf(now);
            listener.accept(seen);
        }
    }
}
