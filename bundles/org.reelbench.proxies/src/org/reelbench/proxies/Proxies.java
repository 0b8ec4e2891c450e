package org.reelbench.proxies;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;

/**
 * A service that makes and keeps smaller files which stand in for heavy media while people look and edit.
 * <p>
 * For every thread. One proxy is made at a time, in the background, and steps aside for whatever people wait for. What is made is
 * kept by the medium's fingerprint and the format, within a quota; what was made when the program ended is not made again.
 *
 * <pre>{@code
 * MediaCatalog viewed = proxies.standingIn(catalog, project.media(), true);
 * try (VideoRenderer renderer = renderers.video(sequence, viewed)) {
 *     show(renderer.frame(48, cancellation));
 * }
 * }</pre>
 */
@ProviderType
public interface Proxies {

    /**
     * Returns a catalog in which proxies stand in for the media that have one now. What stands in stays the same for as long as the
     * catalog is used; ask for another one to see proxies that were made meanwhile. Never give it to an export.
     *
     * @param originals finds the media themselves
     * @param media the project's media, each of which says whether proxies may stand in for it
     * @param wish whether media that are looked at and have no proxy yet, but need one, get one, if the settings allow
     * @return the catalog; equal to another one of equal media unless a proxy was made or lost meanwhile
     */
    MediaCatalog standingIn(MediaCatalog originals, List<MediaReference> media, boolean wish);

    /**
     * Tells how far the proxy of a medium is. May read from the disk: never on a thread that draws.
     *
     * @param medium the medium itself
     * @param use what the project says of it
     * @return the status
     */
    ProxyStatus status(Medium medium, ProxyUse use);

    /**
     * Has the proxy of a medium made, if there is none yet; tries again if that failed. Returns at once.
     *
     * @param medium the medium itself
     * @param use {@link ProxyUse#ALWAYS} to make it whatever the medium is; with {@link ProxyUse#NEVER} nothing happens
     */
    void want(Medium medium, ProxyUse use);

    /**
     * Stops making the proxy of a medium; what is made of it so far is kept. Takes effect within 200 ms.
     *
     * @param fingerprint the medium's fingerprint
     */
    void cancel(String fingerprint);

    /**
     * Adds a listener, until it is removed.
     *
     * @param listener hears of every status that changes
     */
    void addListener(ProxyListener listener);

    /**
     * Removes a listener.
     *
     * @param listener the listener; one that was not added is left alone
     */
    void removeListener(ProxyListener listener);

    /**
     * Returns the format that is made.
     *
     * @return the format
     */
    ProxyFormat format();

    /**
     * Tells what is on the disk. Reads folders: never on a thread that draws.
     *
     * @return the sums
     */
    ProxyUsage usage();

    /**
     * Deletes all proxies, and what is made of others so far, but those that are being made.
     *
     * @return how many bytes that gave back
     * @throws MediaException {@link MediaException.Reason#UNWRITABLE} if files cannot be deleted
     */
    long clear() throws MediaException;
}
