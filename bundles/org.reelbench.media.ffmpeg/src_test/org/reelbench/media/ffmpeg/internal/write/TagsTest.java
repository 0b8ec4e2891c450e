package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FilmTags;
import org.reelbench.media.FilmTags.Chapter;
import org.reelbench.media.Muxer;
import org.reelbench.media.ffmpeg.fixtures.FfmpegProgram;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.time.RationalTime;

/** What is said of a film is in its file, and nothing else is. */
class TagsTest {

    private static final FilmTags TAGS = new FilmTags(new TreeMap<>(Map.of("title", "Über uns; = \\ #1", "artist", "Somebody")),
            List.of(new Chapter(RationalTime.ZERO, RationalTime.of(12, 30), "Début"),
                    new Chapter(RationalTime.of(12, 30), RationalTime.of(40, 30), "The end")));

    @TempDir
    Path folder = Path.of("set by the framework");

    @ParameterizedTest
    @ValueSource(strings = { "mp4", "mov", "matroska" })
    void textsAndChaptersAreReadBack(String container) throws Exception {
        Path file = write(container, "film");
        assertEquals(List.of("Über uns; = \\ #1"), lines(file, "-show_entries", "format_tags=title"));
        assertEquals(List.of("Somebody"), lines(file, "-show_entries", "format_tags=artist"));
        String end = container.equals("matroska") ? "1.333333" : "1.333000";
        assertEquals(List.of("0.000000,0.400000,Début", "0.400000," + end + ",The end"),
                lines(file, "-show_chapters", "-show_entries", "chapter=start_time,end_time:chapter_tags=title"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "mp4", "mov", "matroska", "webm" })
    void equalFilmsAreEqualFilesThatKeepTheHourToThemselves(String container) throws Exception {
        byte[] first = Files.readAllBytes(write(container, "one"));
        assertArrayEquals(first, Files.readAllBytes(write(container, "two")));
        assertEquals(List.of(), lines(folder.resolve("one." + container), "-show_entries", "format_tags=creation_time"));
    }

    @Test
    void aChapterHasALength() {
        assertThrows(IllegalArgumentException.class, () -> new Chapter(RationalTime.ZERO, RationalTime.ZERO, "nothing"));
    }

    private Path write(String container, String name) throws Exception {
        String encoder = container.equals("webm") ? "libvpx-vp9" : "mpeg4";
        Encoded cards = Recording.cards(Recording.encoding(encoder), LongStream.range(0, 40).boxed().toList(), List.of(0));
        Path file = folder.resolve(name + "." + container);
        try (Muxer muxer = new FfmpegMuxers().open(file, container, List.of(cards.parameters()), Map.of(), TAGS)) {
            for (var packet : cards.packets()) {
                muxer.write(0, packet);
            }
            muxer.finish(new Cancellation());
        }
        return file;
    }

    private static List<String> lines(Path file, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("-of", "csv=p=0", file.toString()));
        return FfmpegProgram.probe(all).lines()
                .filter(line -> !line.isBlank() && !line.contains("no version information"))
                .map(line -> line.replace("\"", "")).toList();
    }
}
