package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PixelFormat;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;

/** What stands in for a medium gets through to those that show it, and not to those that export it. */
class StandInTest {

    private static final Id MEDIUM = new Id("m1");
    private static final Interpretation TURNED = new Interpretation(90, null, Interpretation.FieldOrder.AUTO,
            Interpretation.Color.AUTO, Interpretation.Range.AUTO, null);

    private static MediaCatalog catalog() {
        MediaCatalog media = new FakeCatalog().with("m1", 64, 36, PixelFormat.YUV420P).understood("m1", TURNED);
        return id -> new Shrunk(media.medium(id));
    }

    private record Shrunk(Medium medium) implements Medium, StandIn {

        @Override
        public String name() {
            return medium.name();
        }

        @Override
        public String fingerprint() {
            return medium.fingerprint();
        }

        @Override
        public String representation() {
            return "small";
        }

        @Override
        public MediaInfo info() {
            return medium.info();
        }

        @Override
        public int streamIndex() {
            return 0;
        }

        @Override
        public Interpretation interpretation() {
            return medium.interpretation();
        }

        @Override
        public Optional<StandIn> standIn(int streamIndex) {
            return Optional.of(this);
        }

        @Override
        public ByteSource open() throws MediaException {
            return medium.open();
        }
    }

    @Test
    void slatesPassOnWhatStandsInAndWhatTheProjectSays() throws Exception {
        Medium medium = new SlateCatalog(catalog(), 64, 36).medium(MEDIUM);
        assertEquals("small", medium.standIn(0).orElseThrow().representation());
        assertEquals(TURNED, medium.interpretation());
    }

    @Test
    void exportsAreGivenTheMediumItself() throws Exception {
        MediaCatalog originals = OriginalMedia.of(catalog());
        Medium medium = originals.medium(MEDIUM);
        assertTrue(medium.standIn(0).isEmpty());
        assertEquals(TURNED, medium.interpretation());
        assertSame(originals, OriginalMedia.of(originals), "wrapped twice");
        assertTrue(new SlateCatalog(originals, 64, 36).medium(MEDIUM).standIn(0).isEmpty());
    }
}
