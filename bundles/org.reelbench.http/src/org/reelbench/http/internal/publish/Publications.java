package org.reelbench.http.internal.publish;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.internal.access.SessionToken;
import org.reelbench.http.internal.content.FileRepresentation;
import org.reelbench.http.internal.content.GrowingRepresentation;
import org.reelbench.http.internal.content.GrowingSize;
import org.reelbench.http.internal.content.SourceRepresentation;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.Publication;

/** The list of what is published. Lives as long as the server listens at one address. For every thread. */
@Component(service = Publications.class)
public final class Publications implements MediaPublication {

    /** Where the servlet of media is. */
    public static final String PATH = "/media";

    /** The name of that servlet. */
    public static final String SERVLET = "org.reelbench.media";

    private final HttpEndpoint endpoint;
    private final Transfer transfer;
    private final Announcement announcement;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, PublishedMedium> media = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * Creates the service.
     *
     * @param context registers the service
     * @param endpoint where the server listens
     * @param transfer the machinery that sends
     */
    @Activate
    public Publications(BundleContext context, @Reference HttpEndpoint endpoint, @Reference Transfer transfer) {
        this.endpoint = endpoint;
        this.transfer = transfer;
        this.announcement = new Announcement(context, transfer.clock(), this);
    }

    /** Somebody answers at the addresses this gives out; from now on it may give them out. */
    public void served() {
        announcement.begin();
    }

    /** Nobody does any more. */
    public void notServed() {
        announcement.end();
    }

    /** Withdraws everything. What is being sent may come to its end, as the server is about to stop. */
    @Deactivate
    public void stop() {
        announcement.end();
        synchronized (media) {
            media.values().forEach(PublishedMedium::expire);
            media.clear();
        }
    }

    @Override
    public Publication publish(Path file, Growth growth, Duration lifetime) throws MediaException {
        Path real = regularFile(file);
        GrowingSize size = growth == Growth.GROWING ? new GrowingSize() : GrowingSize.ended();
        String recordingId = randomId();
        return add(String.valueOf(real.getFileName()), size,
                () -> new GrowingRepresentation(real, recordingId, size, transfer.files(), transfer.buffers()),
                () -> new FileRepresentation(real, transfer.files(), transfer.windows(), transfer.buffers()), lifetime);
    }

    private static Path regularFile(Path file) throws MediaException {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real) || !Files.isReadable(real)) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                        "it is no file that can be read; check its kind and its permissions");
            }
            return real;
        } catch (NoSuchFileException e) {
            throw new MediaException(MediaException.Reason.MISSING, file.toString(), "no such file; check the path", e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                    "it cannot be read (" + e.getMessage() + "); check its permissions", e);
        }
    }

    @Override
    public Publication publish(ByteSource source, String contentId, String fileName, Duration lifetime) {
        PublishedMedium.Opener opener = () -> new SourceRepresentation(source, contentId, fileName, transfer.buffers());
        return add(fileName, GrowingSize.ended(), opener, opener, lifetime);
    }

    private Publication add(String name, GrowingSize growth, PublishedMedium.Opener growing,
            PublishedMedium.Opener whole, Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("the lifetime must be above zero: " + lifetime);
        }
        String id = randomId();
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        URI uri = endpoint.uri(PATH).resolve(id + "/" + encoded);
        PublishedMedium medium = new PublishedMedium(id, name, uri, growth, growing, whole, this::remove);
        media.put(id, medium);
        if (lifetime.compareTo(UNTIL_CLOSED) < 0) {
            transfer.clock().schedule(medium::close, saturatedMs(lifetime), TimeUnit.MILLISECONDS);
        }
        return medium;
    }

    private static long saturatedMs(Duration lifetime) {
        return lifetime.getSeconds() > TimeUnit.DAYS.toSeconds(365) ? TimeUnit.DAYS.toMillis(365) : lifetime.toMillis();
    }

    private void remove(PublishedMedium medium) {
        if (media.remove(medium.id(), medium)) {
            transfer.streams().cut(medium);
        }
    }

    private String randomId() {
        return SessionToken.random(random).text();
    }

    /** The medium of an id, or null. */
    public @Nullable PublishedMedium find(String id) {
        return media.get(id);
    }

    @Override
    public List<Publication> publications() {
        synchronized (media) {
            return List.copyOf(media.values());
        }
    }
}
