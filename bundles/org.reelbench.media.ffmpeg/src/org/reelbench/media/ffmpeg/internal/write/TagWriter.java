package org.reelbench.media.ffmpeg.internal.write;

import java.util.List;
import java.util.Map;

import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.reelbench.media.FilmTags;
import org.reelbench.media.FilmTags.Chapter;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.Rational;

/** Hands what is said of a film to a muxer before it writes its head. */
final class TagWriter {

    private static final int TICKS_PER_SECOND = 1_000_000;

    private TagWriter() {
    }

    /** Tags a file; the context owns all that is made here, and frees it. */
    static void write(FilmTags tags, AVFormatContext context) {
        if (!tags.texts().isEmpty()) {
            context.metadata(dictionary(tags.texts()));
        }
        List<Chapter> chapters = tags.chapters();
        if (chapters.isEmpty()) {
            return;
        }
        Pointer list = Errors.allocated(avutil.av_calloc(chapters.size(), Pointer.sizeof(PointerPointer.class)));
        context.chapters(new PointerPointer<>(list));
        for (int i = 0; i < chapters.size(); i++) {
            context.chapters(i, chapter(i, chapters.get(i)));
            context.nb_chapters(i + 1);
        }
    }

    private static AVChapter chapter(int number, Chapter from) {
        AVChapter chapter = new AVChapter(Errors.allocated(avutil.av_mallocz(Pointer.sizeof(AVChapter.class))));
        chapter.id(number + 1L);
        OpenEncoder.set(chapter.time_base(), Rational.of(1, TICKS_PER_SECOND));
        chapter.start(from.start().ticksRound(TICKS_PER_SECOND));
        chapter.end(from.end().ticksRound(TICKS_PER_SECOND));
        chapter.metadata(dictionary(Map.of("title", from.title())));
        return chapter;
    }

    private static AVDictionary dictionary(Map<String, String> texts) {
        AVDictionary dictionary = new AVDictionary(null);
        texts.forEach((name, text) -> avutil.av_dict_set(dictionary, name, text, 0));
        return dictionary;
    }
}
