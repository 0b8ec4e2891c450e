package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.PixelFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Sequences written as text: {@code full:10@3*2%0.5} is a clip of medium "full", 10 frames from source frame 3 on, at double
 * speed and half opacity; {@code !pic:5} a still, {@code =inner:5} the sequence "inner", {@code #ff0000:5} a
 * colour, {@code _:5} a gap and {@code t/2+3} a dissolve from 2 frames before the cut to 3 after it. The n-th
 * word of track "v1" is the item "v1.n".
 */
public final class Sequences {

    public static final FrameRate FPS_25 = FrameRate.of(25, 1);
    public static final FrameRate FPS_29_97 = FrameRate.of(30_000, 1001);
    public static final FrameRate FPS_23_976 = FrameRate.of(24_000, 1001);
    public static final int WIDTH_PX = 64;
    public static final int HEIGHT_PX = 36;

    private static final Pattern CLIP = Pattern
            .compile("([#!=]?)([a-z0-9]+):(\\d+)(?:@(-?\\d+))?(?:\\*(-?[0-9/]+))?(?:%([0-9.]+))?");

    private Sequences() {
    }

    /** Media of three kinds: one that fills the canvas, one that does not, one that may be transparent. */
    public static FakeCatalog catalog() {
        return new FakeCatalog().with("full", 1920, 1080, PixelFormat.YUV420P).with("other", 1280, 720, PixelFormat.YUV420P)
                .with("narrow", 400, 300, PixelFormat.YUV420P).with("alpha", 1920, 1080, PixelFormat.YUVA420P)
                .with("pic", 192, 108, PixelFormat.YUV444P);
    }

    /** A sequence of tracks, bottom first, each written as {@code v1: full:10 _:5}; names that begin with "a" are sound. */
    public static Sequence sequence(FrameRate rate, String... tracks) {
        return sequence(rate, 48_000, tracks);
    }

    public static Sequence sequence(FrameRate rate, int sampleRateHz, String... tracks) {
        List<Track> all = new ArrayList<>();
        for (String track : tracks) {
            String name = track.substring(0, track.indexOf(':'));
            TrackKind kind = name.startsWith("a") ? TrackKind.AUDIO : TrackKind.VIDEO;
            all.add(Track.of(new Id(name), name, kind).withItems(items(name, track.substring(name.length() + 1), rate)));
        }
        return of(rate, sampleRateHz, all);
    }

    public static Sequence of(FrameRate rate, int sampleRateHz, List<Track> tracks) {
        return new Sequence(new Id("s"), "Sequence", rate, WIDTH_PX, HEIGHT_PX, sampleRateHz, tracks, Extras.NONE);
    }

    /** A sequence under another id and on another canvas. */
    public static Sequence as(String id, int widthPx, int heightPx, Sequence sequence) {
        return new Sequence(new Id(id), id, sequence.rate(), widthPx, heightPx, sequence.sampleRateHz(), sequence.tracks(),
                sequence.extras());
    }

    private static TrackItems items(String track, String text, FrameRate rate) {
        List<Item> items = new ArrayList<>();
        for (String word : text.isBlank() ? new String[0] : text.strip().split(" +")) {
            Id id = new Id(track + "." + items.size());
            if (word.startsWith("_:")) {
                items.add(new Gap(Long.parseLong(word.substring(2))));
            } else if (word.startsWith("t/")) {
                String[] offsets = word.substring(2).split("\\+");
                items.add(Transition.dissolve(id, Long.parseLong(offsets[0]), Long.parseLong(offsets[1])));
            } else {
                items.add(clip(id, word, rate, track.startsWith("a") ? 1 : 0));
            }
        }
        return TrackItems.of(items);
    }

    private static Clip clip(Id id, String word, FrameRate rate, int streamIndex) {
        Matcher parts = CLIP.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + word + "' is no item");
        }
        String name = parts.group(2);
        Content content = switch (parts.group(1)) {
        case "#" -> Generator.color("#" + name);
        case "!" -> new Still(new Id(name));
        case "=" -> new NestedSequence(new Id(name));
        default -> new MediaStream(new Id(name), streamIndex);
        };
        Clip clip = Clip.of(id, word, content, rate.timeOf(number(parts.group(4))), Long.parseLong(parts.group(3)));
        String speed = parts.group(5);
        String opacity = parts.group(6);
        return clip.withSpeed(speed == null ? Rational.ONE : Rational.parse(speed))
                .withOpacity(opacity == null ? 1 : Double.parseDouble(opacity));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
