package org.reelbench.interchange.internal.otio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.interchange.internal.json.Json;
import org.reelbench.interchange.internal.json.JsonText;
import org.reelbench.timeline.Extras;

/**
 * What is kept unchanged of one object, in the extras of what it became, so that nothing of the file is lost even where it cannot
 * be shown.
 */
final class Kept {

    /** The member of a project file that holds it. */
    static final String MEMBER = "otio";

    /** Metadata belongs to whoever wrote it: it is kept without a word. */
    private static final String METADATA = "metadata";

    /** A project file is read up to 64 levels deep; what is kept lies some levels down in it. */
    private static final int MAX_DEPTH = 40;

    private final Fields object;
    private final Losses losses;
    private final SortedMap<String, Json> values = new TreeMap<>();

    /** Begins with the members of an object that are not known; those that say nothing are left out. */
    Kept(Fields object, Set<String> known, Losses losses) {
        this.object = object;
        this.losses = losses;
        object.object().members().forEach((name, value) -> {
            if (!known.contains(name) && !name.equals(Schema.MEMBER) && !value.isEmpty()) {
                put(name, value);
                if (!name.equals(METADATA)) {
                    losses.add(object, "member \"" + Schema.shortened(name) + "\"",
                            "this version does not know it; it is kept unchanged");
                }
            }
        });
    }

    /** Keeps one more value; says so only if it cannot. */
    void put(String name, Json value) {
        if (value.depth() > MAX_DEPTH) {
            losses.add(object, "member \"" + Schema.shortened(name) + "\"",
                    "it is nested more than " + MAX_DEPTH + " deep and is not kept");
        } else if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    /** Keeps several values as one list. */
    void put(String name, List<Json> list) {
        put(name, new Json.ListValue(list, object.line()));
    }

    /** Returns all that is kept, with the schema it comes from. */
    Json.ObjectValue value() {
        SortedMap<String, Json> all = new TreeMap<>(values);
        Json schema = object.object().members().get(Schema.MEMBER);
        if (schema != null && !values.isEmpty()) {
            all.put(Schema.MEMBER, schema);
        }
        return new Json.ObjectValue(all, object.line());
    }

    /** Returns all that is kept as members for a project file. */
    Extras extras() {
        return values.isEmpty() ? Extras.NONE : new Extras(new TreeMap<>(Map.of(MEMBER, JsonText.of(value()))));
    }
}
