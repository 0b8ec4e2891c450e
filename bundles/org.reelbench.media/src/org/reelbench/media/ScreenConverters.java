package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens converters from pictures to screen pixels.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * try (ScreenConverter converter = converters.open()) {
 *     converter.convert(frame, pixels, 640, 360, 640 * 4);
 * }
 * }</pre>
 */
@ProviderType
public interface ScreenConverters {

    /**
     * Opens a converter. Quick: natives are loaded by the first conversion.
     *
     * @return the converter, to be closed by the caller
     */
    ScreenConverter open();
}
