package org.reelbench.cli.internal.commands;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.media.VideoStreamInfo;

/**
 * The size of a film.
 *
 * @param widthPx the width, even
 * @param heightPx the height, even
 */
record FilmSize(int widthPx, int heightPx) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})[xX]([1-9]\\d{0,4})");
    private static final FilmSize DEFAULT = new FilmSize(1280, 720);

    /** The most that H.264 and common players take. */
    private static final int LARGEST_PX = 16_384;

    static FilmSize of(Arguments arguments, Optional<String> text, Optional<VideoStreamInfo> first) throws CommandException {
        if (text.isEmpty()) {
            return first.map(video -> new FilmSize(video.picture().widthPx() & ~1, video.picture().heightPx() & ~1))
                    .orElse(DEFAULT);
        }
        Matcher matcher = FORM.matcher(text.get());
        if (!matcher.matches()) {
            throw arguments.usage("--size " + text.get() + " is no size such as 1280x720");
        }
        FilmSize size = new FilmSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (size.widthPx % 2 != 0 || size.heightPx % 2 != 0 || Math.max(size.widthPx, size.heightPx) > LARGEST_PX) {
            throw arguments.usage("--size " + text.get() + ": both sides must be even and at most " + LARGEST_PX);
        }
        return size;
    }

    @Override
    public String toString() {
        return widthPx + "x" + heightPx;
    }
}
