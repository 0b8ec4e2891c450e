package org.reelbench.ui.internal.tint;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;
import org.reelbench.ui.Theme;

/**
 * Icons in the colours of the window, by addresses: {@code tinted:/bundle/icons/name.svg}, wherever the address of an icon may stand.
 */
@Component(service = URLStreamHandlerService.class, property = URLConstants.URL_HANDLER_PROTOCOL + "=" + TintedFiles.PROTOCOL)
public final class TintedFiles extends AbstractURLStreamHandlerService {

    static final String PROTOCOL = "tinted";

    /** The address of a drawing of a bundle. */
    public static URL address(Bundle bundle, String path) {
        try {
            return new URI(PROTOCOL, null, "/" + bundle.getSymbolicName() + "/" + path, null).toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("drawings have no addresses yet", e);
        }
    }

    @Override
    public URLConnection openConnection(URL address) throws IOException {
        URL drawing = drawing(address);
        return Theme.isLight() ? new Tinted(address, drawing) : drawing.openConnection();
    }

    private static URL drawing(URL address) throws IOException {
        String path = address.getPath();
        int end = path.indexOf('/', 1);
        Bundle bundle = end < 0 ? null : Platform.getBundle(path.substring(1, end));
        URL drawing = bundle == null ? null : bundle.getEntry(path.substring(end + 1));
        if (drawing == null) {
            throw new FileNotFoundException("there is no drawing " + address);
        }
        return drawing;
    }

    /** A drawing that is read once and small. */
    private static final class Tinted extends URLConnection {

        private final URL drawing;

        Tinted(URL address, URL drawing) {
            super(address);
            this.drawing = drawing;
        }

        @Override
        public void connect() {
            connected = true;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            try (InputStream in = drawing.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new ByteArrayInputStream(Tints.light(text).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
