package org.reelbench.http.internal.publish;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

import org.reelbench.http.internal.content.GrowingSize;
import org.reelbench.http.internal.content.Representation;
import org.reelbench.media.Publication;

/** A medium with an address. Opens a representation of it for each request. For every thread. */
public final class PublishedMedium implements Publication {

    private final String id;
    private final String name;
    private final URI uri;
    private final GrowingSize growth;
    private final Opener growing;
    private final Opener whole;
    private final Consumer<PublishedMedium> onClose;

    /** Opens the bytes for one response. */
    @FunctionalInterface
    interface Opener {

        /** Opens them, or fails with {@link java.nio.file.NoSuchFileException} if they are gone. */
        Representation open() throws IOException;
    }

    /**
     * Creates a publication.
     *
     * @param id its random name
     * @param name its name for people
     * @param uri its address
     * @param growth how far it has come; ended from the start if it is whole
     * @param growing opens it while it grows
     * @param whole opens it when it is whole
     * @param onClose takes it off the list
     */
    PublishedMedium(String id, String name, URI uri, GrowingSize growth, Opener growing, Opener whole,
            Consumer<PublishedMedium> onClose) {
        this.id = id;
        this.name = name;
        this.uri = uri;
        this.growth = growth;
        this.growing = growing;
        this.whole = whole;
        this.onClose = onClose;
    }

    /** Opens the bytes as they are now. */
    public Representation open() throws IOException {
        return isGrowing() ? growing.open() : whole.open();
    }

    String id() {
        return id;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isGrowing() {
        return !growth.isEnded();
    }

    @Override
    public void grownTo(long sizeBytes) {
        growth.grownTo(sizeBytes);
    }

    @Override
    public void complete(long sizeBytes) {
        if (!growth.isEnded()) {
            growth.grownTo(sizeBytes);
            growth.end();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        expire();
    }

    /** Nothing follows any more; what is being sent may come to its end. */
    void expire() {
        growth.end();
    }

    /** Its name and no address, which belongs in no log. */
    @Override
    public String toString() {
        return name;
    }
}
