package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.internal.cache.ReadyBytes;
import org.reelbench.encoding.internal.segment.AacRun;
import org.reelbench.encoding.internal.segment.GrowingBytes;
import org.reelbench.encoding.internal.segment.Rank;
import org.reelbench.encoding.internal.segment.Wish;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewRung;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipe;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.SoundPiece;
import org.reelbench.render.SoundPlan;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/** One snapshot as segments, found when they are asked for. Plans take one thread at a time: all of a preview share a lock. */
final class SnapshotRevision implements PreviewRevision {

    /** Of a picture's point, where the encoder is told a quality and no rate. */
    private static final double GUESSED_BITS = 0.12;

    private final long number;
    private final SequencePreview preview;
    private final Shop shop;
    private final Object lock;
    private final MediaCatalog catalog;
    private final SegmentPlan plan;
    private final SoundPlan soundPlan;
    private final Map<String, SegmentOrder> named = new HashMap<>();

    SnapshotRevision(long number, SequencePreview preview, Shop shop, MediaCatalog catalog, SegmentPlan plan,
            SoundPlan soundPlan) {
        this.number = number;
        this.preview = preview;
        this.shop = shop;
        this.lock = preview.plans();
        this.catalog = catalog;
        this.plan = plan;
        this.soundPlan = soundPlan;
    }

    /** The revision of another snapshot, which takes over what is known of this one. */
    SnapshotRevision after(Sequence next, MediaCatalog nextCatalog) {
        synchronized (lock) {
            return new SnapshotRevision(number + 1, preview, shop, nextCatalog, plan.after(next, nextCatalog),
                    soundPlan.after(next, nextCatalog));
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Sequence sequence() {
        return plan.sequence();
    }

    @Override
    public List<PreviewSegment> pictures(long fromFrame, long toFrame) {
        synchronized (lock) {
            return plan.segments(Math.max(0, fromFrame), toFrame).stream().map(segment -> picture(segment).segment()).toList();
        }
    }

    @Override
    public List<PreviewRung> rungs() {
        double framesPerSecond = sequence().rate().framesPerSecond().toDouble();
        return ladder().stream().distinct().map(rung -> new PreviewRung(rung.widthPx(), rung.heightPx(), rung.bitRate() > 0
                ? rung.bitRate()
                : Math.round(GUESSED_BITS * rung.widthPx() * rung.heightPx() * framesPerSecond))).toList();
    }

    @Override
    public List<PreviewSegment> pictures(long fromFrame, long toFrame, int rung) {
        VideoEncoding chosen = rung(rung);
        synchronized (lock) {
            return plan.segments(Math.max(0, fromFrame), toFrame).stream().map(segment -> picture(segment, chosen).segment())
                    .toList();
        }
    }

    @Override
    public List<PreviewSegment> exactly(long fromFrame, long toFrame, int rung) {
        VideoEncoding chosen = rung(rung);
        synchronized (lock) {
            return plan.segments(Math.max(0, fromFrame), toFrame).stream()
                    .map(whole -> new Segment(whole.span(), Math.max(fromFrame, whole.startFrame()),
                            Math.min(toFrame, whole.endFrame())))
                    .map(segment -> picture(segment, chosen).segment()).toList();
        }
    }

    private VideoEncoding rung(int number) {
        List<VideoEncoding> ladder = ladder().stream().distinct().toList();
        return ladder.get(Math.clamp(number, 0, ladder.size() - 1));
    }

    private List<VideoEncoding> ladder() {
        List<VideoEncoding> ladder = shop.qualities().of(sequence());
        if (ladder.isEmpty()) {
            throw new IllegalStateException("no encoder of previews is installed: one of libx264 and libopenh264 is needed");
        }
        return ladder;
    }

    @Override
    public List<PreviewSegment> sound(long fromSample, long toSample) {
        synchronized (lock) {
            return soundPlan.pieces(Math.max(0, fromSample), toSample).stream().map(piece -> sound(piece).segment()).toList();
        }
    }

    @Override
    public long endSample() {
        synchronized (lock) {
            return soundPlan.endSample();
        }
    }

    @Override
    public Optional<PreviewSegment> find(String id) {
        synchronized (lock) {
            return Optional.ofNullable(named.get(id)).map(SegmentOrder::segment);
        }
    }

    @Override
    public MediaCatalog catalog() {
        return catalog;
    }

    /** Whether this revision named a segment of this id. */
    boolean names(String id) {
        synchronized (lock) {
            return named.containsKey(id);
        }
    }

    /** The best that is ready, else what is made now. */
    private SegmentOrder picture(Segment segment) {
        List<VideoEncoding> ladder = ladder();
        for (VideoEncoding rung : ladder) {
            Recipe recipe = plan.recipeOf(segment, rung);
            if (shop.cache().find(id(recipe)).isPresent()) {
                return order(segment, recipe, rung);
            }
        }
        return picture(segment, ladder.get(shop.qualities().step(ladder)));
    }

    private SegmentOrder picture(Segment segment, VideoEncoding rung) {
        return order(segment, plan.recipeOf(segment, rung), rung);
    }

    private static String id(Recipe recipe) {
        return "v-" + recipe.id();
    }

    private SegmentOrder order(Segment segment, Recipe recipe, VideoEncoding rung) {
        String id = id(recipe);
        SegmentOrder known = named.get(id);
        if (known != null && known.segment().start() == segment.startFrame()) {
            return known;
        }
        Rational rate = sequence().rate().framesPerSecond();
        PreviewSegment place = new PreviewSegment(id, SegmentKind.PICTURE, segment.startFrame(), segment.endFrame(),
                segment.startFrame() * rate.denominator(), (segment.endFrame() - segment.startFrame()) * rate.denominator(),
                rate.numerator());
        return name(new SegmentOrder(place, recipe, Optional.of(rung), Optional.empty(),
                segment.span().layers().isEmpty(), sequence(), catalog));
    }

    private SegmentOrder sound(SoundPiece piece) {
        Recipe recipe = soundPlan.recipeOf(piece);
        String id = "s-" + recipe.id() + "-flac16-1";
        SegmentOrder known = named.get(id);
        if (known != null && known.segment().start() == piece.startSample()) {
            return known;
        }
        PreviewSegment place = new PreviewSegment(id, SegmentKind.SOUND, piece.startSample(), piece.endSample(),
                piece.startSample(), piece.endSample() - piece.startSample(), sequence().sampleRateHz());
        return name(new SegmentOrder(place, recipe, Optional.empty(),
                Optional.of(Qualities.sound(sequence(), AudioRenderer.CHANNELS)), piece.silent(), sequence(), catalog));
    }

    @Override
    public List<PreviewSegment> aac(long fromSample, long toSample) {
        int hz = sequence().sampleRateHz();
        long run = AacRun.samples(hz);
        List<PreviewSegment> runs = new ArrayList<>();
        synchronized (lock) {
            long end = Math.min(toSample, soundPlan.endSample());
            for (long start = Math.max(0, fromSample) / run * run; start < end; start += run) {
                Recipe recipe = soundPlan.recipeOf(start - AacRun.LEAD_IN_SAMPLES,
                        start + run + AacRun.LEAD_OUT_SAMPLES);
                PreviewSegment place = new PreviewSegment("s-" + recipe.id() + "-aac-1", SegmentKind.SOUND, start, start + run,
                        start, run, hz);
                runs.add(name(new SegmentOrder(place, recipe, Optional.empty(),
                        Optional.of(AacRun.encoding(hz, AudioRenderer.CHANNELS)), false, sequence(), catalog)).segment());
            }
        }
        return runs;
    }

    private SegmentOrder name(SegmentOrder order) {
        named.put(order.segment().id(), order);
        preview.reached(order.segment().id());
        return order;
    }

    @Override
    public SegmentStatus status(PreviewSegment segment) {
        GrowingBytes growing = shop.queue().bytes(segment.id()).orElse(null);
        if (growing != null) {
            return growing.status();
        }
        return shop.cache().find(segment.id()).orElse(SegmentStatus.PENDING);
    }

    @Override
    public SegmentBytes open(PreviewSegment segment) throws IOException {
        Optional<SegmentBytes> kept = shop.cache().open(segment.id());
        if (kept.isPresent()) {
            return kept.get();
        }
        preview.requireOpen();
        SegmentOrder order = orderOf(segment);
        Object reader = new Object();
        shop.queue().want(reader, List.of(new Wish(order, new Rank(Rank.Level.NOW, distance(segment)))));
        GrowingBytes growing = shop.queue().bytes(segment.id()).orElse(null);
        if (growing != null) {
            return new ReadyBytes(growing, () -> shop.queue().want(reader, List.of()));
        }
        // It was finished in this very moment.
        shop.queue().want(reader, List.of());
        return shop.cache().open(segment.id())
                .orElseThrow(() -> new SegmentFailedException("the preview has ended, or the segment is gone; open it again"));
    }

    /** Behind what lies under a playhead; sound before the pictures, as it costs next to nothing. */
    private long distance(PreviewSegment segment) {
        return segment.kind() == SegmentKind.PICTURE
                ? 1 + preview.distance(segment.start())
                : preview.distance(sequence().rate().frameAt(RationalTime.of(segment.start(), sequence().sampleRateHz())));
    }

    private SegmentOrder orderOf(PreviewSegment segment) throws IOException {
        synchronized (lock) {
            SegmentOrder known = named.get(segment.id());
            if (known == null) {
                throw new SegmentFailedException("revision " + number + " has no segment " + segment.id());
            }
            return known;
        }
    }

    @Override
    public List<FrameRange> seekable() {
        List<FrameRange> ranges = new ArrayList<>();
        for (PreviewSegment segment : pictures(0, sequence().durationFrames())) {
            if (isReady(segment)) {
                long start = ranges.isEmpty() || ranges.getLast().outFrame() != segment.start()
                        ? segment.start()
                        : ranges.removeLast().inFrame();
                ranges.add(new FrameRange(start, segment.end()));
            }
        }
        return ranges;
    }

    private boolean isReady(PreviewSegment segment) {
        return shop.cache().find(segment.id()).map(SegmentStatus::state).filter(SegmentState.READY::equals).isPresent();
    }

    @Override
    public double progress() {
        long frames = sequence().durationFrames();
        long ready = seekable().stream().mapToLong(range -> range.outFrame() - range.inFrame()).sum();
        return frames == 0 ? 1 : (double) ready / frames;
    }

    /** What is not there of the pictures of a range, most urgent first where somebody looks at a frame. */
    void wishPictures(long fromFrame, long toFrame, long lookedAt, Rank.Level level, Wishes wishes) {
        synchronized (lock) {
            for (Segment segment : plan.segments(Math.max(0, fromFrame), toFrame)) {
                if (wishes.isFull()) {
                    return;
                }
                SegmentOrder order = picture(segment);
                boolean under = lookedAt >= segment.startFrame() && lookedAt < segment.endFrame();
                long distance = Math.max(0, Math.max(segment.startFrame() - lookedAt, lookedAt - segment.endFrame() + 1));
                if (!isReady(order.segment())) {
                    wishes.add(new Wish(order, new Rank(under && level == Rank.Level.AHEAD ? Rank.Level.NOW : level, distance)));
                } else {
                    wishBetter(segment, order, distance, wishes);
                }
            }
        }
    }

    private void wishBetter(Segment segment, SegmentOrder ready, long distance, Wishes wishes) {
        VideoEncoding best = shop.qualities().of(sequence()).getFirst();
        if (!ready.video().equals(Optional.of(best)) && !shop.onBattery().getAsBoolean()) {
            SegmentOrder better = picture(segment, best);
            wishes.add(new Wish(better, new Rank(Rank.Level.IDLE, distance)));
        }
    }

    /** What is not there of the sound of a range of frames. */
    void wishSound(long fromFrame, long toFrame, long lookedAt, Rank.Level level, Wishes wishes) {
        synchronized (lock) {
            int hz = sequence().sampleRateHz();
            long from = sequence().rate().timeOf(Math.max(0, fromFrame)).ticksRound(hz);
            long to = sequence().rate().timeOf(Math.max(0, toFrame)).ticksRound(hz);
            for (SoundPiece piece : soundPlan.pieces(from, Math.min(to, soundPlan.endSample()))) {
                @Nullable
                SegmentOrder order = wishes.isFull() ? null : sound(piece);
                if (order != null && !isReady(order.segment())) {
                    long start = sequence().rate().frameAt(RationalTime.of(piece.startSample(), hz));
                    boolean under = start <= lookedAt && level == Rank.Level.AHEAD;
                    // Before the pictures: it costs next to nothing.
                    wishes.add(new Wish(order,
                            new Rank(under ? Rank.Level.NOW : level, Math.max(0, start - lookedAt) - 1)));
                }
            }
        }
    }
}
