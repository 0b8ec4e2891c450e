package org.example.reelbench;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Located;

/** Decorations of tracks: clips and gaps of a frame or two, which nobody makes on purpose and everybody sees flash. */
@Component
public final class FlashFrames implements TrackDecorator {

    /** What is at least so long is meant. */
    static final long MEANT_FRAMES = 3;

    @Override
    public String name() {
        return "Flash frames";
    }

    @Override
    public List<Decoration> decorate(TrackStretch stretch) {
        List<Decoration> found = new ArrayList<>();
        for (Located item : stretch.items()) {
            long frames = item.item().durationFrames();
            if (frames < MEANT_FRAMES) {
                String length = frames == 1 ? "1 frame" : frames + " frames";
                found.add(item.item() instanceof Clip clip
                        ? Decoration.ofClip(clip, Tone.WARNING, length).withNote("A clip of " + length + " only flashes")
                        : Decoration.ofTrack(new FrameRange(item.startFrame(), item.endFrame()), Tone.PROBLEM, length)
                                .withNote("A gap of " + length + " is seen as a black flash"));
            }
        }
        return found;
    }
}
