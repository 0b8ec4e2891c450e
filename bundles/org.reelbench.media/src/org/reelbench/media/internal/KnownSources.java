package org.reelbench.media.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaSources;
import org.reelbench.media.RemoteMedia;

/**
 * Files, and addresses through whoever opens them at the moment.
 *
 * @param remotes who opens addresses now
 * @param allowed hosts the caller's user allows
 */
public record KnownSources(Supplier<List<RemoteMedia>> remotes, Set<String> allowed) implements MediaSources {

    /** Files alone. */
    public static final MediaSources FILES = new KnownSources(List::of, Set.of());

    /** Two letters at least, because one is a drive of Windows. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    /** Tells whether a location is an address. */
    public static boolean isAddress(String location) {
        return ADDRESS.matcher(location).matches();
    }

    @Override
    public ByteSource open(String location, Cancellation cancellation) throws MediaException {
        cancellation.check();
        if (!MediaSources.isAddress(location)) {
            return FileByteSource.open(file(location));
        }
        URI address = address(location);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        for (RemoteMedia remote : remotes.get()) {
            if (remote.schemes().contains(scheme)) {
                return remote.open(address, allowed, cancellation);
            }
        }
        throw new MediaException(MediaException.Reason.NOT_ALLOWED, shown(location), "addresses that begin with " + scheme
                + ":// are not opened here; copy the medium to this machine and relink to the copy");
    }

    private static Path file(String location) throws MediaException {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new MediaException(MediaException.Reason.MISSING, location,
                    "this is no path on this machine; relink the clip to where the file is", e);
        }
    }

    private static URI address(String location) throws MediaException {
        try {
            return new URI(location);
        } catch (URISyntaxException e) {
            // Its message repeats the whole text, of which the query may be secret.
            throw new MediaException(MediaException.Reason.MISSING, shown(location), "this is no address ("
                    + e.getReason() + " at " + e.getIndex() + "); write spaces and the like as %20");
        }
    }

    /** The address without what may be secret in it: the user's name and password, the query, the fragment. */
    static String shown(String location) {
        return location.replaceFirst("[?#].*", "?…").replaceFirst("://[^/]*@", "://…@");
    }

    @Override
    public MediaSources allowing(Set<String> hosts) {
        Set<String> all = new HashSet<>(allowed);
        all.addAll(hosts);
        return new KnownSources(remotes, Set.copyOf(all));
    }
}
