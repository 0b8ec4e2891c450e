package org.reelbench.demo.internal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.demo.internal.film.Dissolve;
import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.film.Shot;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.verify.ExpectedPicture.Mix;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * Computes what every frame of the film must show, from the edit list and the time stamps of the media: the source frame whose
 * [time, next time) contains in + (n − start) · speed ÷ rate, before the first frame the first, after the last the last.
 */
final class PictureExpectation {

    private final EditList list;
    private final FrameRate rate;
    private final Map<Integer, FrameTimes> times;

    /** Takes the times of the moving sources by their ids; all other sources are stills. */
    PictureExpectation(EditList list, FrameRate rate, Map<Integer, FrameTimes> times) {
        this.list = list;
        this.rate = rate;
        this.times = times;
    }

    ExpectedPicture at(long frame) {
        List<Card> cards = new ArrayList<>();
        Mix mix = null;
        for (Shot shot : list.shots()) {
            Dissolve dissolve = dissolve(shot.layer(), frame);
            if (dissolve != null && shot.startFrame() == dissolve.cutFrame()) {
                cards.clear();
                mix = new Mix(card(before(dissolve), frame), card(shot, frame), dissolve.weightAt(frame));
            } else if (dissolve == null && shot.isAt(frame)) {
                if (list.covers(shot)) {
                    cards.clear();
                    mix = null;
                }
                cards.add(card(shot, frame));
            }
        }
        return new ExpectedPicture(List.copyOf(cards), mix);
    }

    private @Nullable Dissolve dissolve(String layer, long frame) {
        return list.dissolves().stream().filter(d -> d.layer().equals(layer) && d.isAt(frame)).findFirst().orElse(null);
    }

    private Shot before(Dissolve dissolve) {
        return list.shots().stream().filter(s -> s.layer().equals(dissolve.layer()) && s.endFrame() == dissolve.cutFrame())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no shot goes before the dissolve at " + dissolve.cutFrame()));
    }

    private Card card(Shot shot, long frame) {
        RationalTime sourceTime = shot.sourceIn().plus(rate.timeOf(frame - shot.startFrame()).times(shot.speed()));
        FrameTimes known = times.get(shot.source());
        return new Card(shot.layer(), shot.source(), known == null ? 0 : frameAt(known, sourceTime), shot.box(),
                shot.opacity());
    }

    static int frameAt(FrameTimes times, RationalTime time) {
        int frame = 0;
        while (frame + 1 < times.count() && !times.timeOf(frame + 1).isAfter(time)) {
            frame++;
        }
        return frame;
    }
}
