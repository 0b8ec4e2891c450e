package org.reelbench.media.ffmpeg.internal.read;

/** An MP4 file that FFmpeg had better read by itself, as it holds what our tables of samples have no place for, or lies. */
final class OddMp4Exception extends Exception {

    private static final long serialVersionUID = 1L;

    OddMp4Exception(String what) {
        super(what);
    }
}
