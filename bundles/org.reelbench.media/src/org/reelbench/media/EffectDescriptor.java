package org.reelbench.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an effect is, before it is used.
 *
 * @param id the id in project files, for example {@code org.example.vignette}
 * @param version the version of what it draws: a new version makes every cached picture of the effect stale
 * @param label the name people see
 * @param parameters its parameters, in the order people see them
 * @param reach which of the frames or samples around one it looks at; for sound the greatest of all values, at 48 kHz, as
 *            {@link SoundProcessor#reach} says exactly
 * @param subject what it works on
 */
public record EffectDescriptor(String id, String version, String label, List<EffectParameter> parameters, EffectReach reach,
        Subject subject) {

    /** What effects work on. */
    public enum Subject {
        /** The pictures of clips on video tracks. */
        PICTURE,
        /** The sound of clips on audio tracks: the effect is made as a {@link SoundProcessor}. */
        SOUND,
        /**
         * A canvas of even black, which it draws on: what a clip without a medium shows. Such clips name the effect's id as what
         * they show, and their own parameters as its values.
         */
        GENERATOR,
        /**
         * The incoming one of two clips, which lies above the outgoing one: it makes its pictures transparent where the outgoing
         * one is still seen. It has a parameter {@link EffectDescriptor#PROGRESS}; transitions name its id as their kind.
         */
        TRANSITION;

        /**
         * Tells whether it works on pictures, of whatever.
         *
         * @return false for sound
         */
        public boolean isSeen() {
            return this != SOUND;
        }
    }

    /**
     * The parameter of every transition that tells how far it is: a number above 0 and below 1, half a step from both ends at the
     * first and the last frame.
     */
    public static final String PROGRESS = "progress";

    /** Creates the description with a list of its own. */
    public EffectDescriptor {
        parameters = List.copyOf(parameters);
    }

    /**
     * Creates the description of an effect on pictures.
     *
     * @param id the id in project files
     * @param version the version of what it draws
     * @param label the name people see
     * @param parameters its parameters, in the order people see them
     * @param reach which of the frames around one it looks at
     */
    public EffectDescriptor(String id, String version, String label, List<EffectParameter> parameters, EffectReach reach) {
        this(id, version, label, parameters, reach, Subject.PICTURE);
    }

    /**
     * Creates the description of an effect on pictures that looks at each frame alone.
     *
     * @param id the id in project files
     * @param version the version of what it draws
     * @param label the name people see
     * @param parameters its parameters, in the order people see them
     */
    public EffectDescriptor(String id, String version, String label, List<EffectParameter> parameters) {
        this(id, version, label, parameters, EffectReach.NONE);
    }

    /**
     * Finds a parameter.
     *
     * @param name the parameter's name
     * @return the parameter, or empty
     */
    public Optional<EffectParameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /**
     * Checks values and fills in the defaults.
     *
     * @param values the values by name
     * @return a value for every parameter, of the parameter's type
     * @throws IllegalArgumentException with a message for people if a value is refused or its name is unknown
     */
    public SortedMap<String, Object> check(Map<String, Object> values) {
        SortedMap<String, Object> checked = new TreeMap<>();
        for (EffectParameter parameter : parameters) {
            checked.put(parameter.name(), parameter.check(values.get(parameter.name())));
        }
        for (String name : values.keySet()) {
            if (!checked.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' is no parameter of the effect " + label);
            }
        }
        return checked;
    }
}
