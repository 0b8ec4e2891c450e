package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.bin.internal.Listing.Order;

/** Which media are listed in which order. */
class ListingTest {

    private static final MediaReference BEACH = BinFilm.medium("m1", "/summer/beach.mp4", "");
    private static final MediaReference ALPS = BinFilm.medium("m2", "/winter/Alps.mov", "");
    private static final MediaReference WAVES = BinFilm.medium("m3", "/summer/waves.wav", "");
    private static final Map<MediaReference, MediumRow> ROWS = Map.of(BEACH, row("1920×1080  25.00 fps", 60), ALPS,
            row("3840×2160  50.00 fps", 5), WAVES, row("48.00 kHz  stereo", 30));
    private static final Map<Id, Integer> USE = Map.of(new Id("m1"), 3, new Id("m3"), 1);

    private static MediumRow row(String format, long seconds) {
        return new MediumRow("film", format, "", "", RationalTime.ofSeconds(seconds), List.of());
    }

    private static List<String> names(Listing listing) {
        return listing.of(List.of(BEACH, ALPS, WAVES), ROWS::get, USE).stream().map(MediaReference::name).toList();
    }

    @Test
    void mediaStandAsTheyWereAdded() {
        assertEquals(List.of("beach.mp4", "Alps.mov", "waves.wav"), names(Listing.ALL));
    }

    @Test
    void allWordsAreFoundInNamePathOrFormat() {
        assertEquals(List.of("beach.mp4", "waves.wav"), names(Listing.ALL.withQuery(" SUMMER ")));
        assertEquals(List.of("waves.wav"), names(Listing.ALL.withQuery("summer stereo")));
        assertEquals(List.of("Alps.mov"), names(Listing.ALL.withQuery("3840")));
        assertEquals(List.of(), names(Listing.ALL.withQuery("summer 3840")));
    }

    @Test
    void aClickSortsASecondOneTurnsRoundAThirdOneLetsBe() {
        Listing byName = Listing.ALL.clicked(Order.NAME);
        assertEquals(List.of("Alps.mov", "beach.mp4", "waves.wav"), names(byName));
        assertEquals(List.of("waves.wav", "beach.mp4", "Alps.mov"), names(byName.clicked(Order.NAME)));
        assertEquals(Listing.ALL, byName.clicked(Order.NAME).clicked(Order.NAME));
        assertEquals(List.of("Alps.mov", "waves.wav", "beach.mp4"), names(byName.clicked(Order.DURATION)));
        assertEquals(List.of("Alps.mov", "waves.wav", "beach.mp4"), names(Listing.ALL.clicked(Order.USED)));
        assertEquals(List.of("beach.mp4", "Alps.mov", "waves.wav"), names(Listing.ALL.clicked(Order.FORMAT)));
    }

    @Test
    void mediaAreLookedIntoOnlyWhereItTakesThat() {
        assertFalse(Listing.ALL.clicked(Order.NAME).needsRows());
        assertTrue(Listing.ALL.clicked(Order.FORMAT).needsRows());
        assertTrue(Listing.ALL.withQuery("x").needsRows());
        assertFalse(Listing.ALL.withQuery("  ").needsRows());
    }
}
