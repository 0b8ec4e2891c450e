package org.reelbench.http.it;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.encoding.preview.AuditedSegment;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Previews of one film without sound, four segments of two seconds, whose encoder is the test. For every thread. */
final class FakePreviews implements PreviewService, Preview, Renderers, ScreenConverters, AutoCloseable {

    static final Id FILM = new Id("film");

    private static final int FRAMES = 50;
    private static final int SEGMENTS = 4;
    private static final InitSegment INIT = new InitSegment("1a", new byte[] { 1, 2, 3 }, "avc1.42c01f");
    private static final InitSegment OTHER = new InitSegment("2b", new byte[] { 4, 5 }, "avc1.4d401f");

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<FakeViewer> viewers = new CopyOnWriteArrayList<>();
    private final List<FakeSegment> segments = new ArrayList<>();
    private volatile Revision now;

    /** Who looks, and where. */
    static final class FakeViewer implements Viewer {

        volatile long frame;
        volatile boolean playing;
        volatile boolean closed;

        @Override
        public void at(long newFrame, boolean isPlaying) {
            frame = newFrame;
            playing = isPlaying;
        }

        @Override
        public void visible(long fromFrame, long toFrame) {
            throw new UnsupportedOperationException("pages have no track view");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Makes the services known; what is there already is not asked while this is. */
    FakePreviews() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(new FakeSegment(new PreviewSegment("v-" + i, SegmentKind.PICTURE, (long) i * FRAMES, (i + 1L) * FRAMES,
                    (long) i * FRAMES, FRAMES, 25), i < 2 ? INIT : OTHER));
        }
        now = new Revision(1, sequence("Film"));
        Hashtable<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        for (Class<?> type : List.of(Renderers.class, ScreenConverters.class, PreviewService.class)) {
            registrations.add(Services.context().registerService(type.getName(), this, first));
        }
    }

    private static Sequence sequence(String name) {
        Track track = Track.of(new Id("t"), "T", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(new Gap((long) SEGMENTS * FRAMES))));
        return new Sequence(FILM, name, FrameRate.of(25, 1), 64, 36, 48_000, List.of(track), Extras.NONE);
    }

    FakeSegment segment(int number) {
        return segments.get(number);
    }

    List<FakeViewer> viewers() {
        return viewers;
    }

    List<FakeViewer> openViewers() {
        return viewers.stream().filter(viewer -> !viewer.closed).toList();
    }

    /** An edit that changes no segment. */
    void rename(String name) {
        now = new Revision(now.number + 1, sequence(name));
        listeners().forEach(listener -> listener.revised(this, now));
    }

    /** Tells pages how far a segment is. */
    void tell(int number) {
        listeners().forEach(listener -> listener.changed(this, segment(number).segment().id(), segment(number).status()));
    }

    private static List<PreviewListener> listeners() {
        try {
            return Services.context().getServiceReferences(PreviewListener.class, null).stream()
                    .map(Services.context()::getService).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    @Override
    public Preview open(Sequence sequence, MediaCatalog catalog) {
        throw new UnsupportedOperationException("there is this one film");
    }

    @Override
    public List<Preview> previews() {
        return List.of(this);
    }

    @Override
    public Optional<Preview> preview(Id sequence) {
        return sequence.equals(FILM) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<InitSegment> init(String initId) {
        return List.of(INIT, OTHER).stream().filter(init -> init.id().equals(initId)).findFirst();
    }

    @Override
    public Optional<SegmentBytes> kept(String id) {
        return Optional.empty();
    }

    @Override
    public Id sequenceId() {
        return FILM;
    }

    @Override
    public PreviewRevision show(Sequence sequence, MediaCatalog catalog) {
        throw new UnsupportedOperationException("the test renames it");
    }

    @Override
    public PreviewRevision revision() {
        return now;
    }

    @Override
    public Viewer viewer() {
        FakeViewer viewer = new FakeViewer();
        viewers.add(viewer);
        return viewer;
    }

    @Override
    public Registration listen(PreviewListener listener) {
        throw new UnsupportedOperationException("the server listens as a service");
    }

    @Override
    public List<AuditedSegment> audit(int count, long seed, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog catalog) {
        throw new IllegalStateException("nothing is rendered here");
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
        throw new IllegalStateException("nothing is rendered here");
    }

    @Override
    public ScreenConverter open() {
        throw new IllegalStateException("nothing is rendered here");
    }

    @Override
    public void close() {
        registrations.reversed().forEach(ServiceRegistration::unregister);
    }

    /** A snapshot. */
    private final class Revision implements PreviewRevision {

        private final long number;
        private final Sequence sequence;

        Revision(long number, Sequence sequence) {
            this.number = number;
            this.sequence = sequence;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public Sequence sequence() {
            return sequence;
        }

        @Override
        public MediaCatalog catalog() {
            return id -> {
                throw new MediaException(MediaException.Reason.MISSING, id.value(), "there are no media here");
            };
        }

        @Override
        public List<PreviewSegment> pictures(long fromFrame, long toFrame) {
            return segments.stream().map(FakeSegment::segment).filter(one -> one.end() > fromFrame && one.start() < toFrame)
                    .toList();
        }

        @Override
        public List<PreviewSegment> sound(long fromSample, long toSample) {
            return List.of();
        }

        @Override
        public long endSample() {
            return 0;
        }

        @Override
        public Optional<PreviewSegment> find(String id) {
            return segments.stream().map(FakeSegment::segment).filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public SegmentStatus status(PreviewSegment segment) {
            return of(segment).status();
        }

        @Override
        public SegmentBytes open(PreviewSegment segment) {
            return of(segment).read();
        }

        private FakeSegment of(PreviewSegment segment) {
            return segments.stream().filter(one -> one.segment().equals(segment)).findFirst().orElseThrow();
        }

        @Override
        public List<FrameRange> seekable() {
            return List.of();
        }

        @Override
        public double progress() {
            return 0;
        }
    }
}
