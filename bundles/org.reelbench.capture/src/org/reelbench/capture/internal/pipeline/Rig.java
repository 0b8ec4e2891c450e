package org.reelbench.capture.internal.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.internal.mp4.FilmNotes;
import org.reelbench.capture.internal.mp4.FragmentBuilder;
import org.reelbench.capture.internal.mp4.GrowingFilm;
import org.reelbench.capture.internal.mp4.Track;
import org.reelbench.capture.internal.pool.DevicePool.Lease;
import org.reelbench.media.MediaException;

/** Everything one recording has open, from its devices to its file. Opened and closed by one thread. */
final class Rig implements AutoCloseable {

    final @Nullable PictureSide pictures;
    final @Nullable SoundSide sound;
    final FragmentQueue queue;
    final GrowingFilm film;
    final FragmentBuilder fragments;
    final RecordingClock clock = new RecordingClock();
    final Pace pace;

    private Rig(@Nullable PictureSide pictures, @Nullable SoundSide sound, FragmentQueue queue, GrowingFilm film,
            List<Track> tracks) {
        this.pictures = pictures;
        this.sound = sound;
        this.queue = queue;
        this.film = film;
        pace = new Pace(pictures != null, sound != null);
        boolean live = (pictures == null || pictures.stream().isLive()) && (sound == null || sound.stream().isLive());
        fragments = new FragmentBuilder(tracks, live ? queue::put : queue::putWhenRoom);
    }

    /** Opens devices, encoders and the file; what was opened is closed where something fails. */
    static Rig open(Studio studio, RecordingRequest request, UUID mediaId) throws CaptureException {
        PictureSide pictures = null;
        SoundSide sound = null;
        FragmentQueue queue = new FragmentQueue(studio.spillFolder());
        GrowingFilm film = null;
        boolean opened = false;
        try {
            pictures = pictures(studio, request);
            sound = sound(studio, request);
            List<Track> tracks = new ArrayList<>();
            if (pictures != null) {
                tracks.add(pictures.track());
            }
            if (sound != null) {
                tracks.add(sound.track(tracks.size() + 1));
            }
            film = GrowingFilm.create(request.file(), tracks, new FilmNotes(mediaId, List.of()));
            opened = true;
            return new Rig(pictures, sound, queue, film, tracks);
        } catch (MediaException e) {
            throw new CaptureException(Reason.NO_ENCODER, "nothing is recorded: " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new CaptureException(Reason.UNWRITABLE, request.file() + ": there is a file of this name; choose another", e);
        } catch (NoSuchFileException e) {
            throw new CaptureException(Reason.UNWRITABLE, request.file() + ": its folder is not there; make it first", e);
        } catch (IOException e) {
            throw new CaptureException(Reason.UNWRITABLE, request.file() + ": it cannot be made (" + e.getMessage() + ")", e);
        } finally {
            if (!opened) {
                close(pictures, sound);
            }
        }
    }

    private static @Nullable PictureSide pictures(Studio studio, RecordingRequest request)
            throws CaptureException, MediaException {
        CaptureDevice device = request.pictures();
        CaptureFormat format = request.pictureFormat();
        if (device == null || format == null) {
            return null;
        }
        Lease lease = studio.pool().lease(studio.sources().find(device.source()), device, format);
        if (lease.stream() instanceof PictureStream stream) {
            return PictureSide.open(studio, request, lease, stream);
        }
        lease.close();
        throw new CaptureException(Reason.UNSUPPORTED, device.label() + ": it delivers no pictures; choose another device");
    }

    private static @Nullable SoundSide sound(Studio studio, RecordingRequest request) throws CaptureException, MediaException {
        CaptureDevice device = request.sound();
        CaptureFormat format = request.soundFormat();
        if (device == null || format == null) {
            return null;
        }
        Lease lease = studio.pool().lease(studio.sources().find(device.source()), device, format);
        if (lease.stream() instanceof SoundStream stream) {
            return SoundSide.open(studio, lease, stream, request.soundTreatment());
        }
        lease.close();
        throw new CaptureException(Reason.UNSUPPORTED, device.label() + ": it delivers no sound; choose another device");
    }

    /** Begins to deliver, sound first, as pictures say where the recording begins. */
    void start() throws CaptureException {
        if (sound != null) {
            sound.stream().start();
        }
        if (pictures != null) {
            pictures.stream().start();
        }
    }

    /** Ends delivering: reads under way return. */
    void stop() {
        if (pictures != null) {
            pictures.stream().stop();
        }
        if (sound != null) {
            sound.stream().stop();
        }
    }

    int devices() {
        return (pictures == null ? 0 : 1) + (sound == null ? 0 : 1);
    }

    int reused() {
        return (pictures != null && pictures.isReused() ? 1 : 0) + (sound != null && sound.isReused() ? 1 : 0);
    }

    /** Returns what is held now: raw frames, packets, fragments, tables. */
    long heldBytes(long tableBytes) {
        return (pictures == null ? 0 : pictures.frames().heldBytes()) + fragments.heldBytes() + queue.heldBytes() + tableBytes;
    }

    private static void close(@Nullable PictureSide pictures, @Nullable SoundSide sound) {
        if (pictures != null) {
            pictures.close();
        }
        if (sound != null) {
            sound.close();
        }
    }

    /** Closes the file and frees everything; the threads that used it have ended. */
    @Override
    public void close() throws IOException {
        close(pictures, sound);
        queue.close();
        film.close();
    }
}
