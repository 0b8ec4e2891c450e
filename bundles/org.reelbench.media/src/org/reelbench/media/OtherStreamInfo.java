package org.reelbench.media;

/**
 * A stream that is neither picture nor sound: subtitles, data, attachments.
 *
 * @param index the stream's number
 * @param codec the codec's short name
 */
public record OtherStreamInfo(int index, String codec) implements StreamInfo {
}
