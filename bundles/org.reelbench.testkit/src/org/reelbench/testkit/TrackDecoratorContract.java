package org.reelbench.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * What everybody keeps to who decorates tracks: decorations lie on what they are of, and are the same however one looks at them.
 *
 * <pre>{@code
 * new TrackDecoratorContract(new FlashFrames(), 1, 50).check();
 * }</pre>
 *
 * For one thread.
 */
public final class TrackDecoratorContract implements Contract {

    private static final int THREADS = 3;
    private static final int CLIPS = 40;
    private static final int LONGEST = 120;
    private static final int MEDIA = 3;

    private final TrackDecorator decorator;
    private final long seed;
    private final int samples;
    private final @Nullable Project film;

    /**
     * Creates the contract with films that are made up: clips and gaps from one frame to some seconds, of three media.
     *
     * @param decorator decorates tracks
     * @param seed makes the films
     * @param samples how many films there are, above 0
     */
    public TrackDecoratorContract(TrackDecorator decorator, long seed, int samples) {
        this.decorator = decorator;
        this.seed = seed;
        this.samples = samples;
        film = null;
    }

    /**
     * Creates the contract with a film in which there is something to decorate.
     *
     * @param decorator decorates tracks
     * @param film holds what it looks for
     */
    public TrackDecoratorContract(TrackDecorator decorator, Project film) {
        this.decorator = decorator;
        this.film = film;
        seed = 1;
        samples = 1;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it says what it tells of, and what it looks at", this::description),
                new ContractCase("decorations lie on what they are of", this::places),
                new ContractCase("asked again, by any thread, it says the same", this::repeats),
                new ContractCase("of a part it says what it says of the whole", this::parts),
                new ContractCase("what it does not look at changes nothing", this::scope));
    }

    private void description() {
        Claims.line(decorator.name(), "the name");
        Claims.same(decorator.name(), decorator.name(), "the name, asked again,");
        Claims.same(decorator.scope(), decorator.scope(), "the scope, asked again,");
    }

    /** Something to be checked of one track. */
    @FunctionalInterface
    private interface Check {

        void of(TrackStretch whole, Random random) throws Exception;
    }

    private void each(Check check) throws Exception {
        for (int i = 0; i < samples; i++) {
            Random random = new Random(seed + i);
            Project given = film;
            Project project = given == null ? film(random) : given;
            for (Track track : project.mainSequence().tracks()) {
                if (!track.items().isEmpty()) {
                    try {
                        check.of(new TrackStretch(project, i, project.mainSequence(), track,
                                new FrameRange(0, track.durationFrames()), 1), random);
                    } catch (AssertionError e) {
                        throw new AssertionError(e.getMessage() + " (seed " + (seed + i) + ", track " + track.id() + ")", e);
                    }
                }
            }
        }
    }

    private void places() throws Exception {
        each((whole, _) -> {
            List<Decoration> all = decorator.decorate(whole);
            Claims.holds(all.size() <= TrackDecorator.MOST, "it lists more than " + TrackDecorator.MOST + " decorations");
            for (Decoration each : all) {
                long end = whole.track().durationFrames();
                if (each.clip().isPresent()) {
                    Id clip = each.clip().get();
                    ClipPlace place = whole.sequence().findClip(clip).orElse(null);
                    Claims.holds(place != null && place.track().id().equals(whole.track().id()),
                            each + " is of a clip that is not on the track");
                    end = place == null ? 0 : place.clip().durationFrames();
                }
                Claims.holds(each.range().outFrame() <= end, each + " goes beyond the end, " + end);
            }
            Claims.same(all.size(), new HashSet<>(all).size(), "the number of those that differ");
        });
    }

    private void repeats() throws Exception {
        each((whole, _) -> {
            Set<Decoration> first = Set.copyOf(decorator.decorate(whole));
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                List<Future<Set<Decoration>>> others = new ArrayList<>();
                Callable<Set<Decoration>> again = () -> Set.copyOf(decorator.decorate(whole));
                for (int i = 0; i < THREADS; i++) {
                    others.add(threads.submit(again));
                }
                for (Future<Set<Decoration>> other : others) {
                    Claims.same(first, other.get(), "what it says again");
                }
            }
        });
    }

    private void parts() throws Exception {
        each((whole, random) -> {
            List<Decoration> all = decorator.decorate(whole);
            long length = whole.range().durationFrames();
            for (int i = 0; i < THREADS; i++) {
                long from = random.nextLong(length);
                FrameRange part = new FrameRange(from, from + 1 + random.nextLong(length - from));
                TrackStretch stretch = new TrackStretch(whole.project(), whole.revision(), whole.sequence(), whole.track(), part,
                        1);
                Claims.same(in(whole, part, all), in(whole, part, decorator.decorate(stretch)), "what it says of " + part);
            }
        });
    }

    /** The decorations that touch a part of the track. */
    private static Set<Decoration> in(TrackStretch whole, FrameRange part, List<Decoration> all) {
        Set<Decoration> touching = new HashSet<>();
        for (Decoration each : all) {
            long start = each.clip().flatMap(whole.sequence()::findClip).map(ClipPlace::startFrame).orElse(0L);
            if (start + each.range().inFrame() < part.outFrame() && start + each.range().outFrame() > part.inFrame()) {
                touching.add(each);
            }
        }
        return touching;
    }

    private void scope() throws Exception {
        if (decorator.scope() == TrackDecorator.Scope.PROJECT) {
            return;
        }
        each((whole, random) -> {
            Project other = film(random).withName("Another film");
            List<Track> tracks = new ArrayList<>(List.of(whole.track()));
            for (Track track : other.mainSequence().tracks()) {
                tracks.add(renamed(track));
            }
            Sequence sequence = whole.sequence().withTracks(tracks);
            TrackStretch moved = new TrackStretch(Project.of("Another film", sequence), whole.revision() + 1, sequence,
                    whole.track(), whole.range(), 1);
            Claims.same(Set.copyOf(decorator.decorate(whole)), Set.copyOf(decorator.decorate(moved)),
                    "with another film around the track, what it says of it");
        });
    }

    /** Ids are those of one film only. */
    private static Track renamed(Track track) {
        List<Item> items = new ArrayList<>();
        for (Item item : track.items()) {
            items.add(item instanceof Clip clip
                    ? Clip.of(new Id("other-" + clip.id()), clip.name(), clip.content(), clip.sourceIn(), clip.durationFrames())
                    : item);
        }
        return Track.of(new Id("other-" + track.id()), track.name(), track.kind()).withItems(TrackItems.of(items));
    }

    private static Project film(Random random) {
        List<MediaReference> media = new ArrayList<>();
        for (int i = 1; i <= MEDIA; i++) {
            media.add(new MediaReference(new Id("m" + i), "Camera " + i, "camera" + i + ".mp4", "", Extras.NONE));
        }
        Sequence sequence = new Sequence(new Id("s1"), "Film", FrameRate.of(25, 1), 640, 360, 48_000,
                List.of(track(random, "v1", TrackKind.VIDEO), track(random, "v2", TrackKind.VIDEO),
                        track(random, "a1", TrackKind.AUDIO)),
                Extras.NONE);
        return Project.of("Film", sequence).withMedia(media);
    }

    private static Track track(Random random, String id, TrackKind kind) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            if (random.nextInt(MEDIA) == 0 && (items.isEmpty() || items.getLast() instanceof Clip)) {
                items.add(new Gap(frames(random)));
            }
            Id medium = new Id("m" + (1 + random.nextInt(MEDIA)));
            items.add(Clip.of(new Id(id + "c" + i), "Clip " + i, new MediaStream(medium, 0),
                    RationalTime.ofSeconds(random.nextInt(LONGEST)), frames(random)));
        }
        return Track.of(new Id(id), id.toUpperCase(Locale.ROOT), kind).withItems(TrackItems.of(items));
    }

    /** Half of them are very short. */
    private static int frames(Random random) {
        return 1 + random.nextInt(random.nextBoolean() ? MEDIA : LONGEST);
    }
}
