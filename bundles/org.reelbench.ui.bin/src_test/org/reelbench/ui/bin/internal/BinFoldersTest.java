package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

class BinFoldersTest {

    private static final List<MediaReference> MEDIA = List.of(medium("m1", ""), medium("m2", "Day 2"),
            medium("m3", "Day 1/beach"),
            medium("m4", "Day 1/Air/Up"), medium("m5", "Day 10"));

    private final BinFilm.Asked asked = new BinFilm.Asked();
    private String chosen = "";
    private final FolderMenu menu = new FolderMenu(asked.editor, () -> MEDIA, () -> chosen);

    private static MediaReference medium(String id, String bin) {
        return BinFilm.medium(id, "/films/" + id + ".mp4", "").withBin(bin);
    }

    private static String bin(EditCommand command) {
        return command.parameters().get("media") + " in " + command.parameters().get("bin");
    }

    @Test
    void foldersStandByTheirNamesEachBeforeThoseInIt() {
        assertEquals(List.of("Day 1", "Day 1/Air", "Day 1/Air/Up", "Day 1/beach", "Day 10", "Day 2"), BinFolders.of(MEDIA));
        assertEquals(List.of(), BinFolders.of(List.of(medium("m1", ""))));
    }

    @Test
    void aFolderHoldsWhatLiesInThoseInIt() {
        assertTrue(BinFolders.holds("Day 1", medium("m", "Day 1/Air/Up")));
        assertTrue(BinFolders.holds("", medium("m", "")));
        assertFalse(BinFolders.holds("Day 1", medium("m", "Day 10")), "a name that begins alike is another one");
        assertFalse(BinFolders.holds("Day 1/Air", medium("m", "Day 1")));
    }

    @Test
    void foldersMoveWithAllThatIsInThem() {
        assertEquals(Map.of(new Id("m3"), "Day 2/beach", new Id("m4"), "Day 2/Air/Up"),
                BinFolders.moved(MEDIA, "Day 1", "Day 2"));
        assertEquals(Map.of(new Id("m3"), "beach", new Id("m4"), "Air/Up"), BinFolders.moved(MEDIA, "Day 1", ""));
    }

    @Test
    void severalMediaAreMovedInOneStepAndThoseThatAreThereStay() {
        menu.move(List.of(new Id("m1"), new Id("m2"), new Id("m3")), "Day 2");
        EditCommand unit = asked.commands.getFirst();
        assertEquals("unit", unit.name());
        assertEquals("Move 2 media", unit.parameters().get("name"));
        menu.move(List.of(new Id("m2")), "");
        assertEquals("m2 in ", bin(asked.commands.getLast()));
        menu.move(List.of(new Id("m2")), "Day 2");
        assertEquals(2, asked.commands.size(), "nothing is to be done");
    }

    @Test
    void aFolderIsRenamedInItsPlace() {
        menu.rename("Day 1/Air", "Sky");
        assertEquals("m4 in Day 1/Sky/Up", bin(asked.commands.getFirst()));
        menu.rename("Day 10", "Day 10");
        assertEquals(1, asked.commands.size());
    }

    @Test
    void whatLayInAFolderThatIsRemovedLiesInTheOneAroundIt() {
        menu.remove();
        assertEquals(List.of(), asked.commands, "the bin itself stays");
        chosen = "Day 1/Air";
        menu.remove();
        assertEquals("m4 in Day 1/Up", bin(asked.commands.getFirst()));
    }
}
