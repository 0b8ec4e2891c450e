package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipValues;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.TrimEdits;

/** What edits cost by real encoders, pictures and sound counted apart, each line of what is promised. */
@Timeout(300)
class PreviewEditCostIT {

    private static final FrameRate RATE = PreviewScene.RATES[1];
    private static final Id V1 = new Id("v1");
    private static final Id A1 = new Id("a1");

    @TempDir
    private Path folder;
    private MediaCatalog catalog;
    private PreviewWork before = new PreviewWork(0, 0, 0, 0, 0, 0, 0);

    @BeforeEach
    void makeTheMedia() throws Exception {
        catalog = PreviewScene.make(folder);
    }

    /** Pictures of three media, and sound of one that lies under the last two. */
    private static Sequence film() {
        return PreviewScene.sequence(RATE,
                PreviewScene.track("v1", TrackKind.VIDEO, PreviewScene.clip("a", "m0", 0, RATE, 7, 90),
                        PreviewScene.clip("b", "m1", 0, RATE, 0, 70), new Gap(5), PreviewScene.clip("c", "m2", 0, RATE, 30, 80),
                        PreviewScene.clip("d", "take", 0, RATE, 0, 40)),
                PreviewScene.track("a1", TrackKind.AUDIO, PreviewScene.clip("as", "take", 1, RATE, 0, 50), new Gap(115),
                        PreviewScene.clip("at", "take", 1, RATE, 5, 65)));
    }

    private Preview made(Sequence sequence) throws Exception {
        Preview preview = Services.get(PreviewService.class).open(sequence, catalog);
        PreviewFilm.make(preview.revision());
        before = Services.get(PreviewService.class).work();
        return preview;
    }

    /** Shows a sequence, has all of it encoded, and tells how many encodings of pictures and of sound that took. */
    private List<Long> cost(Preview preview, Sequence edited) throws Exception {
        PreviewFilm.make(preview.show(edited, catalog));
        PreviewService previews = Services.get(PreviewService.class);
        PreviewWork now = previews.work();
        List<Long> cost = List.of(now.picturesEncoded() - before.picturesEncoded(), now.soundEncoded() - before.soundEncoded());
        before = now;
        return cost;
    }

    private void costsNothing(Preview preview, String edit, Sequence edited) throws Exception {
        assertEquals(List.of(0L, 0L), cost(preview, edited), edit + ": pictures and sound encoded");
    }

    @Test
    void whatMovesIsNotEncodedAgain() throws Exception {
        Sequence first = film();
        try (Preview preview = made(first)) {
            costsNothing(preview, "move of pictures", Edits.move(first, new Id("d"), V1, 300));
            costsNothing(preview, "move of sound", Edits.move(first, new Id("at"), A1, 223));
            costsNothing(preview, "ripple of one track", Edits.delete(first, new Id("b"), true));
            costsNothing(preview, "ripple of all tracks",
                    RangeEdits.rippleDelete(first, new Id("b"), List.of(new Id("r1"), new Id("r2"))));
            costsNothing(preview, "undo", first);
            costsNothing(preview, "rename", ClipValues.setName(first, new Id("b"), "other"));
            Sequence split = Edits.split(Edits.split(first, V1, 40, new Id("right")), A1, 21, new Id("rightSound"));
            costsNothing(preview, "split", split);
            Clip copy = PreviewScene.clip("copy", "m1", 0, RATE, 0, 70);
            costsNothing(preview, "paste of pictures", Edits.append(first, V1, copy));
            costsNothing(preview, "paste of sound",
                    Edits.append(first, A1, PreviewScene.clip("copySound", "take", 1, RATE, 5, 65)));
            costsNothing(preview, "insert before",
                    RangeEdits.insert(RangeEdits.insert(first, V1, 0, copy, new Id("rest")), A1, 0,
                            PreviewScene.clip("copySound", "take", 1, RATE, 5, 65), new Id("restSound")));
            costsNothing(preview, "reorder", PreviewScene.sequence(RATE,
                    PreviewScene.track("v1", TrackKind.VIDEO, PreviewScene.clip("c", "m2", 0, RATE, 30, 80),
                            PreviewScene.clip("a", "m0", 0, RATE, 7, 90), PreviewScene.clip("b", "m1", 0, RATE, 0, 70)),
                    PreviewScene.track("a1", TrackKind.AUDIO, PreviewScene.clip("at", "take", 1, RATE, 5, 65),
                            PreviewScene.clip("as", "take", 1, RATE, 0, 50))));
            costsNothing(preview, "redo", split);
        }
    }

    @Test
    void anEditUnderAnOpaqueLayerCostsNothing() throws Exception {
        Clip cover = Clip.of(new Id("cover"), "cover", Generator.color("#102030"), RationalTime.ZERO, 60);
        Sequence first = PreviewScene.sequence(RATE,
                PreviewScene.track("v1", TrackKind.VIDEO, PreviewScene.clip("a", "m0", 0, RATE, 0, 60)),
                PreviewScene.track("v2", TrackKind.VIDEO, cover));
        try (Preview preview = made(first)) {
            costsNothing(preview, "slip below", TrimEdits.slip(first, new Id("a"), 9));
            costsNothing(preview, "opacity below", Edits.setOpacity(first, new Id("a"), 0.5));
            costsNothing(preview, "trim below", Edits.trimEnd(first, new Id("a"), -20));
        }
    }

    @Test
    void aDuplicateOfTheSequenceAndARelinkCostNothing() throws Exception {
        Sequence first = PreviewScene.mixed(RATE);
        made(first).close();
        Sequence twin = new Sequence(new Id("twin"), "Twin", RATE, first.widthPx(), first.heightPx(), first.sampleRateHz(),
                first.tracks(), Extras.NONE);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        for (String name : List.of("m0.mkv", "m1.mkv", "m2.mkv", SoundingFilm.MEDIUM)) {
            Files.move(folder.resolve(name), elsewhere.resolve(name));
        }
        catalog = PreviewScene.catalog(folder, "elsewhere/");
        try (Preview preview = Services.get(PreviewService.class).open(twin, catalog)) {
            costsNothing(preview, "duplicate and relink", twin);
        }
    }

    @Test
    void aTrimCostsTheSegmentsWhoseFramesChanged() throws Exception {
        Sequence first = film();
        try (Preview preview = made(first)) {
            // The last piece of the clip is shorter; what is black where it was is copied.
            assertEquals(List.of(1L, 0L), cost(preview, Edits.trimEnd(first, new Id("a"), -3)));
            assertEquals(List.of(0L, 0L), cost(preview, first), "undo");
            assertEquals(List.of(0L, 1L), cost(preview, Edits.trimEnd(first, new Id("as"), -3)));
        }
    }

    @Test
    void aMoveBySomeFramesAtANarrowRateEncodesTheSoundOfItsEndsAtMost() throws Exception {
        FrameRate ntsc = PreviewScene.RATES[0];
        Sequence first = PreviewScene.sequence(ntsc,
                PreviewScene.track("v1", TrackKind.VIDEO, PreviewScene.clip("a", "m0", 0, ntsc, 0, 90)),
                PreviewScene.track("a1", TrackKind.AUDIO, new Gap(5), PreviewScene.clip("as", "take", 1, ntsc, 0, 80)));
        try (Preview preview = made(first)) {
            costsNothing(preview, "by whole samples", Edits.move(first, new Id("as"), A1, 100));
            List<Long> between = cost(preview, Edits.move(first, new Id("as"), A1, 101));
            assertEquals(0L, between.getFirst());
            // A frame has no whole number of samples here: the first and the last sample of the clip are others.
            assertTrue(between.getLast() <= 2, between::toString);
        }
    }
}
