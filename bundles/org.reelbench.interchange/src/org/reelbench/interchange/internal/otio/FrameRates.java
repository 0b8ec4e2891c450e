package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * Finds the frame rate of a timeline, which the format does not tell: that of its start time, else the one most of its clips and
 * gaps are measured in, else that of its first film.
 */
final class FrameRates {

    private static final Rational SLOWEST = Rational.of(5);
    private static final Rational FASTEST = Rational.of(300);

    private final MediaShelf shelf;
    private final Map<FrameRate, Integer> ofPictures = new LinkedHashMap<>();
    private final Map<FrameRate, Integer> ofSounds = new LinkedHashMap<>();
    private final List<String> addresses = new ArrayList<>();

    private FrameRates(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** Returns the rate for a timeline and all that is nested in it. */
    static FrameRate of(@Nullable Fields globalStart, Fields stack, ImportSettings settings, MediaShelf shelf)
            throws TimelineFormatException {
        if (settings.rate().isPresent()) {
            return settings.rate().get();
        }
        if (globalStart != null) {
            FrameRate rate = Span.rate(globalStart);
            if (isPlausible(rate)) {
                return rate;
            }
        }
        FrameRates rates = new FrameRates(shelf);
        rates.count(stack, rates.ofPictures);
        return mostFrequent(rates.ofPictures).or(() -> mostFrequent(rates.ofSounds)).or(rates::ofFirstFilm)
                .orElse(ImportSettings.FALLBACK_RATE);
    }

    private void count(Fields composition, Map<FrameRate, Integer> counts) throws TimelineFormatException {
        for (Fields unnamed : composition.objects("children")) {
            String schema = unnamed.schema().name();
            Fields child = unnamed.as(Places.in(unnamed.where(), schema.toLowerCase(Locale.ROOT), unnamed.text("name", "")));
            switch (schema) {
            case "Track" -> count(child, child.text("kind", "Video").equalsIgnoreCase("audio") ? ofSounds : counts);
            case "Stack" -> count(child, counts);
            case "Clip", "Gap" -> item(child, counts);
            default -> {
                // Nothing else says at which rate it is cut.
            }
            }
        }
    }

    private void item(Fields item, Map<FrameRate, Integer> counts) throws TimelineFormatException {
        Fields reference = item.inner("media_reference");
        Fields references = item.inner("media_references");
        if (references != null) {
            reference = references.inner(item.text("active_media_reference_key", "DEFAULT_MEDIA"));
        }
        Fields range = item.inner("source_range");
        if (range == null && reference != null) {
            range = reference.inner("available_range");
        }
        Fields duration = range == null ? null : range.inner("duration");
        if (duration != null) {
            FrameRate rate = Span.rate(duration);
            if (isPlausible(rate)) {
                counts.merge(rate, 1, Integer::sum);
            }
        } else if (reference != null && addresses.isEmpty() && !reference.text("target_url", "").isEmpty()) {
            addresses.add(reference.text("target_url", ""));
        }
    }

    private static Optional<FrameRate> mostFrequent(Map<FrameRate, Integer> counts) {
        return counts.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue() ? b : a).map(Map.Entry::getKey);
    }

    private Optional<FrameRate> ofFirstFilm() {
        return addresses.stream().findFirst().flatMap(shelf::path).flatMap(shelf::look).flatMap(MediaFacts::rate);
    }

    /** Rates of one a second stand for seconds, and those of thousands for samples of sound. */
    private static boolean isPlausible(FrameRate rate) {
        return rate.framesPerSecond().compareTo(SLOWEST) >= 0 && rate.framesPerSecond().compareTo(FASTEST) <= 0;
    }
}
