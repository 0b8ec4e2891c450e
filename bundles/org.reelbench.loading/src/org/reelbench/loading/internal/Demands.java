package org.reelbench.loading.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;

/** What a session wants and how far that is, without anything that is open. Guarded by the lock of the {@link Core}. */
final class Demands {

    private Map<Slot.Name, Slot> slots = new LinkedHashMap<>();
    private Map<String, Track> tracks = new LinkedHashMap<>();
    private final List<TrackLoad> untold = new ArrayList<>();

    /**
     * What came of a demand.
     *
     * @param dropped slots that no visible track wants any more
     * @param parked slots that are still of visible tracks, but not near the playhead any more
     */
    record Change(List<Slot> dropped, List<Slot> parked) {
    }

    /** A track, what it shows now, and all that is open for it. */
    private static final class Track {

        private final TrackDemand demand;
        private final Set<Slot> shown = new LinkedHashSet<>();
        private final Set<Slot> own = new LinkedHashSet<>();
        private final Set<Slot.Name> named = new HashSet<>();
        private long generation = 1;
        private TrackLoad told;

        Track(TrackDemand demand) {
            this.demand = demand;
            this.told = new TrackLoad(demand.track(), LoadState.UNLOADED, "", 0);
        }

        TrackLoad load() {
            Slot failed = first(LoadState.FAILED);
            LoadState state = !demand.visible()
                    ? LoadState.UNLOADED
                    : failed != null ? LoadState.FAILED : first(LoadState.LOADING) != null ? LoadState.LOADING : LoadState.READY;
            return new TrackLoad(demand.track(), state, failed == null ? "" : failed.message(), generation);
        }

        private @Nullable Slot first(LoadState state) {
            for (Slot slot : shown) {
                if (slot.state() == state) {
                    return slot;
                }
            }
            return null;
        }
    }

    /**
     * Takes a new demand in place of the last one.
     *
     * @param demanded the tracks
     * @param isOpen tells whether a reader is open for a slot: then it is kept as long as its track is visible
     * @param failedBeforeNs what failed before this time is tried again
     */
    Change apply(List<TrackDemand> demanded, Predicate<Slot> isOpen, long failedBeforeNs) {
        Map<Slot.Name, Slot> before = slots;
        Map<String, Track> tracksBefore = tracks;
        List<Slot> active = before.values().stream().filter(Slot::isActive).toList();
        before.values().forEach(slot -> slot.clear(Integer.MAX_VALUE));
        slots = new LinkedHashMap<>();
        tracks = new LinkedHashMap<>();
        for (TrackDemand demand : demanded) {
            Track track = new Track(demand);
            tracks.put(demand.track(), track);
            if (demand.visible()) {
                demand.media().forEach(medium -> want(track, medium, before));
            }
        }
        tracks.values().forEach(track -> goOn(track, tracksBefore.get(track.demand.track()), isOpen));
        for (Track gone : tracksBefore.values()) {
            if (!tracks.containsKey(gone.demand.track()) && gone.told.state() != LoadState.UNLOADED) {
                untold.add(new TrackLoad(gone.demand.track(), LoadState.UNLOADED, "", gone.generation + 1));
            }
        }
        for (Slot slot : slots.values()) {
            if (slot.isActive() && slot.hasFailedBefore(failedBeforeNs)) {
                slot.again();
            } else if (slot.isActive() && slot.state() == LoadState.READY && !isOpen.test(slot)) {
                slot.wake();
            }
        }
        look();
        return new Change(before.values().stream().filter(slot -> slots.get(slot.name()) != slot).toList(),
                active.stream().filter(slot -> !slot.isActive() && slots.get(slot.name()) == slot).toList());
    }

    private void want(Track track, MediumDemand demand, Map<Slot.Name, Slot> before) {
        Slot.Name name = new Slot.Name(demand.medium(), demand.streamIndex());
        Slot slot = slots.get(name);
        if (slot == null) {
            Slot known = before.get(name);
            slot = known == null ? new Slot(demand) : known;
            slot.clear(slots.size());
            slots.put(name, slot);
        }
        slot.want(demand, track.demand.selected());
        track.own.add(slot);
        track.named.add(name);
        if (demand.distance().signum() == 0) {
            track.shown.add(slot);
        }
    }

    /** Keeps what is open of a track that stays visible, and counts its generations. */
    private void goOn(Track track, @Nullable Track before, Predicate<Slot> isOpen) {
        if (before == null) {
            return;
        }
        track.told = before.told;
        boolean same = before.demand.visible() == track.demand.visible() && before.named.equals(track.named);
        track.generation = same ? before.generation : before.generation + 1;
        if (track.demand.visible()) {
            for (Slot slot : before.own) {
                if (!track.own.contains(slot) && isOpen.test(slot)) {
                    slots.putIfAbsent(slot.name(), slot);
                    track.own.add(slot);
                }
            }
        }
    }

    /** Looks for tracks whose state has changed. */
    void look() {
        for (Track track : tracks.values()) {
            TrackLoad now = track.load();
            if (!now.equals(track.told)) {
                boolean other = now.state() != track.told.state() || !now.message().equals(track.told.message());
                track.told = now;
                if (other) {
                    untold.add(now);
                }
            }
        }
    }

    /** Takes the changes that nobody has been told of. */
    List<TrackLoad> takeUntold() {
        List<TrackLoad> changes = List.copyOf(untold);
        untold.clear();
        return changes;
    }

    List<TrackLoad> loads() {
        return tracks.values().stream().map(Track::load).toList();
    }

    Collection<Slot> slots() {
        return slots.values();
    }

    boolean holds(Slot slot) {
        return slots.get(slot.name()) == slot;
    }

    /** Tries again what a track failed with. */
    void retry(String name) {
        Track track = tracks.get(name);
        if (track != null) {
            track.own.stream().filter(slot -> slot.state() == LoadState.FAILED).forEach(Slot::again);
            look();
        }
    }
}
