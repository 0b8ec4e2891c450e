package org.reelbench.media;

/** What is known of one stream of a medium. */
public sealed interface StreamInfo permits VideoStreamInfo, AudioStreamInfo, OtherStreamInfo {

    /**
     * Returns the stream's number in its medium.
     *
     * @return the index, from 0
     */
    int index();

    /**
     * Returns the codec's short name, for example {@code h264} or {@code aac}.
     *
     * @return the name
     */
    String codec();
}
