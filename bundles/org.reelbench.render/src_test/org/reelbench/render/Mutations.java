package org.reelbench.render;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Still;

/** Changes a record at one place at a time, wherever it can be changed: a component added later is changed too. */
final class Mutations {

    /**
     * A changed record.
     *
     * @param where the component that is changed, with a path where records lie in records
     * @param value the record
     */
    record Mutation<T>(String where, T value) {
    }

    private Mutations() {
    }

    /** Every record that differs from the given one at one place. */
    static <T extends Record> List<Mutation<T>> of(T original, Class<T> type) {
        return ofRecord(original).stream().map(m -> new Mutation<>(m.where(), type.cast(m.value()))).toList();
    }

    private static List<Mutation<Object>> ofRecord(Record original) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        List<Mutation<Object>> mutations = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            for (Mutation<Object> changed : changed(components[i].getName(), value(original, components[i]))) {
                Object[] values = new Object[components.length];
                for (int j = 0; j < components.length; j++) {
                    values[j] = j == i ? changed.value() : value(original, components[j]);
                }
                mutations.add(new Mutation<>(changed.where(), create(original, components, values)));
            }
        }
        return mutations;
    }

    private static List<Mutation<Object>> changed(String where, Object value) {
        List<Mutation<Object>> all = new ArrayList<>();
        if (where.equals("curves")) {
            Curve rising = new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR), new Keyframe(9, 1, Interpolation.HOLD)));
            return List.of(new Mutation<>(where, with(new TreeMap<>(), "opacity", rising)));
        }
        switch (value) {
        case Bonds bonds -> all.add(new Mutation<>(where, bonds.withLink(new Id("link"))));
        case Long number -> all.add(new Mutation<>(where, number + 1));
        case Integer number -> all.add(new Mutation<>(where, number + 2));
        case Boolean flag -> all.add(new Mutation<>(where, !flag));
        case Double number -> all.add(new Mutation<>(where, number == 1 ? 0.75 : number + 0.25));
        case String text -> all.add(new Mutation<>(where, text + "x"));
        case Rational number -> all.add(new Mutation<>(where, number.plus(Rational.of(1, 7))));
        case Enum<?> constant -> all.add(new Mutation<>(where, next(constant)));
        case Id id -> all.add(new Mutation<>(where, new Id(id.value() + "x")));
        case Extras _ -> all.add(new Mutation<>(where, new Extras(with(new TreeMap<>(), "later", "1"))));
        case SortedMap<?, ?> map -> {
            all.add(new Mutation<>(where + " more", with(map, "more", "1")));
            all.add(new Mutation<>(where + " other", with(map, "more", "2")));
        }
        case List<?> effects -> {
            AppliedEffect blur = new AppliedEffect("blur", new TreeMap<>());
            AppliedEffect glow = new AppliedEffect("glow", new TreeMap<>());
            all.add(new Mutation<>(where + " none", List.of()));
            all.add(new Mutation<>(where + " one", List.of(blur)));
            all.add(new Mutation<>(where + " two", List.of(blur, glow)));
            all.add(new Mutation<>(where + " in another order", List.of(glow, blur)));
            all.add(new Mutation<>(where + " with a parameter",
                    List.of(new AppliedEffect("blur", with(new TreeMap<>(), "size", 2.0)))));
            all.add(new Mutation<>(where + " with a whole number",
                    List.of(new AppliedEffect("blur", with(new TreeMap<>(), "size", 2L)))));
            all.add(new Mutation<>(where + " with a text",
                    List.of(new AppliedEffect("blur", with(new TreeMap<>(), "size", "2")))));
            all.removeIf(mutation -> effects.equals(mutation.value()));
        }
        case Content _ -> {
            all.add(new Mutation<>(where + " another medium", new MediaStream(new Id("other"), 0)));
            all.add(new Mutation<>(where + " another stream", new MediaStream(new Id("full"), 1)));
            all.add(new Mutation<>(where + " still", new Still(new Id("full"))));
            all.add(new Mutation<>(where + " generator", Generator.color("#000000")));
            all.add(new Mutation<>(where + " another generator", Generator.color("#000001")));
        }
        case Record inner -> ofRecord(inner).forEach(m -> all.add(new Mutation<>(where + "." + m.where(), m.value())));
        default -> throw new AssertionError("how to change " + where + ", a " + value.getClass() + "?");
        }
        return all;
    }

    private static Object next(Enum<?> constant) {
        Object[] constants = constant.getDeclaringClass().getEnumConstants();
        return constants[(constant.ordinal() + 1) % constants.length];
    }

    @SuppressWarnings("unchecked")
    private static <V> SortedMap<String, V> with(SortedMap<?, ?> map, String name, V value) {
        SortedMap<String, V> changed = new TreeMap<>((SortedMap<String, V>) map);
        changed.put(name, value);
        return changed;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }

    private static Object create(Record original, RecordComponent[] components, Object[] values) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a changed " + original, e);
        }
    }
}
