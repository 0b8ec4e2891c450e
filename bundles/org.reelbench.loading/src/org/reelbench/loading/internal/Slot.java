package org.reelbench.loading.internal;

import java.util.Comparator;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.MediumFinder;
import org.reelbench.media.Cancellation;
import org.reelbench.time.RationalTime;

/** One stream that visible tracks of a session want, and how far it is. Guarded by the lock of the {@link Core}. */
final class Slot {

    /** Selected tracks first, then others by their distance from the playhead, then what comes later. */
    static final Comparator<Slot> ORDER = Comparator.comparing((Slot slot) -> !slot.active)
            .thenComparing(slot -> !slot.selected).thenComparing(slot -> slot.distance).thenComparing(slot -> slot.rank);

    /**
     * What tells slots apart.
     *
     * @param medium the session's name of the medium
     * @param streamIndex the stream, or below 0
     */
    record Name(String medium, int streamIndex) {
    }

    private final Name name;
    private final Cancellation stop = new Cancellation();
    private MediumFinder finder;
    private RationalTime distance;
    private boolean active;
    private boolean selected;
    private int rank;
    private int users;
    private LoadState state = LoadState.LOADING;
    private String message = "";
    private long failedNs;
    private boolean pending = true;
    private boolean working;
    private @Nullable Loadable medium;
    private @Nullable StreamKey stream;

    Slot(MediumDemand demand) {
        this.name = new Name(demand.medium(), demand.streamIndex());
        this.finder = demand.finder();
        this.distance = demand.distance();
    }

    Name name() {
        return name;
    }

    MediumFinder finder() {
        return finder;
    }

    /** Begins a new demand: nobody wants the slot until somebody says so. */
    void clear(int place) {
        rank = place;
        users = 0;
        active = false;
        selected = false;
    }

    /** Takes what one more track wants. */
    void want(MediumDemand demand, boolean bySelected) {
        finder = demand.finder();
        distance = users == 0 || demand.distance().isBefore(distance) ? demand.distance() : distance;
        users++;
        active |= demand.isActive();
        selected |= bySelected;
    }

    /** How many tracks want it. */
    int users() {
        return users;
    }

    /** Whether it is near the playhead, so that it needs a decoder. */
    boolean isActive() {
        return active;
    }

    /** How far it is: loading, ready or failed. */
    LoadState state() {
        return state;
    }

    String message() {
        return message;
    }

    boolean isPending() {
        return pending && !working;
    }

    /** Asks for it to be opened, without taking back that it was ready. */
    void wake() {
        pending = true;
    }

    /** Asks for it to be looked for and opened again after it failed: another file may have taken its place. */
    void again() {
        medium = null;
        stream = null;
        pending = true;
        state = LoadState.LOADING;
        message = "";
    }

    boolean hasFailedBefore(long timeNs) {
        return state == LoadState.FAILED && failedNs - timeNs < 0;
    }

    void begin() {
        pending = false;
        working = true;
    }

    void end() {
        working = false;
    }

    boolean isWorking() {
        return working;
    }

    void ready() {
        pending = false;
        state = LoadState.READY;
        message = "";
    }

    void failed(String why, long nowNs) {
        state = LoadState.FAILED;
        message = why;
        failedNs = nowNs;
    }

    /** Which bytes it turned out to be; null before. */
    @Nullable
    StreamKey stream() {
        return stream;
    }

    @Nullable
    Loadable medium() {
        return medium;
    }

    void found(Loadable found, StreamKey key) {
        medium = found;
        stream = key;
    }

    Cancellation stop() {
        return stop;
    }
}
