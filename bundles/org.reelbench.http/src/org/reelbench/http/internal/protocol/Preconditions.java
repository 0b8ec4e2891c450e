package org.reelbench.http.internal.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

/** Decides by the conditional fields of a GET or HEAD what is done with it, in the order of RFC 9110 §13.2.2. */
public final class Preconditions {

    /** What to do with the request. */
    public enum Outcome {
        /** Answer it. */
        PROCEED,
        /** The client has what it asks for: 304. */
        NOT_MODIFIED,
        /** The state is not the one the client means: 412. */
        FAILED
    }

    private final Function<String, List<String>> fields;
    private final Validators current;
    private final Instant now;

    /**
     * Prepares a decision.
     *
     * @param fields gives all values of a field by its name
     * @param current the state of the representation
     * @param now the time
     */
    public Preconditions(Function<String, List<String>> fields, Validators current, Instant now) {
        this.fields = fields;
        this.current = current;
        this.now = now;
    }

    /** Decides all but the range. */
    public Outcome outcome() {
        String ifMatch = combined("If-Match");
        if (ifMatch != null) {
            if (!matches(ifMatch, EntityTag::isSameBytes)) {
                return Outcome.FAILED;
            }
        } else if (changedAfter("If-Unmodified-Since") == Answer.YES) {
            return Outcome.FAILED;
        }
        String ifNoneMatch = combined("If-None-Match");
        if (ifNoneMatch != null) {
            return matches(ifNoneMatch, EntityTag::isEquivalent) ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
        }
        return changedAfter("If-Modified-Since") == Answer.NO ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /** Whether a {@code Range} field is to be looked at: there is no {@code If-Range}, or it names this very state (§13.1.5). */
    public boolean honoursRange() {
        List<String> values = fields.apply("If-Range");
        if (values.isEmpty()) {
            return true;
        }
        if (values.size() > 1) {
            return false;
        }
        String value = values.getFirst();
        EntityTag tag = EntityTag.parse(value);
        if (tag != null) {
            return tag.isSameBytes(current.tag());
        }
        Instant date = HttpDate.parse(value, now);
        Instant modified = current.lastModified();
        return date != null && modified != null && date.equals(modified.truncatedTo(ChronoUnit.SECONDS));
    }

    private @Nullable String combined(String name) {
        List<String> values = fields.apply(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    private boolean matches(String list, BiPredicate<EntityTag, EntityTag> comparison) {
        if (list.strip().equals("*")) {
            return true;
        }
        List<EntityTag> tags = EntityTag.parseList(list);
        return tags != null && tags.stream().anyMatch(tag -> comparison.test(tag, current.tag()));
    }

    private enum Answer {
        YES, NO, UNKNOWN
    }

    /** A field that is no date, or given twice, is ignored (§13.1.3, §13.1.4). */
    private Answer changedAfter(String name) {
        List<String> values = fields.apply(name);
        Instant modified = current.lastModified();
        Instant date = values.size() == 1 ? HttpDate.parse(values.getFirst(), now) : null;
        if (date == null || modified == null) {
            return Answer.UNKNOWN;
        }
        return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(date) ? Answer.YES : Answer.NO;
    }
}
