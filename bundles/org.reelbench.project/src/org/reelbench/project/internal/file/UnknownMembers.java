package org.reelbench.project.internal.file;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonLimits;
import org.reelbench.project.internal.json.JsonProblem;
import org.reelbench.project.internal.json.JsonReader;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;

/**
 * Where members that this version does not know are kept.
 * <p>
 * Objects with extras of their own keep them under their plain names. A clip also keeps those of the objects inside it and of
 * the gap before it, which have none: under {@code transform/…}, {@code transform/crop/…}, {@code effects/0/…} and {@code
 * gap/…}, with '~' and '/' in names written ~0 and ~1 as in a JSON pointer (RFC 6901). So they follow the clip through every
 * edit.
 */
public final class UnknownMembers {

    static final String TRANSFORM = "transform/";
    static final String CROP = "transform/crop/";
    static final String GAP = "gap/";
    private static final String EFFECTS = "effects/";

    private UnknownMembers() {
    }

    static String effect(int index) {
        return EFFECTS + index + "/";
    }

    /**
     * Returns a clip's extras for new effects: what was kept for an effect stays if the effect at that place is of the same
     * kind.
     */
    public static Extras afterEffects(Clip clip, List<AppliedEffect> effects) {
        SortedMap<String, String> kept = new TreeMap<>(clip.extras().jsonByName());
        List<String> stay = IntStream.range(0, Math.min(effects.size(), clip.effects().size()))
                .filter(i -> effects.get(i).effect().equals(clip.effects().get(i).effect()))
                .mapToObj(UnknownMembers::effect)
                .toList();
        return kept.keySet().removeIf(name -> name.startsWith(EFFECTS) && stay.stream().noneMatch(name::startsWith))
                ? new Extras(kept)
                : clip.extras();
    }

    /** Tells whether the text of a clip has a place for an extra member: not that of a gap, or of an effect that is gone. */
    static boolean hasPlace(String name, int effects) {
        if (name.startsWith(EFFECTS)) {
            return IntStream.range(0, effects).anyMatch(i -> isDirectly(name, effect(i)));
        }
        return isDirectly(name, "") || isDirectly(name, TRANSFORM) || isDirectly(name, CROP);
    }

    private static boolean isDirectly(String name, String prefix) {
        return name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0;
    }

    /** Returns the members of an object that its schema does not name. */
    static Extras plain(Json.ObjectValue object, Set<String> known) {
        SortedMap<String, String> unknown = new TreeMap<>();
        collect(object, known, unknown, "", false);
        return unknown.isEmpty() ? Extras.NONE : new Extras(unknown);
    }

    /** Adds the members of a clip, or of an object the clip keeps them for, that its schema does not name. */
    static void collect(Json.ObjectValue object, Set<String> known, SortedMap<String, String> into, String prefix) {
        collect(object, known, into, prefix, true);
    }

    /** Returns the members to write into an object with extras of its own. */
    static SortedMap<String, String> plain(Extras extras, Set<String> known) {
        SortedMap<String, String> members = new TreeMap<>();
        extras.jsonByName().forEach((name, json) -> put(members, name, json, known));
        return members;
    }

    /** Returns the members to write into a clip, or into an object the clip keeps them for. */
    static SortedMap<String, String> at(Extras extras, String prefix, Set<String> known) {
        SortedMap<String, String> members = new TreeMap<>();
        if (!extras.isEmpty()) {
            for (Map.Entry<String, String> entry : extras.jsonByName().tailMap(prefix).entrySet()) {
                if (!entry.getKey().startsWith(prefix)) {
                    break;
                }
                String name = entry.getKey().substring(prefix.length());
                if (name.indexOf('/') < 0) {
                    put(members, name.replace("~1", "/").replace("~0", "~"), entry.getValue(), known);
                }
            }
        }
        return members;
    }

    private static void collect(Json.ObjectValue object, Set<String> known, SortedMap<String, String> into, String prefix,
            boolean escape) {
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                into.put(prefix + (escape ? name.replace("~", "~0").replace("/", "~1") : name), value.toText());
            }
        });
    }

    /** A file with one name twice, or with text that is no JSON, could not be read again: rather write none. */
    private static void put(SortedMap<String, String> members, String name, String json, Set<String> known) {
        if (known.contains(name)) {
            throw new IllegalArgumentException("the extra member '" + name + "' has the name of a known one");
        }
        try {
            members.put(name, JsonReader.read(new StringReader(json), JsonLimits.forProjects()).toText());
        } catch (JsonProblem | IOException e) {
            throw new IllegalArgumentException("the extra member '" + name + "' is no JSON: " + json, e);
        }
    }
}
