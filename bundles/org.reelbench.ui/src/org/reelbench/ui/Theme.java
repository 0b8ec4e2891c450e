package org.reelbench.ui;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;

/**
 * The colours and fonts of Reelbench: dark and neutral, so that the picture is the brightest thing in the window, with amber for
 * what is in hand.
 * <p>
 * Colours are for every thread, fonts for the UI thread. Nothing here is disposed of by its users.
 */
public final class Theme {

    /** Behind everything: the ground of the window and of empty canvases. */
    public static final Color GROUND = new Color(0x17, 0x19, 0x1c);
    /** Behind lists, headers and toolbars. */
    public static final Color PANEL = new Color(0x20, 0x23, 0x27);
    /** Raised things: buttons, the header of a track. */
    public static final Color RAISED = new Color(0x2b, 0x2f, 0x35);
    /** Lines between things. */
    public static final Color LINE = new Color(0x39, 0x3e, 0x46);
    /** Text that is read. */
    public static final Color TEXT = new Color(0xe4, 0xe6, 0xe9);
    /** Text that is looked up: ruler numbers, hints, what is disabled. */
    public static final Color TEXT_DIM = new Color(0x94, 0x9c, 0xa8);
    /** What is in hand: selection, the active tab's edge. */
    public static final Color ACCENT = new Color(0xf2, 0xa5, 0x3a);
    /** The playhead. */
    public static final Color PLAYHEAD = new Color(0xff, 0x5a, 0x4f);
    /** Clips with pictures. */
    public static final Color CLIP_VIDEO = new Color(0x35, 0x6d, 0x8f);
    /** Clips with sound. */
    public static final Color CLIP_AUDIO = new Color(0x3f, 0x7d, 0x5c);
    /** Clips of stills and generated pictures. */
    public static final Color CLIP_STILL = new Color(0x7a, 0x5a, 0x93);
    /** Transitions, drawn over the clips they join. */
    public static final Color TRANSITION = new Color(0xb8, 0x8a, 0x3c);
    /** Something went wrong. */
    public static final Color PROBLEM = new Color(0xff, 0x7a, 0x6b);

    private static final String TIMECODE_FONT = "org.reelbench.ui.timecode";
    private static final String SMALL_FONT = "org.reelbench.ui.small";

    private Theme() {
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
