package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * Reads numbered picture files: each set becomes a medium that is an image sequence. Numbers that go in steps, or names that are no
 * pattern, become a sequence of stills, which the clip shows as it would a film.
 */
final class ImageSequences {

    /** The members that are understood here. */
    static final Set<String> MEMBERS = Set.of("name", "available_range", "available_image_bounds", "target_url_base",
            "name_prefix", "name_suffix", "start_frame", "frame_step", "rate", "frame_zero_padding", "missing_frame_policy");

    /** A quarter of an hour in one file, where each picture is a medium of the project. */
    private static final long MOST_STILLS = 20_000;
    /** Days, where all are one medium. */
    private static final long MOST_IMAGES = 10_000_000;
    private static final int MOST_PATTERN_DIGITS = 9;
    private static final int MOST_DIGITS = 20;

    private final MediaShelf shelf;
    private final Ids ids;
    private final List<SequenceDraft> sequences;
    private final Map<Numbering, Content> known = new HashMap<>();
    private long left = MOST_STILLS;

    /** What tells one set of files from another. */
    private record Numbering(String base, String prefix, String suffix, int first, int step, int digits, FrameRate rate,
            RationalTime duration) {

        String number(long index) {
            long number = first + index * step;
            String text = Long.toString(Math.abs(number));
            return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - text.length())) + text;
        }

        String address(long index) {
            return base + (base.isEmpty() || base.endsWith("/") || base.endsWith("\\") ? "" : "/") + prefix + number(index)
                    + suffix;
        }
    }

    ImageSequences(MediaShelf shelf, Ids ids, List<SequenceDraft> sequences) {
        this.shelf = shelf;
        this.ids = ids;
        this.sequences = sequences;
    }

    /** Says why a set of files was not taken. */
    String refusal() {
        return "it may have up to " + MOST_IMAGES + " pictures on this machine, and all whose numbers go in steps up to "
                + MOST_STILLS;
    }

    /** Reads a reference whose first picture is shown at the start of a span. */
    Optional<Content> read(Fields reference, Span span) throws TimelineFormatException {
        double hz = reference.number("rate", Decimals.MAX_RATE_HZ, 0);
        FrameRate rate = hz > 0 ? Decimals.rate(hz) : span.rate();
        Numbering numbering = new Numbering(reference.text("target_url_base", ""), reference.text("name_prefix", ""),
                reference.text("name_suffix", ""),
                reference.whole("start_frame", Integer.MIN_VALUE + 1, Integer.MAX_VALUE, 1),
                reference.whole("frame_step", 1, Integer.MAX_VALUE, 1),
                reference.whole("frame_zero_padding", 0, MOST_DIGITS, 0), rate, span.duration());
        Content before = known.get(numbering);
        if (before != null) {
            return Optional.of(before);
        }
        long frames = Span.frames(span.duration(), rate, Item.MAX_DURATION_FRAMES, reference);
        Optional<String> pattern = frames >= 1 && frames <= MOST_IMAGES ? pattern(numbering) : Optional.empty();
        if (pattern.isPresent()) {
            ImageSequence images = new ImageSequence(numbering.first(), frames, rate);
            String first = shelf.path(numbering.address(0)).orElseThrow();
            Content content = new MediaStream(shelf.putImages(pattern.get(), first, images).reference().id(), 0);
            known.put(numbering, content);
            return Optional.of(content);
        }
        long images = Math.ceilDiv(frames, numbering.step());
        if (images < 1 || images > left || shelf.path(numbering.address(0)).isEmpty()) {
            return Optional.empty();
        }
        left -= images;
        Content content = sequence(numbering, frames, images);
        known.put(numbering, content);
        return Optional.of(content);
    }

    /** Returns the pattern of the files' path, if there is one that means just these files. */
    private Optional<String> pattern(Numbering numbering) {
        Optional<String> first = shelf.path(numbering.address(0));
        if (first.isEmpty() || numbering.step() != 1 || numbering.first() < 0 || numbering.digits() > MOST_PATTERN_DIGITS) {
            return Optional.empty();
        }
        String path = first.get();
        String number = numbering.number(0);
        int at = path.length() - numbering.suffix().length() - number.length();
        if (at < 0 || !path.startsWith(number, at)) {
            // An address with percent codes in the end of the name.
            return Optional.empty();
        }
        String before = path.substring(0, at);
        String after = path.substring(at + number.length());
        String pattern = before + (numbering.digits() > 1 ? "%0" + numbering.digits() + "d" : "%d") + after;
        boolean meansThem = shelf.path(numbering.address(1)).equals(Optional.of(before + numbering.number(1) + after));
        return meansThem && ImageSequence.isPattern(pattern) ? Optional.of(pattern) : Optional.empty();
    }

    private Content sequence(Numbering numbering, long frames, long images) {
        String name = numbering.prefix() + "#".repeat(Math.max(1, numbering.digits())) + numbering.suffix();
        List<Item> clips = new ArrayList<>();
        for (long i = 0; i < images; i++) {
            long lasts = Math.min(numbering.step(), frames - i * numbering.step());
            // The first picture tells the size of all.
            MediaShelf.Shelved image = shelf.put(shelf.path(numbering.address(i)).orElseThrow(), "", Extras.NONE, i == 0);
            clips.add(Clip.of(ids.next("c"), image.reference().name(), new Still(image.reference().id()), RationalTime.ZERO,
                    lasts));
        }
        SequenceDraft draft = new SequenceDraft(ids.next("s"), name, numbering.rate());
        draft.add(Track.of(ids.next("v"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(clips)), frames);
        sequences.add(draft);
        return new NestedSequence(draft.id());
    }
}
