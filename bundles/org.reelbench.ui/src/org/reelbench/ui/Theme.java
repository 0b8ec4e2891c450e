package org.reelbench.ui;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;

/**
 * The colours and fonts of Reelbench: dark and neutral, so that the picture is the brightest thing in the window, or light, for
 * bright rooms; with amber for what is in hand.
 * <p>
 * Which of the two is decided when the program starts, by the Java property {@code reelbench.theme}, and stays so until it ends.
 * <p>
 * Colours are for every thread, fonts for the UI thread. Nothing here is disposed of by its users.
 */
public final class Theme {

    /** The Java property that says which colours are used: {@code dark}, as where it is not set, or {@code light}. */
    public static final String PROPERTY = "reelbench.theme";

    // Before the colours, which follow from it.
    private static final boolean LIGHT = "light".equals(System.getProperty(PROPERTY));

    /** Behind everything: the ground of the window and of empty canvases. */
    public static final Color GROUND = of(0x17191c, 0xeaecef);
    /** Behind lists, headers and toolbars. */
    public static final Color PANEL = of(0x202327, 0xf5f6f8);
    /** Raised things: buttons, the header of a track. */
    public static final Color RAISED = of(0x2b2f35, 0xffffff);
    /** Lines between things. */
    public static final Color LINE = of(0x393e46, 0xc3c8d0);
    /** Text that is read. */
    public static final Color TEXT = of(0xe4e6e9, 0x1d2024);
    /** Text that is looked up: ruler numbers, hints, what is disabled. */
    public static final Color TEXT_DIM = of(0x949ca8, 0x5a626d);
    /** What is in hand: selection, the active tab's edge. */
    public static final Color ACCENT = of(0xf2a53a, 0x935700);
    /** Behind what is selected in lists and texts. */
    public static final Color SELECTION = of(0x3f3116, 0xf6e4c4);
    /** The playhead. */
    public static final Color PLAYHEAD = of(0xff5a4f, 0xd92b20);
    /** Clips with pictures. */
    public static final Color CLIP_VIDEO = of(0x336987, 0x8fbfdb);
    /** Clips with sound. */
    public static final Color CLIP_AUDIO = of(0x33694c, 0x93cfaf);
    /** Clips of stills and generated pictures. */
    public static final Color CLIP_STILL = of(0x785891, 0xc6abdd);
    /** Transitions, drawn over the clips they join. */
    public static final Color TRANSITION = of(0xb88a3c, 0xc9963c);
    /** Something went wrong. */
    public static final Color PROBLEM = of(0xff7a6b, 0xc3271b);

    /** Lines and words upon pictures of films, whose brightness does not follow the window's. */
    public static final Color ON_PICTURE = of(0xe4e6e9, 0xe4e6e9);

    private static final String TIMECODE_FONT = "org.reelbench.ui.timecode";
    private static final String SMALL_FONT = "org.reelbench.ui.small";

    private Theme() {
    }

    private static Color of(int darkRgb, int lightRgb) {
        int rgb = LIGHT ? lightRgb : darkRgb;
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /**
     * Returns whether the window is light.
     *
     * @return whether it is light, and not dark
     */
    public static boolean isLight() {
        return LIGHT;
    }

    /**
     * Returns the font of timecodes, whose figures are all of one width.
     *
     * @return the font, in the size of dialogs
     */
    public static Font timecodeFont() {
        UiThread.require();
        if (!JFaceResources.getFontRegistry().hasValueFor(TIMECODE_FONT)) {
            FontDescriptor text = FontDescriptor.createFrom(JFaceResources.getTextFont());
            int heightPt = JFaceResources.getDialogFont().getFontData()[0].getHeight();
            JFaceResources.getFontRegistry().put(TIMECODE_FONT, text.setHeight(heightPt).getFontData());
        }
        return JFaceResources.getFontRegistry().get(TIMECODE_FONT);
    }

    /**
     * Returns the font of rulers and clip names.
     *
     * @return the dialog font, a point smaller
     */
    public static Font smallFont() {
        UiThread.require();
        if (!JFaceResources.getFontRegistry().hasValueFor(SMALL_FONT)) {
            FontDescriptor dialog = FontDescriptor.createFrom(JFaceResources.getDialogFont());
            JFaceResources.getFontRegistry().put(SMALL_FONT, dialog.increaseHeight(-1).getFontData());
        }
        return JFaceResources.getFontRegistry().get(SMALL_FONT);
    }
}
