package org.reelbench.encoding.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.FilmTags.Chapter;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;

/** Makes chapters of a sequence's markers: each lasts to the next one. */
final class Chapters {

    private Chapters() {
    }

    /** Returns the chapters of a range, counted from its start; of several markers at one frame, the first makes one. */
    static List<Chapter> of(Sequence sequence, long fromFrame, long toFrame) {
        List<Marker> starts = new ArrayList<>();
        for (Marker marker : sequence.markers()) {
            boolean isInside = marker.frame() >= fromFrame && marker.frame() < toFrame;
            if (isInside && (starts.isEmpty() || starts.getLast().frame() < marker.frame())) {
                starts.add(marker);
            }
        }
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Marker marker = starts.get(i);
            long end = i + 1 < starts.size() ? starts.get(i + 1).frame() : toFrame;
            chapters.add(new Chapter(sequence.rate().timeOf(marker.frame() - fromFrame), sequence.rate().timeOf(end - fromFrame),
                    marker.name().isBlank() ? "Chapter " + (i + 1) : marker.name()));
        }
        return chapters;
    }
}
