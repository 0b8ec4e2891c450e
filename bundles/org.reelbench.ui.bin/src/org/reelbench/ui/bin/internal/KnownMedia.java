package org.reelbench.ui.bin.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.reelbench.project.Project;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/** What is known of the project's media, looked into on a thread of its own. On the UI thread. */
final class KnownMedia implements AutoCloseable {

    private static final ProxyStatus UNKNOWN_PROXY = ProxyStatus.of(State.NOT_NEEDED, "");

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("reelbench-bin").unstarted(task));
    private final MediaLooks looks = new MediaLooks(thread);
    private final ProxyBadges badges;
    private final MediaUse counting = new MediaUse();
    private final Consumer<MediaReference> changed;
    private final Runnable counted;
    private Map<MediaReference, MediumRow> rows = new HashMap<>();
    private Map<MediaReference, ProxyStatus> proxies = new HashMap<>();
    private Map<Id, Integer> use = Map.of();
    private boolean isClosed;

    /**
     * Creates the knowledge.
     *
     * @param changed hears of a medium of which more is known
     * @param counted hears that media are used by more or fewer clips
     */
    KnownMedia(BundleContext context, Consumer<MediaReference> changed, Runnable counted) {
        this.changed = changed;
        this.counted = counted;
        badges = new ProxyBadges(context, thread, (medium, status) -> UiThread.later(() -> put(medium, status)));
    }

    /** Forgets all: another project is open. */
    void forget() {
        rows = new HashMap<>();
        proxies = new HashMap<>();
        use = Map.of();
        badges.forget();
    }

    MediumRow row(MediaReference medium) {
        return rows.getOrDefault(key(medium), MediumRow.UNKNOWN);
    }

    ProxyStatus proxy(MediaReference medium) {
        return proxies.getOrDefault(key(medium), UNKNOWN_PROXY);
    }

    /** In which folder it lies says nothing about what it is. */
    private static MediaReference key(MediaReference medium) {
        return medium.withBin("");
    }

    int uses(MediaReference medium) {
        return use.getOrDefault(medium.id(), 0);
    }

    Map<Id, Integer> use() {
        return use;
    }

    /** Looks into a medium if nobody has. */
    void look(OpenProject project, MediaReference medium) {
        if (rows.putIfAbsent(key(medium), MediumRow.UNKNOWN) == null) {
            Map<MediaReference, MediumRow> target = rows;
            looks.look(project.catalog(), medium.id(), (_, seen) -> UiThread.later(() -> put(target, medium, seen)));
            badges.look(project.catalog(), medium);
        }
    }

    /** Counts how many clips show each medium. */
    void count(Project project) {
        thread.execute(() -> {
            Map<Id, Integer> now = counting.count(project);
            UiThread.later(() -> put(now));
        });
    }

    private void put(Map<Id, Integer> now) {
        if (!isClosed && !now.equals(use)) {
            use = now;
            counted.run();
        }
    }

    private void put(MediaReference medium, ProxyStatus status) {
        if (!isClosed) {
            proxies.put(key(medium), status);
            changed.accept(medium);
        }
    }

    private void put(Map<MediaReference, MediumRow> target, MediaReference medium, MediumRow seen) {
        target.put(key(medium), seen);
        if (!isClosed && target == rows) {
            changed.accept(medium);
        }
    }

    /** What is told where the mouse rests: the whole path, what it is, or what is wrong. */
    String explanation(MediaReference medium) {
        MediumRow row = row(medium);
        if (!row.problem().isEmpty()) {
            return row.problem();
        }
        String proxy = ProxyBadge.explanation(proxy(medium));
        return String.join("\n", Stream.of(List.of(medium.path()), row.details(),
                Optional.of(proxy).filter(text -> !text.isEmpty()).stream().toList()).flatMap(List::stream).toList());
    }

    @Override
    public void close() {
        isClosed = true;
        badges.close();
        looks.close();
    }
}
