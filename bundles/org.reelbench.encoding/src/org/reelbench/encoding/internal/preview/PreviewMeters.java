package org.reelbench.encoding.internal.preview;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;

/** What previews do, in numbers. */
@Component
public final class PreviewMeters implements MeterSource {

    private static final String MADE = "reelbench_preview_made_segments_total";
    private static final String MADE_HELP = "Segments made since the start; what is black or silent is copied.";

    private final PreviewService previews;

    /**
     * Creates the source.
     *
     * @param previews are asked
     */
    @Activate
    public PreviewMeters(@Reference PreviewService previews) {
        this.previews = previews;
    }

    @Override
    public List<Meter> meters() {
        PreviewWork work = previews.work();
        return List.of(Meter.gauge("reelbench_preview_wanted_segments", "Segments that are wanted and not there.", work.wanted()),
                Meter.gauge("reelbench_preview_busy_lanes", "Segments that are being made.", work.busy()),
                Meter.counter(MADE, MADE_HELP, work.picturesEncoded()).with("kind", "pictures"),
                Meter.counter(MADE, MADE_HELP, work.soundEncoded()).with("kind", "sound"),
                Meter.counter(MADE, MADE_HELP, work.copied()).with("kind", "copied"),
                Meter.counter("reelbench_preview_audited_segments_total", "Kept segments that were rendered once more.",
                        work.audited()),
                Meter.counter("reelbench_preview_differing_segments_total",
                        "Kept segments that were others than what is rendered now.", work.differing()));
    }
}
