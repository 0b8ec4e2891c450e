package org.reelbench.media.ffmpeg.internal;

import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** FFmpeg's error codes as exceptions. */
public final class Errors {

    /** The decoder or encoder wants input, or output to be taken, first: no error. */
    public static final int AGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();

    /** The end of the stream: no error. */
    public static final int END = avutil.AVERROR_EOF();

    /** The system's refusal to read or write, also what our own callbacks answer. */
    public static final int INPUT_OUTPUT = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO();

    private static final int TEXT_BYTES = 128;

    private Errors() {
    }

    /**
     * Passes a result on unless it is an error.
     *
     * @param result what FFmpeg returned
     * @param reason what an error means here, where its code does not say better
     * @param medium the name of the medium, or an empty text
     * @param doing what failed, to begin the sentence, for example {@code "its pictures cannot be decoded"}
     * @return the result, 0 or more
     * @throws MediaException if the result is negative
     */
    public static int check(int result, Reason reason, String medium, String doing) throws MediaException {
        if (result < 0) {
            throw of(result, reason, medium, doing);
        }
        return result;
    }

    /**
     * Makes the exception of an error code.
     *
     * @param code the negative code
     * @param reason what the error means here, where its code does not say better
     * @param medium the name of the medium, or an empty text
     * @param doing what failed, to begin the sentence
     * @return the exception
     */
    public static MediaException of(int code, Reason reason, String medium, String doing) {
        return new MediaException(better(code, reason), medium, doing + " (FFmpeg: " + text(code) + ")");
    }

    /**
     * Returns FFmpeg's own words for a code.
     *
     * @param code the negative code
     * @return the words, in English
     */
    public static String text(int code) {
        byte[] text = new byte[TEXT_BYTES];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Passes on an allocation.
     *
     * @param <P> the kind of thing
     * @param pointer what FFmpeg's allocator returned
     * @return the pointer
     * @throws OutOfMemoryError if it is null
     */
    public static <P extends org.bytedeco.javacpp.Pointer> P allocated(P pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("no native memory left");
        }
        return pointer;
    }

    private static Reason better(int code, Reason reason) {
        if (code == org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOSPC()) {
            return Reason.DISK_FULL;
        }
        if (code == avutil.AVERROR_DECODER_NOT_FOUND()) {
            return Reason.NO_DECODER;
        }
        if (code == avutil.AVERROR_ENCODER_NOT_FOUND()) {
            return Reason.NO_ENCODER;
        }
        if (code == avutil.AVERROR_PATCHWELCOME()) {
            return Reason.UNSUPPORTED;
        }
        return reason;
    }
}
