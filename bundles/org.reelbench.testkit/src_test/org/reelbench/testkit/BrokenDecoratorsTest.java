package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.timeline.FrameRange;

/** The contract of decorators finds what each of these does wrong, and nothing else. */
class BrokenDecoratorsTest {

    /** Says what there is to say of a stretch. */
    @FunctionalInterface
    private interface Saying {

        List<Decoration> of(TrackStretch stretch);
    }

    private record Decorator(String name, Scope scope, Saying saying) implements TrackDecorator {

        @Override
        public List<Decoration> decorate(TrackStretch stretch) {
            return saying.of(stretch);
        }
    }

    private static List<String> broken(String name, TrackDecorator.Scope scope, Saying saying) throws InterruptedException {
        return Broken.sentences(new TrackDecoratorContract(new Decorator(name, scope, saying), 1, 4));
    }

    private static List<String> broken(Saying saying) throws InterruptedException {
        return broken("Clips", TrackDecorator.Scope.TRACK, saying);
    }

    private static List<Decoration> clips(TrackStretch stretch, String label) {
        return stretch.clips().stream().map(placed -> Decoration.ofClip(placed.clip(), Tone.NOTE, label)).toList();
    }

    @Test
    void oneThatIsAsItShouldBe() throws InterruptedException {
        assertEquals(List.of(), broken(stretch -> clips(stretch, "clip")));
        assertEquals(List.of(), broken("Media", TrackDecorator.Scope.PROJECT, stretch -> stretch.clips().stream()
                .map(placed -> Decoration.ofClip(placed.clip(), Tone.GOOD, stretch.medium(placed.clip()).orElseThrow().name()))
                .toList()));
    }

    @Test
    void oneWithoutAName() throws InterruptedException {
        assertEquals(List.of("it says what it tells of, and what it looks at"),
                broken("two\nlines", TrackDecorator.Scope.TRACK, stretch -> clips(stretch, "clip")));
    }

    @Test
    void oneThatGoesBeyondTheTrack() throws InterruptedException {
        assertEquals(List.of("decorations lie on what they are of"), broken(stretch -> List.of(
                Decoration.ofTrack(new FrameRange(0, stretch.track().durationFrames() + 1), Tone.NOTE, "all"))));
    }

    @Test
    void oneThatSaysTheSameTwice() throws InterruptedException {
        assertEquals(List.of("decorations lie on what they are of"), broken(stretch -> {
            List<Decoration> twice = new ArrayList<>(clips(stretch, "clip"));
            twice.addAll(twice);
            return twice;
        }));
    }

    @Test
    void oneThatChangesItsMind() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        assertEquals(
                List.of("asked again, by any thread, it says the same", "of a part it says what it says of the whole",
                        "what it does not look at changes nothing"),
                broken(stretch -> clips(stretch, "clip " + times.incrementAndGet())));
    }

    @Test
    void oneThatDecoratesThePartItIsAskedFor() throws InterruptedException {
        assertEquals(List.of("of a part it says what it says of the whole"),
                broken(stretch -> List.of(Decoration.ofTrack(stretch.range(), Tone.NOTE, "seen"))));
    }

    @Test
    void oneThatLooksFurtherThanItSays() throws InterruptedException {
        assertEquals(List.of("what it does not look at changes nothing"),
                broken(stretch -> clips(stretch, "of " + stretch.sequence().tracks().size())));
    }
}
