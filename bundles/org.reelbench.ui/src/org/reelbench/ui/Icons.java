package org.reelbench.ui;

import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.ui.internal.tint.TintedFiles;

/**
 * The icons of Reelbench, by name: {@code bin}, {@code clear}, {@code details}, {@code down}, {@code error}, {@code export},
 * {@code eye}, {@code eye-off}, {@code film}, {@code history}, {@code import}, {@code inspector}, {@code key}, {@code key-next},
 * {@code key-none}, {@code key-on}, {@code key-previous}, {@code lock}, {@code lock-off}, {@code memory}, {@code new}, {@code note}, {@code open},
 * {@code pause}, {@code place}, {@code play}, {@code plugin}, {@code problem}, {@code progress}, {@code redo}, {@code save},
 * {@code snap}, {@code solo}, {@code solo-off}, {@code sound}, {@code speaker}, {@code speaker-off}, {@code split}, {@code step-back}, {@code step-forward},
 * {@code still}, {@code to-end}, {@code to-start}, {@code tool-hand}, {@code tool-razor}, {@code tool-ripple},
 * {@code tool-roll}, {@code tool-select}, {@code tool-slide}, {@code tool-slip}, {@code tracks}, {@code undo}, {@code unknown},
 * {@code up}, {@code viewer}, {@code warning}.
 * Some have a dim twin for what cannot be done at the moment: {@code clear-dim}, {@code details-dim}, {@code down-dim},
 * {@code export-dim}, {@code import-dim}, {@code key-next-dim}, {@code key-previous-dim}, {@code redo-dim}, {@code save-dim},
 * {@code split-dim}, {@code undo-dim}, {@code up-dim}.
 * The tools and {@code snap} have a twin for what is chosen: {@code tool-select-on} and so on.
 * <p>
 * They are drawn in the colours of the window. Where the address of an icon is asked for, as in {@code plugin.xml}, it is
 * {@code tinted:/org.reelbench.ui/icons/NAME.svg}; drawings of other bundles get the window's colours under such an address, too, if
 * their strokes are {@code #c9ced6}.
 * <p>
 * On the UI thread only. Images are shared and never disposed of by their users. They are 16 points wide and high.
 */
public final class Icons {

    private static final String PREFIX = "org.reelbench.ui.icons.";

    private Icons() {
    }

    /**
     * Returns an icon.
     *
     * @param name its name
     * @return the shared image
     * @throws IllegalArgumentException if there is no such icon
     */
    public static Image image(String name) {
        UiThread.require();
        ImageRegistry registry = JFaceResources.getImageRegistry();
        Image known = registry.get(PREFIX + name);
        if (known != null) {
            return known;
        }
        registry.put(PREFIX + name, descriptor(name));
        return Objects.requireNonNull(registry.get(PREFIX + name));
    }

    /**
     * Returns how to make an icon.
     *
     * @param name its name
     * @return its description
     * @throws IllegalArgumentException if there is no such icon
     */
    public static ImageDescriptor descriptor(String name) {
        Bundle bundle = FrameworkUtil.getBundle(Icons.class);
        String path = "icons/" + name + ".svg";
        if (bundle.getEntry(path) == null) {
            throw new IllegalArgumentException("there is no icon '" + name + "'");
        }
        return ImageDescriptor.createFromURL(TintedFiles.address(bundle, path));
    }
}
