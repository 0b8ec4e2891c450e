package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.PictureSize;
import org.reelbench.encoding.preview.AuditedSegment;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.Cancellation;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;

/** Renders what is kept once more and compares: a recipe that forgot something would show here. */
final class Audit {

    /** Far below what the worst quality loses, far above what two different pictures have in common. */
    private static final double LEAST_DB = 24;

    private final Shop shop;
    private final SnapshotRevision revision;
    private double worstDb;

    Audit(Shop shop, SnapshotRevision revision) {
        this.shop = shop;
        this.revision = revision;
    }

    List<AuditedSegment> run(int count, long seed, Cancellation cancellation) {
        List<PreviewSegment> ready = ready(0, revision.sequence().durationFrames());
        Collections.shuffle(ready, new Random(seed));
        List<AuditedSegment> audited = new ArrayList<>();
        for (PreviewSegment segment : ready.subList(0, Math.min(count, ready.size()))) {
            cancellation.check();
            audited.add(audit(segment, cancellation));
        }
        return audited;
    }

    /** Compares the segment at a frame, if it is there. */
    List<AuditedSegment> at(long frame, Cancellation cancellation) {
        return ready(frame, frame + 1).stream().map(segment -> audit(segment, cancellation)).toList();
    }

    private List<PreviewSegment> ready(long fromFrame, long toFrame) {
        return new ArrayList<>(revision.pictures(fromFrame, toFrame).stream()
                .filter(segment -> revision.status(segment).state() == SegmentState.READY).toList());
    }

    private AuditedSegment audit(PreviewSegment segment, Cancellation cancellation) {
        worstDb = Psnr.SAME_DB;
        String problem = "";
        try (SegmentBytes bytes = revision.open(segment);
                VideoRenderer renderer = shop.renderers().video(revision.sequence(), revision.catalog());
                PictureSize size = new PictureSize(shop.composers())) {
            ByteBuffer body = ByteBuffer.allocate(Math.toIntExact(bytes.status().availableBytes()));
            while (body.hasRemaining() && bytes.read(body.position(), body, SegmentPlace.AS_KEPT) > 0) {
                // until it is whole
            }
            shop.check().decode(segment.id(), bytes.init().bytes(), body.array(), cancellation, (number, picture) -> {
                try (VideoFrame composed = renderer.frame(segment.start() + number, cancellation);
                        VideoFrame alike = size.of(composed, picture.format().widthPx(), picture.format().heightPx(),
                                revision.sequence().rate())) {
                    worstDb = Math.min(worstDb, Psnr.ofLuma(alike, picture));
                } catch (RenderException e) {
                    throw new DamagedSegment("it cannot be compared: " + e.getMessage(), e);
                }
            });
            if (worstDb < LEAST_DB) {
                problem = "its pictures are others than those composed now";
            }
        } catch (IOException | DamagedSegment e) {
            problem = e.getMessage();
        }
        shop.count().audited(problem.isEmpty());
        if (!problem.isEmpty()) {
            shop.cache().discard(segment.id(), problem);
        }
        return new AuditedSegment(segment.id(), worstDb, problem);
    }
}
