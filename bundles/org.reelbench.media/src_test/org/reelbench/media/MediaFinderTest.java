package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaSearch.Found;
import org.reelbench.media.MediaSearch.Match;

class MediaFinderTest {

    private final Path folder;
    private final CountedReads reads = new CountedReads();
    private final MediaFinder finder = new MediaFinder(reads);
    private final Cancellation cancellation = new Cancellation();

    MediaFinderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Computes every fingerprint and notes which files were opened for it. */
    private static final class CountedReads implements Fingerprints {

        private final List<Path> opened = new ArrayList<>();

        @Override
        public String of(Path file) throws MediaException {
            opened.add(file);
            try (ByteSource source = FileByteSource.open(file)) {
                return MediaFingerprint.of(source);
            } catch (IOException e) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(), "no", e);
            }
        }

        @Override
        public Optional<String> known(Path file) {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<String> contentHash(Path file, Cancellation cancelled) {
            throw new UnsupportedOperationException();
        }
    }

    private Path file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private MissingMedium missing(String id, String path, String content) throws Exception {
        Path sample = Files.writeString(Files.createTempFile(folder, "sample", ""), content);
        String fingerprint = new CountedReads().of(sample);
        Files.delete(sample);
        return new MissingMedium(id, path, fingerprint);
    }

    private static Map<String, Path> files(MediaSearch search) {
        return search.found().stream().collect(Collectors.toMap(found -> found.medium().id(), Found::file));
    }

    @Test
    void aMovedFileIsFoundAndOnlyFilesOfItsSizeOrNameAreOpened() throws Exception {
        Path moved = file("new/2024/beach.mp4", "beach");
        file("new/notes.txt", "some text of another size");
        file("new/rocks.mp4", "rocks");
        MediaSearch search = finder.search(List.of(missing("m1", "/old/beach.mp4", "beach")), folder, cancellation);
        assertEquals(Map.of("m1", moved), files(search));
        assertEquals(Match.CONTENT, search.found().getFirst().match());
        assertEquals(List.of(moved), reads.opened);
    }

    @Test
    void aRenamedFileIsFoundByItsContent() throws Exception {
        file("beach.mp4", "other content of that name");
        Path renamed = file("x/holiday.mp4", "beach");
        MediaSearch search = finder.search(List.of(missing("m1", "/old/beach.mp4", "beach")), folder, cancellation);
        assertEquals(Map.of("m1", renamed), files(search));
        assertEquals(List.of(renamed), reads.opened);
    }

    @Test
    void theNameMayDifferInCaseAndAccents() throws Exception {
        Path moved = file("STRA\u0301ND.MP4", "beach");
        MediaSearch search = finder.search(List.of(new MissingMedium("m1", "/old/str\u00e1nd.mp4", "")), folder, cancellation);
        assertEquals(Map.of("m1", moved), files(search));
        assertEquals(Match.NAME, search.found().getFirst().match());
    }

    @Test
    void withoutFingerprintTwoFilesOfTheNameAreNoAnswer() throws Exception {
        file("a/beach.mp4", "one");
        file("b/beach.mp4", "two");
        MediaSearch search = finder.search(List.of(new MissingMedium("m1", "/old/beach.mp4", "")), folder, cancellation);
        assertEquals(List.of(), search.found());
        assertEquals(1, search.missing().size());
        assertEquals(List.of("/old/beach.mp4: 2 files have its name, and its content is not known"), search.notes());
    }

    @Test
    void aFileOfTheNameWithOtherContentIsNotTakenButTold() throws Exception {
        Path other = file("beach.mp4", "bench");
        MediaSearch search = finder.search(List.of(missing("m1", "/old/beach.mp4", "beach")), folder, cancellation);
        assertEquals(List.of(), search.found());
        assertEquals(List.of(other + ": it has the name of /old/beach.mp4, but other content"), search.notes());
    }

    @Test
    void siblingsFollowTheOneThatWasRelinkedWithoutAnySearch() throws Exception {
        Path beach = file("new/film/day1/beach.mp4", "beach");
        Path sound = file("new/film/sound/wind.wav", "wind");
        Path sea = file("new/film/day1/sea.mp4", "sea");
        file("new/film/day1/rocks.mp4", "not the rocks");
        MissingMedium relinked = missing("m1", "/old/film/day1/beach.mp4", "beach");
        MediaSearch search = finder.follow(relinked, beach, List.of(missing("m2", "/old/film/sound/wind.wav", "wind"),
                new MissingMedium("m3", "/old/film/day1/sea.mp4", ""), missing("m4", "/old/film/day1/rocks.mp4", "rocks"),
                missing("m5", "/elsewhere/city.mp4", "city")), cancellation);
        assertEquals(Map.of("m2", sound, "m3", sea), files(search));
        assertEquals(List.of("m4", "m5"), search.missing().stream().map(MissingMedium::id).toList());
    }

    @Test
    void siblingsFollowEvenIfTheRelinkedFileHasAnotherName() throws Exception {
        Path beach = file("new/holiday.mp4", "beach");
        Path sea = file("new/sea.mp4", "sea");
        MediaSearch search = finder.follow(missing("m1", "/old/beach.mp4", "beach"), beach,
                List.of(missing("m2", "/old/sea.mp4", "sea")), cancellation);
        assertEquals(Map.of("m2", sea), files(search));
    }

    @Test
    void whatMovedAsTheOneBeforeIsFoundBeforeOthersOfItsName() throws Exception {
        file("a/copy/sea.mp4", "sea");
        Path beach = file("z/day1/beach.mp4", "beach");
        Path sea = file("z/day1/sea.mp4", "sea");
        MediaSearch search = finder.search(
                List.of(missing("m1", "/old/day1/beach.mp4", "beach"), missing("m2", "/old/day1/sea.mp4", "sea")), folder,
                cancellation);
        assertEquals(Map.of("m1", beach, "m2", sea), files(search));
    }

    @Test
    void twoMediaThatWereCopiesStayTwoFilesIfThereAreTwo() throws Exception {
        Path one = file("one.mp4", "same");
        Path two = file("two.mp4", "same");
        List<MissingMedium> both = List.of(missing("m1", "/old/a.mp4", "same"), missing("m2", "/old/b.mp4", "same"));
        assertEquals(Map.of("m1", one, "m2", two), files(finder.search(both, folder, cancellation)));
        Files.delete(two);
        assertEquals(Map.of("m1", one, "m2", one), files(finder.search(both, folder, cancellation)));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws Exception {
        MediaSearch search = finder.search(List.of(missing("m1", "/old/beach.mp4", "beach")), folder.resolve("no"), cancellation);
        assertEquals(1, search.missing().size());
        assertTrue(search.notes().getFirst().contains("cannot be looked at"), search.notes().toString());
    }

    @Test
    void pathsOfOtherMachinesAreOnlyNames() throws Exception {
        Path moved = file("clips/beach.mp4", "beach");
        for (String old : List.of("C:/Users/Ada/clips/beach.mp4", "//server/share/clips/beach.mp4", "beach.mp4", "/beach.mp4")) {
            assertEquals(Map.of("m1", moved), files(finder.search(List.of(missing("m1", old, "beach")), folder, cancellation)));
        }
        MediaSearch odd = finder.search(List.of(new MissingMedium("m1", "/", "")), folder, cancellation);
        assertEquals(1, odd.missing().size());
    }

    @Test
    void aSearchCanBeCancelled() throws Exception {
        file("beach.mp4", "beach");
        MissingMedium medium = missing("m1", "/old/beach.mp4", "beach");
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> finder.search(List.of(medium), folder, cancellation));
    }
}
