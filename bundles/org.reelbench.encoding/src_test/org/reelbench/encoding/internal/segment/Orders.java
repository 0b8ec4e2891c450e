package org.reelbench.encoding.internal.segment;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipe;
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

/** Orders for pieces of a sequence of 25 frames a second. */
final class Orders {

    static final MediaCatalog NO_MEDIA = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };
    static final Sequence SEQUENCE = sequence("s");
    static final VideoEncoding BEST = Rungs.of("libx264").getFirst().of(SEQUENCE);

    private static final Recipe RECIPE = recipe();

    private Orders() {
    }

    static Sequence sequence(String id) {
        Clip clip = Clip.of(new Id("c"), "c", Generator.color("#123456"), RationalTime.ZERO, 5000);
        return new Sequence(new Id(id), id, FrameRate.of(25, 1), 64, 36, 48_000,
                List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
    }

    private static Recipe recipe() {
        SegmentPlan plan = new SegmentPlan(new Recipes("none", _ -> Optional.empty()), SEQUENCE, NO_MEDIA);
        return plan.recipeOf(plan.segmentAt(0), BEST);
    }

    /** The pictures of a piece; its id is where it begins. */
    static SegmentOrder picture(long start, long end) {
        return picture(SEQUENCE, start, end, BEST);
    }

    static SegmentOrder picture(Sequence sequence, long start, long end, VideoEncoding encoding) {
        PreviewSegment segment = new PreviewSegment("v-" + start, SegmentKind.PICTURE, start, end, start, end - start,
                TinyMp4.TICKS_PER_SECOND);
        return new SegmentOrder(segment, RECIPE, Optional.of(encoding), Optional.empty(), false, sequence, NO_MEDIA);
    }

    static SegmentOrder sound(long start, long end) {
        PreviewSegment segment = new PreviewSegment("s-" + start, SegmentKind.SOUND, start, end, start, end - start, 48_000);
        return new SegmentOrder(segment, RECIPE, Optional.empty(),
                Optional.of(new AudioEncoding("flac", 48_000, 2, 0, new TreeMap<>())), false, SEQUENCE, NO_MEDIA);
    }

    static Wish wish(SegmentOrder order, Rank.Level level, long distance) {
        return new Wish(order, new Rank(level, distance));
    }
}
