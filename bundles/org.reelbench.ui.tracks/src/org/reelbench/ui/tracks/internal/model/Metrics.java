package org.reelbench.ui.tracks.internal.model;

/** The fixed sizes of the track view, in points. */
public final class Metrics {

    /** The width of the track headers. */
    public static final int HEADER_WIDTH_PX = 156;
    /** The height of the ruler. */
    public static final int RULER_HEIGHT_PX = 34;
    /** The height of the bar at the lower edge of the ruler that shows how far previews are. */
    public static final int PREVIEW_HEIGHT_PX = 4;
    /** The height of the flag of a marker, at the upper edge of the ruler. */
    public static final int FLAG_HEIGHT_PX = 12;
    /** The width of the flag of a marker. */
    public static final int FLAG_WIDTH_PX = 9;
    /** The height of the whole sequence as it is seen small at the bottom. */
    public static final int SCROLL_HEIGHT_PX = 28;
    /** The height of a video track. */
    public static final int VIDEO_HEIGHT_PX = 52;
    /** The height of an audio track. */
    public static final int AUDIO_HEIGHT_PX = 42;
    /** The height of a hidden track. */
    public static final int HIDDEN_HEIGHT_PX = 26;
    /** The height of the part of a clip that bears its name. */
    public static final int TITLE_HEIGHT_PX = 18;
    /** No row that is shown is lower. */
    public static final int MIN_HEIGHT_PX = 30;
    /** No row is higher. */
    public static final int MAX_HEIGHT_PX = 240;
    /** So far apart are the icons of a header. */
    public static final int ICON_STEP_PX = 22;
    /** Between two rows. */
    public static final int ROW_GAP_PX = 1;
    /** Between pictures and sounds. */
    public static final int KIND_GAP_PX = 5;
    /** The width and height of an icon. */
    public static final int ICON_PX = 16;
    /** How far an icon is from the right border of its header. */
    public static final int ICON_MARGIN_PX = 12;

    private Metrics() {
    }
}
