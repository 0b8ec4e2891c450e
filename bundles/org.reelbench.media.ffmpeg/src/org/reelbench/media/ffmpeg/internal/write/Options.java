package org.reelbench.media.ffmpeg.internal.write;

import java.util.Map;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;

/** Options by name for FFmpeg, which takes out those it knows. */
final class Options implements AutoCloseable {

    private final AVDictionary dictionary = new AVDictionary(null);

    Options(Map<String, String> options) {
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
    }

    /** Returns the options as FFmpeg takes them. */
    AVDictionary dictionary() {
        return dictionary;
    }

    /** Returns the name of an option that nobody knew, or null. */
    @Nullable
    String unknown() {
        AVDictionaryEntry left = avutil.av_dict_get(dictionary, "", null, avutil.AV_DICT_IGNORE_SUFFIX);
        return left == null || left.isNull() ? null : left.key().getString();
    }

    @Override
    public void close() {
        avutil.av_dict_free(dictionary);
    }
}
