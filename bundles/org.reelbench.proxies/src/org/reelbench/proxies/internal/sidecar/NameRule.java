package org.reelbench.proxies.internal.sidecar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a camera, or people, name the small file of a film.
 *
 * @param maker whose names they are, for people
 * @param film the name of the film's file
 * @param small where the small file lies, counted from the film's folder, with {@code $1} … for groups of the name
 */
record NameRule(String maker, Pattern film, String small) {

    /** All rules; upper and lower case are one for the films. */
    static final List<NameRule> ALL = List.of(
            of("GoPro", "G[XH]([0-9]{6})\\.MP4", "GL$1.LRV"),
            of("GoPro", "(GOPR[0-9]{4}|GP[0-9]{6})\\.MP4", "$1.LRV"),
            of("DJI", "(DJI_.+)\\.(?:MP4|MOV)", "$1.LRF"),
            of("Insta360", "VID_([0-9]{8}_[0-9]{6})_[0-9]{2}_([0-9]{3})\\.mp4", "LRV_$1_11_$2.mp4"),
            of("Sony", "(.+)\\.MP4", "../SUB/$1S03.MP4"),
            of("Sony", "(.+)\\.MXF", "../Sub/$1S03.MP4"),
            of("Canon", "(.+)\\.(?:MXF|CRM|MP4)", "$1_Proxy.MP4"),
            of("Panasonic", "(.+)\\.(?:MOV|MP4|MXF)", "PROXY/$1.MP4"),
            of("folder", "(.+)\\.[A-Za-z0-9]{2,4}", "Proxy/$1.mov"),
            of("folder", "(.+)\\.[A-Za-z0-9]{2,4}", "Proxy/$1.mp4"),
            of("suffix", "(.+)\\.[A-Za-z0-9]{2,4}", "$1_proxy.mov"),
            of("suffix", "(.+)\\.[A-Za-z0-9]{2,4}", "$1_proxy.mp4"));

    private static NameRule of(String maker, String film, String small) {
        return new NameRule(maker, Pattern.compile(film, Pattern.CASE_INSENSITIVE), small);
    }

    /** Returns where the small file of a film would lie, counted from the film's folder. */
    Optional<String> smallOf(String filmName) {
        Matcher matcher = film.matcher(filmName);
        return matcher.matches() ? Optional.of(matcher.replaceFirst(small)) : Optional.empty();
    }
}
