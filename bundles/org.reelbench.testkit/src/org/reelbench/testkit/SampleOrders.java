package org.reelbench.testkit;

import java.util.List;
import java.util.Optional;

import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.SegmentPlan;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Orders for pieces of an even colour. */
final class SampleOrders {

    private static final int FRAMES_PER_SECOND = 25;
    private static final MediaCatalog NO_MEDIA = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };

    private final VideoEncoding encoding;
    private final Sequence sequence;
    private final SegmentPlan plan;

    SampleOrders(VideoEncoding encoding) {
        this.encoding = encoding;
        Clip clip = Clip.of(new Id("c"), "c", Generator.color("#123456"), RationalTime.ZERO, 5000);
        sequence = new Sequence(new Id("s"), "s", FrameRate.of(FRAMES_PER_SECOND, 1), encoding.widthPx(), encoding.heightPx(),
                48_000, List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(
                        TrackItems.of(List.of(clip)))),
                Extras.NONE);
        plan = new SegmentPlan(new Recipes("contract", _ -> Optional.empty()), sequence, NO_MEDIA);
    }

    SegmentOrder pictures(long start, long end) throws MediaException {
        PreviewSegment segment = new PreviewSegment("v-" + start, SegmentKind.PICTURE, start, end, start, end - start,
                FRAMES_PER_SECOND);
        return new SegmentOrder(segment, plan.recipeOf(plan.segmentAt(start), encoding), Optional.of(encoding), Optional.empty(),
                false, sequence, NO_MEDIA);
    }
}
