package org.reelbench.it;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.TrackItems;

/**
 * Changes a model at one place at a time, wherever it can be changed: records, lists, maps and track items are gone through to
 * their leaves, so that a field somebody adds later is changed too.
 */
final class Changes {

    /**
     * A changed value.
     *
     * @param where the place that was changed, as a path, and how
     * @param value the whole
     */
    record Changed(String where, Object value) {
    }

    private final List<Content> contents;
    private final Random random;

    /**
     * Creates a changer.
     *
     * @param contents what is put into clips
     * @param random chooses one of the values that a place can have; in the deep tier all of them are tried
     */
    Changes(List<Content> contents, Random random) {
        this.contents = contents;
        this.random = random;
    }

    /** Every value that differs from the given one at one place and can be. */
    List<Changed> of(Object original) {
        return of("", original);
    }

    private List<Changed> of(String where, Object value) {
        List<Changed> all = new ArrayList<>();
        switch (value) {
        case Boolean flag -> all.add(new Changed(where, !flag));
        case Long number -> add(all, where, number, number + 1, number - 1, 0L);
        case Integer number -> add(all, where, number, number + 2, number - 1, 90);
        case Double number -> add(all, where, number, number + 0.25, number - 0.25, number * 0.5);
        case String text -> all.add(new Changed(where, text + "x"));
        case Rational number ->
            add(all, where, number, number.plus(Rational.of(1, 7)), number.times(2), number.times(-1), Rational.ZERO);
        case RationalTime time -> add(all, where, time, time.plus(RationalTime.ofSeconds(1)),
                time.plus(RationalTime.of(1, 25)));
        case FrameRate rate -> add(all, where, rate, FrameRate.of(30, 1), FrameRate.of(30_000, 1001), FrameRate.of(25, 1));
        case Id id -> all.add(new Changed(where, new Id(id.value() + "x")));
        case Extras _ -> all.add(new Changed(where, new Extras(new TreeMap<>(Map.of("later", "1")))));
        case Bonds bonds -> all.add(new Changed(where, bonds.withLink(new Id("link"))));
        case Enum<?> constant -> add(all, where, constant, (Object[]) constant.getDeclaringClass().getEnumConstants());
        case Interpolation toNext -> add(all, where, toNext, Interpolation.HOLD, Interpolation.LINEAR);
        case Content content -> {
            add(all, where, content, contents.toArray());
            if (content instanceof Generator || content instanceof Still || content instanceof MediaStream) {
                all.addAll(ofRecord(where, (Record) content));
            }
        }
        case TrackItems items -> of(where, items.toList())
                .forEach(changed -> all.add(new Changed(changed.where(), TrackItems.of(list(changed.value())))));
        case List<?> list -> all.addAll(ofList(where, list));
        case SortedMap<?, ?> map -> all.addAll(ofMap(where, map));
        case Record inner -> all.addAll(ofRecord(where, inner));
        default -> throw new AssertionError("how to change " + where + ", a " + value.getClass() + "?");
        }
        return all;
    }

    private static void add(List<Changed> all, String where, Object old, Object... values) {
        for (Object value : values) {
            if (!value.equals(old)) {
                all.add(new Changed(where + " = " + value, value));
            }
        }
    }

    /** In the quick tier, one of the changes of a single value. */
    private List<Changed> some(Object value, List<Changed> all) {
        boolean parts = value instanceof List || value instanceof SortedMap || value instanceof TrackItems
                || value instanceof Record && !(value instanceof Rational) && !(value instanceof RationalTime)
                        && !(value instanceof FrameRate);
        return Tier.isDeep() || parts || all.isEmpty() ? all : List.of(all.get(random.nextInt(all.size())));
    }

    private List<Changed> ofRecord(String where, Record original) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        List<Changed> all = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Object value = value(original, components[i]);
            if (value == null) {
                continue;
            }
            List<Changed> possible = new ArrayList<>();
            for (Changed changed : of(where + '.' + components[i].getName(), value)) {
                Object[] values = new Object[components.length];
                for (int j = 0; j < components.length; j++) {
                    values[j] = j == i ? changed.value() : value(original, components[j]);
                }
                create(original, components, values, changed.where(), possible);
            }
            all.addAll(some(value, possible));
        }
        return all;
    }

    private List<Changed> ofList(String where, List<?> list) {
        List<Changed> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<Object> fewer = new ArrayList<>(list);
            fewer.remove(i);
            all.add(new Changed(where + '[' + i + "] left out", List.copyOf(fewer)));
            if (i > 0) {
                List<Object> swapped = new ArrayList<>(list);
                Collections.swap(swapped, i - 1, i);
                all.add(new Changed(where + '[' + (i - 1) + "] and [" + i + "] swapped", List.copyOf(swapped)));
            }
            for (Changed changed : of(where + '[' + i + ']', list.get(i))) {
                List<Object> other = new ArrayList<>(list);
                other.set(i, changed.value());
                all.add(new Changed(changed.where(), List.copyOf(other)));
            }
        }
        return all;
    }

    private List<Changed> ofMap(String where, SortedMap<?, ?> map) {
        List<Changed> all = new ArrayList<>();
        for (Object key : map.keySet()) {
            SortedMap<Object, Object> fewer = new TreeMap<>(map);
            fewer.remove(key);
            all.add(new Changed(where + '.' + key + " left out", fewer));
            for (Changed changed : some(map.get(key), of(where + '.' + key, map.get(key)))) {
                SortedMap<Object, Object> other = new TreeMap<>(map);
                other.put(key, changed.value());
                all.add(new Changed(changed.where(), other));
            }
        }
        if (where.endsWith(".curves") && !where.contains("effects")) {
            for (String name : Animated.NAMES) {
                SortedMap<Object, Object> more = new TreeMap<>(map);
                Curve moving = new Curve(List.of(new Keyframe(0, 0.25, Interpolation.LINEAR),
                        new Keyframe(9, 0.75, Interpolation.LINEAR)));
                if (more.put(name, moving) == null) {
                    all.add(new Changed(where + '.' + name + " moves", more));
                }
            }
        }
        return all;
    }

    /** A value that a record refuses is no change. */
    private static void create(Record original, RecordComponent[] components, Object[] values, String where, List<Changed> all) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Object changed = original.getClass().getDeclaredConstructor(types).newInstance(values);
            if (!changed.equals(original)) {
                all.add(new Changed(where, changed));
            }
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new AssertionError(where, e);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(where, e);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Item> list(Object items) {
        return (List<Item>) items;
    }
}
