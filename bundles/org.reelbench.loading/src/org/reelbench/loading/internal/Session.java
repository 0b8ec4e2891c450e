package org.reelbench.loading.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one user of media has loaded. State is guarded by the {@link Core}'s lock. */
final class Session implements LoadingSession {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** Often enough for a disk that was plugged in, seldom enough for a server that does not answer. */
    private static final long TRY_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int LOOK_MS = 50;
    /** What the sound of films has, until somebody asks for another rate. */
    private static final int USUAL_RATE_HZ = 48_000;

    private final Core core;
    private final String label;
    private final Purpose purpose;
    private final Demands demands = new Demands();
    private final Set<Lease> leases = new HashSet<>();
    /** Leases from before a hide of something that nobody had found yet: it may have been theirs. */
    private final Set<Lease> doubtful = new HashSet<>();
    /** The form in which a stream was asked for last: what is loaded by demand has the same. */
    private final Map<StreamKey, ReaderKey> forms = new HashMap<>();
    private final Announcements announcements;
    private boolean closed;

    Session(Core core, String label, Purpose purpose) {
        this.core = core;
        this.label = label;
        this.purpose = purpose;
        this.announcements = new Announcements(core, this);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public void update(List<TrackDemand> tracks) {
        List<Lease> unwanted = new ArrayList<>();
        List<OpenReader> parked;
        int toLoad;
        synchronized (core) {
            if (closed || core.isStopped()) {
                return;
            }
            Demands.Change change = demands.apply(tracks, this::isOpen, core.nowNs() - TRY_AGAIN_NS);
            change.dropped().forEach(slot -> slot.stop().cancel());
            Set<StreamKey> wanted = new HashSet<>();
            demands.slots().stream().map(Slot::stream).forEach(wanted::add);
            Set<StreamKey> away = new HashSet<>();
            change.parked().stream().map(Slot::stream).forEach(away::add);
            leases.stream().filter(lease -> isNamed(change.dropped(), lease.streamKey())).forEach(doubtful::add);
            if (isNamed(change.dropped(), null)) {
                doubtful.addAll(leases);
            }
            unwanted.addAll(takeUnwanted());
            parked = core.idle().takeAll(reader -> reader.session() == this
                    && (!wanted.contains(reader.key().stream()) || away.contains(reader.key().stream())));
            toLoad = (int) demands.slots().stream().filter(Slot::isPending).count();
            tellLater();
        }
        for (int i = 0; i < toLoad; i++) {
            core.later(core::work);
        }
        if (!unwanted.isEmpty() || !parked.isEmpty()) {
            core.later(() -> {
                unwanted.forEach(Lease::takeAway);
                parked.forEach(this::settle);
            });
        }
    }

    private static boolean isNamed(List<Slot> slots, @Nullable StreamKey stream) {
        return slots.stream().anyMatch(slot -> Objects.equals(stream, slot.stream()));
    }

    /** Takes the doubtful leases that nobody wants, as soon as it is known what is wanted. With the lock held. */
    private List<Lease> takeUnwanted() {
        if (doubtful.isEmpty() || demands.slots().stream()
                .anyMatch(slot -> slot.stream() == null && slot.state() == LoadState.LOADING)) {
            return List.of();
        }
        List<Lease> unwanted = doubtful.stream().filter(leases::contains).filter(
                lease -> demands.slots().stream().noneMatch(slot -> lease.streamKey().equals(slot.stream()))).toList();
        doubtful.clear();
        return unwanted;
    }

    /** Whether a reader of a slot's stream is open, or handed out. With the lock held. */
    private boolean isOpen(Slot slot) {
        StreamKey stream = slot.stream();
        return stream != null && (isLeased(stream) || core.idle().count(this, stream) > 0);
    }

    private boolean isLeased(StreamKey stream) {
        return leases.stream().anyMatch(lease -> lease.streamKey().equals(stream));
    }

    /** The slot to load next, or null. With the lock held. */
    @Nullable
    Slot next() {
        return demands.slots().stream().filter(Slot::isPending).min(Slot.ORDER).orElse(null);
    }

    /** Loads a slot, on a loading thread. */
    void load(Slot slot) {
        OpenReader reader = null;
        List<Lease> unwanted;
        String failure = "";
        try {
            reader = open(slot);
        } catch (MediaException e) {
            failure = String.valueOf(e.getMessage());
        } catch (CancelledException e) {
            LOG.debug("{}: nobody wants {} any more", label, slot.name());
        } catch (RuntimeException e) {
            LOG.error("{}: {} cannot be loaded", label, slot.name(), e);
            failure = "it cannot be loaded: " + e;
        }
        if (reader != null) {
            // Before the load ends, for whoever waits for it.
            settle(reader);
        }
        synchronized (core) {
            slot.end();
            if (failure.isEmpty()) {
                slot.ready();
            } else {
                slot.failed(failure, core.nowNs());
            }
            unwanted = takeUnwanted();
            demands.look();
            tellLater();
            core.notifyAll();
        }
        unwanted.forEach(Lease::takeAway);
    }

    /** Opens what a slot wants; null if somebody has it already, or if it is better opened when it is needed. */
    private @Nullable OpenReader open(Slot slot) throws MediaException {
        Loadable medium = slot.medium();
        StreamKey stream = slot.stream();
        if (medium == null || stream == null) {
            medium = slot.finder().find();
            stream = StreamKey.of(medium, index(slot.name().streamIndex(), medium));
        }
        ReaderKey key;
        synchronized (core) {
            slot.found(medium, stream);
            slot.stop().check();
            key = forms.computeIfAbsent(stream, form(medium)::of);
            ReaderCost cost = ReaderCost.of(medium.info(), key);
            boolean pays = slot.isActive() ? !core.idle().isFull(cost) : core.idle().isCheap(cost);
            if (isOpen(slot) || !pays || core.room().isShortOf(cost.bytes())) {
                return null;
            }
        }
        OpenReader reader = core.open(this, key, medium, slot.stop());
        if (!slot.isActive()) {
            reader.rest();
        }
        return reader;
    }

    private static int index(int wanted, Loadable medium) throws MediaException {
        return wanted >= 0
                ? medium.streamFor(wanted)
                : medium.info().video().map(StreamInfo::index).orElseThrow(
                        () -> new MediaException(Reason.NO_STREAM, medium.name(), "it holds no picture there"));
    }

    /** The usual form of a stream. */
    @FunctionalInterface
    private interface Form {
        ReaderKey of(StreamKey stream);
    }

    private static Form form(Loadable medium) {
        return stream -> medium.info().audio(stream.streamIndex()).isPresent()
                && medium.info().video(stream.streamIndex()).isEmpty()
                        ? new ReaderKey.Sound(stream, USUAL_RATE_HZ, List.of())
                        : new ReaderKey.Frames(stream, 1);
    }

    @Override
    public FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation)
            throws MediaException {
        MediaInfo info = medium.info();
        VideoStreamInfo stream = info.video(streamIndex).orElseThrow(() -> new MediaException(Reason.NO_STREAM, medium.name(),
                "stream " + streamIndex + " holds no pictures; choose another stream"));
        FrameLease lease = new FrameLease(this, medium,
                new ReaderKey.Frames(StreamKey.of(medium, streamIndex), decoderThreads), stream);
        lease.begin(cancellation);
        return lease;
    }

    @Override
    public PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels,
            Cancellation cancellation) throws MediaException {
        AudioStreamInfo stream = medium.info().audio(streamIndex).orElseThrow(() -> new MediaException(Reason.NO_STREAM,
                medium.name(), "stream " + streamIndex + " holds no sound; choose another stream"));
        PcmLease lease = new PcmLease(this, medium,
                new ReaderKey.Sound(StreamKey.of(medium, streamIndex), sampleRateHz, channels), stream);
        lease.begin(cancellation);
        return lease;
    }

    /** Takes a reader that is open, or opens one. */
    OpenReader take(Lease lease, Cancellation cancellation) throws MediaException {
        ReaderKey key = lease.key();
        List<OpenReader> otherForms;
        synchronized (core) {
            leases.add(lease);
            OpenReader warm = awaitWarm(key, cancellation);
            if (warm != null) {
                return warm;
            }
            forms.put(key.stream(), key);
            Set<StreamKey> replaced = standIn(lease);
            replaced.add(key.stream());
            otherForms = core.idle().takeAll(
                    reader -> reader.session() == this && replaced.contains(reader.key().stream()));
        }
        otherForms.forEach(OpenReader::close);
        try {
            OpenReader reader = core.open(this, key, lease.medium(), cancellation);
            report(key.stream(), "");
            return reader;
        } catch (MediaException e) {
            report(key.stream(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /**
     * What is read from now on in place of another file of the same content is what is wanted: somebody made a smaller one, or
     * took it away. Returns the streams that are not wanted any more. With the lock held.
     */
    private Set<StreamKey> standIn(Lease lease) {
        StreamKey now = lease.key().stream();
        Set<StreamKey> replaced = new HashSet<>();
        for (Slot slot : demands.slots()) {
            StreamKey before = slot.stream();
            if (before != null && !slot.isWorking() && before.isReplacedBy(now)
                    && lease.medium().streamFor(slot.name().streamIndex()) == now.streamIndex()) {
                slot.found(lease.medium(), now);
                replaced.add(before);
            }
        }
        return replaced;
    }

    /** Waits for a load of the stream that is under way. With the lock held. */
    private @Nullable OpenReader awaitWarm(ReaderKey key, Cancellation cancellation) throws MediaException {
        while (true) {
            cancellation.check();
            if (core.isStopped()) {
                throw new MediaException(Reason.UNSUPPORTED, key.stream().name(),
                        "the bundle that loads media has been stopped; start it again");
            }
            OpenReader warm = core.idle().take(this, key);
            if (warm != null || demands.slots().stream().noneMatch(
                    slot -> slot.isWorking() && key.stream().equals(slot.stream()) && key.equals(forms.get(key.stream())))) {
                return warm;
            }
            try {
                core.wait(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    /** Notes what came of opening a stream for somebody who could not wait for its load, or that reading it failed. */
    void report(StreamKey stream, String failure) {
        synchronized (core) {
            for (Slot slot : demands.slots()) {
                if (stream.equals(slot.stream()) && !slot.isWorking()) {
                    if (failure.isEmpty()) {
                        slot.ready();
                    } else {
                        slot.failed(failure, core.nowNs());
                    }
                }
            }
            demands.look();
            tellLater();
        }
    }

    /** Takes back what a lease had. */
    void giveBack(Lease lease, @Nullable OpenReader reader) {
        synchronized (core) {
            leases.remove(lease);
            doubtful.remove(lease);
        }
        if (reader != null) {
            settle(reader);
        }
    }

    /** Keeps a reader open that nobody reads just now, makes it smaller or closes it, as is wanted at this moment. */
    void settle(OpenReader reader) {
        while (true) {
            Fate fate;
            List<OpenReader> excess = List.of();
            synchronized (core) {
                fate = fate(reader);
                if (fate == Fate.KEPT) {
                    core.idle().add(reader);
                    excess = core.idle().takeExcess();
                    core.notifyAll();
                }
            }
            switch (fate) {
            case KEPT -> {
                excess.forEach(OpenReader::close);
                return;
            }
            case RESTING -> reader.rest();
            case CLOSED -> {
                reader.close();
                return;
            }
            }
        }
    }

    /** What becomes of a reader that nobody reads. */
    private enum Fate {
        KEPT, RESTING, CLOSED
    }

    private Fate fate(OpenReader reader) {
        StreamKey stream = reader.key().stream();
        List<Slot> wanting = demands.slots().stream().filter(slot -> stream.equals(slot.stream())).toList();
        int users = wanting.stream().mapToInt(Slot::users).sum();
        if (closed || core.isStopped() || purpose != Purpose.VIEW || reader.isSpoiled() || wanting.isEmpty()
                || core.idle().count(this, stream) >= Math.max(1, users)) {
            return Fate.CLOSED;
        }
        if (wanting.stream().anyMatch(Slot::isActive)) {
            return Fate.KEPT;
        }
        if (!core.idle().isCheap(reader.cost())) {
            return Fate.CLOSED;
        }
        return reader.isResting() ? Fate.KEPT : Fate.RESTING;
    }

    /** Names the leases of pictures; those of sound hold little. With the lock held. */
    void addPictureLeases(List<Lease> all) {
        leases.stream().filter(FrameLease.class::isInstance).forEach(all::add);
    }

    long nowNs() {
        return core.nowNs();
    }

    /** Sees to it that what is read does not outgrow the budget. */
    void keepRoom() {
        core.keepRoom();
    }

    /** Whether a stream is near the playhead of this session. With the lock held. */
    boolean isNear(StreamKey stream) {
        return demands.slots().stream().anyMatch(slot -> slot.isActive() && stream.equals(slot.stream()));
    }

    @Override
    public void retry(String track) {
        int toLoad;
        synchronized (core) {
            if (closed) {
                return;
            }
            demands.retry(track);
            toLoad = (int) demands.slots().stream().filter(Slot::isPending).count();
            tellLater();
        }
        for (int i = 0; i < toLoad; i++) {
            core.later(core::work);
        }
    }

    @Override
    public List<TrackLoad> loads() {
        synchronized (core) {
            return demands.loads();
        }
    }

    /** Has listeners told of what has changed. With the lock held. */
    private void tellLater() {
        announcements.tellLater(demands.takeUntold());
    }

    @Override
    public void close() {
        update(List.of());
        List<OpenReader> left;
        synchronized (core) {
            if (closed) {
                return;
            }
            closed = true;
            demands.apply(List.of(), _ -> false, 0).dropped().forEach(slot -> slot.stop().cancel());
            tellLater();
            left = core.idle().takeAll(reader -> reader.session() == this);
        }
        core.forget(this);
        core.dispose(left);
    }
}
