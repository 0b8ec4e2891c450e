package org.reelbench.ui.bin.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/**
 * Which media are listed, and in which order.
 *
 * @param query words that must all be in a medium's name, path or format; none for all media
 * @param order what they are sorted by
 * @param ascending whether the least comes first
 */
record Listing(String query, Order order, boolean ascending) {

    /** As they were added. */
    static final Listing ALL = new Listing("", Order.ADDED, true);

    /** What media can be sorted by. */
    enum Order {
        ADDED, NAME, FORMAT, DURATION, USED
    }

    Listing withQuery(String newQuery) {
        return new Listing(newQuery.strip(), order, ascending);
    }

    /** A click on what is sorted by turns the order round, and a third one brings back that in which media were added. */
    Listing clicked(Order newOrder) {
        if (newOrder != order) {
            return new Listing(query, newOrder, true);
        }
        return ascending ? new Listing(query, order, false) : new Listing(query, Order.ADDED, true);
    }

    /** Tells whether media must have been looked into to be listed. */
    boolean needsRows() {
        return !query.isEmpty() || order == Order.FORMAT || order == Order.DURATION;
    }

    List<MediaReference> of(List<MediaReference> media, Function<MediaReference, MediumRow> rows, Map<Id, Integer> use) {
        List<String> words = Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        Stream<MediaReference> found = words.isEmpty()
                ? media.stream()
                : media.stream().filter(medium -> words.stream().allMatch(text(medium, rows.apply(medium))::contains));
        Comparator<MediaReference> comparator = switch (order) {
        case ADDED -> (_, _) -> 0;
        case NAME -> Comparator.comparing(MediaReference::name, String.CASE_INSENSITIVE_ORDER);
        case FORMAT -> Comparator.comparing(medium -> rows.apply(medium).format());
        case DURATION -> Comparator.comparing(medium -> rows.apply(medium).length());
        case USED -> Comparator.comparing(medium -> use.getOrDefault(medium.id(), 0));
        };
        return found.sorted(ascending ? comparator : comparator.reversed()).toList();
    }

    private static String text(MediaReference medium, MediumRow row) {
        return (medium.name() + " " + medium.path() + " " + row.format()).toLowerCase(Locale.ROOT);
    }
}
