package org.reelbench.demo.internal.film;

import java.util.List;

import org.reelbench.demo.internal.media.DemoMedia;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * The demo film as it must turn out, written down by hand: what is seen and heard when. {@link FilmEditing} gets there by edit
 * commands; whoever changes one changes the other.
 *
 * @param widthPx the width of the canvas
 * @param heightPx its height
 * @param frames how many frames the film has
 * @param shots what is seen, bottom layer first
 * @param dissolves where two shots of a layer are mixed
 * @param sounds what is heard
 */
public record EditList(int widthPx, int heightPx, long frames, List<Shot> shots, List<Dissolve> dissolves,
        List<Sounding> sounds) {

    /** The film's rate. */
    public static final FrameRate RATE = FrameRate.of(30, 1);

    static final Place DRONE_PLACE = new Place(408, 212, 0.3);
    /** On an odd pixel, where careless code moves or blurs colour. */
    static final Place WALK_PLACE = new Place(-439, 211, 0.25);
    static final double WALK_OPACITY = 0.85;
    static final String WALK_INSET_IN = "10/3s";
    static final String CITY_SPEED = "3/2";

    private static final String BOTTOM = "bottom";
    private static final String MIDDLE = "middle";
    private static final String TOP = "top";

    /** Creates the list with lists of its own. */
    public EditList {
        shots = List.copyOf(shots);
        dissolves = List.copyOf(dissolves);
        sounds = List.copyOf(sounds);
    }

    /**
     * Returns the demo film.
     *
     * @param media its media
     * @param shrink by what the sides of the canvas are divided
     * @return the list
     */
    public static EditList of(DemoMedia media, int shrink) {
        int width = 1280 / shrink;
        int height = 720 / shrink;
        Box full = new Box(0, 0, width, height);
        int city = media.city().source();
        int walk = media.walk().source();
        int screen = media.screen().source();
        List<Shot> shots = List.of(
                seen(BOTTOM, 0, 150, city, "0s", full, 1),
                seen(BOTTOM, 150, 300, walk, "1.25s", full, 1),
                seen(BOTTOM, 300, 420, media.phone().source(), "0.5s", full, 1),
                seen(BOTTOM, 420, 480, media.title().source(), "0s", full, 1),
                // One shot: the razor cut at frame 511 must not be seen.
                seen(BOTTOM, 480, 600, screen, "2s", full, 1),
                seen(MIDDLE, 345, 420, media.drone().source(), "2/5s", DRONE_PLACE.box(width, height, shrink), 1),
                new Shot(MIDDLE, 555, 600, city, RationalTime.parse("1s"), Rational.parse(CITY_SPEED), full, 1),
                seen(TOP, 330, 405, walk, WALK_INSET_IN, WALK_PLACE.box(width, height, shrink), WALK_OPACITY));
        List<Sounding> sounds = List.of(
                new Sounding(city, 0, 150, RationalTime.ZERO, 0, 12),
                new Sounding(walk, 150, 300, RationalTime.parse("1.25s"), 12, 0),
                new Sounding(screen, 480, 600, RationalTime.parse("2s"), 0, 0),
                new Sounding(media.music().source(), 0, 600, RationalTime.parse("0.5s"), 0, 0));
        return new EditList(width, height, 600, shots, List.of(new Dissolve(BOTTOM, 150, 12)), sounds);
    }

    /**
     * Tells whether nothing below a shot is seen.
     *
     * @param shot one of the shots
     * @return true if it fills the canvas and is opaque
     */
    public boolean covers(Shot shot) {
        return shot.opacity() == 1 && shot.box().equals(new Box(0, 0, widthPx, heightPx));
    }

    private static Shot seen(String layer, long start, long end, int source, String in, Box box, double opacity) {
        return new Shot(layer, start, end, source, RationalTime.parse(in), Rational.ONE, box, opacity);
    }
}
