package org.reelbench.ui.memory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Id;
import org.reelbench.ui.TrackNotice;

class ShortageNoticeTest {

    private final List<String> log = new ArrayList<>();
    private List<Id> unused = List.of(new Id("v2"), new Id("v3"));
    private final ShortageNotice notice = new ShortageNotice(new ShortageNotice.Board() {

        @Override
        public void show(TrackNotice shown) {
            log.add("show " + shown.text());
        }

        @Override
        public void changed() {
            log.add("changed");
        }

        @Override
        public void hide() {
            log.add("hide");
        }
    }, new ShortageNotice.Tracks() {

        @Override
        public List<Id> unused() {
            return unused;
        }

        @Override
        public void hide(List<Id> tracks) {
            log.add("hide " + tracks.stream().map(Id::value).toList());
        }
    }, () -> log.add("look"));

    @Test
    void readingsAloneNeverBringIt() {
        notice.read(Readings.of(950, 0));

        assertEquals(List.of(), log);
    }

    @Test
    void itSaysHowMuchOfHowMuchIsUsedAndFollows() {
        notice.warned(Readings.of(850, 0));
        notice.read(Readings.of(860, 5));

        assertEquals(List.of("show Memory is short: 850 MB of 1000 MB used", "changed"), log);
        assertEquals("Memory is short: 860 MB of 1000 MB used", notice.text());
    }

    @Test
    void itGoesByItselfWhenTheLevelFalls() {
        notice.warned(Readings.of(850, 0));
        log.clear();
        notice.read(Readings.of(740, 5));
        notice.read(Readings.of(740, 10));

        assertEquals(List.of("hide"), log);
    }

    @Test
    void itsButtonHidesWhatIsUnusedAndLooksWhetherThatHelped() {
        notice.warned(Readings.of(850, 0));
        log.clear();
        assertEquals(Optional.of("Hide unused tracks"), notice.action());
        notice.act();

        assertEquals(List.of("hide [v2, v3]", "hide", "look"), log);
    }

    @Test
    void withoutUnusedTracksItHasNoButton() {
        unused = List.of();
        notice.warned(Readings.of(850, 0));

        assertEquals(Optional.empty(), notice.action());
    }

    @Test
    void whatWasDismissedComesBackWithTheNextWarningOnly() {
        notice.warned(Readings.of(850, 0));
        notice.dismiss();
        log.clear();
        notice.read(Readings.of(850, 5));
        notice.warned(Readings.of(850, 30));

        assertEquals(List.of("show Memory is short: 850 MB of 1000 MB used"), log);
    }
}
