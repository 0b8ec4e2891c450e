package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Clips of one project as clips of another: with fresh ids, bound to each other as they were, and showing what that project has, or
 * was given, of what they showed.
 */
final class Copies {

    private final Project project;
    private final Project copied;
    private final Map<Id, Id> media;
    private final Numbers clips;
    private final Numbers transitions;
    private final Numbers bonds;
    private final Numbers groups;
    private final Map<Id, Id> links = new HashMap<>();
    private final Map<Id, Id> grouped = new HashMap<>();

    /** Ids that follow each other. */
    private static final class Numbers {

        private final String letter;
        private long last;

        Numbers(String letter, Id first) {
            this.letter = letter;
            last = first.numberAfter(letter) - 1;
        }

        Id next() {
            last++;
            return new Id(letter + last);
        }
    }

    private Copies(Project project, Project copied, Map<Id, Id> media) {
        this.project = project;
        this.copied = copied;
        this.media = media;
        clips = new Numbers("c", FreshIds.clip(project));
        transitions = new Numbers("t", FreshIds.transition(project));
        bonds = new Numbers("l", FreshIds.links(project, 1).getFirst());
        groups = new Numbers("g", FreshIds.group(project));
    }

    /** Begins with the media that are missing added to the project. */
    static Copies of(Project project, Project copied) {
        Map<Id, Id> ids = new HashMap<>();
        Project grown = project;
        for (MediaReference medium : copied.media()) {
            Optional<MediaReference> known = project.media().stream().filter(each -> each.path().equals(medium.path()))
                    .findFirst();
            if (known.isPresent()) {
                ids.put(medium.id(), known.get().id());
            } else {
                Id id = FreshIds.media(grown);
                ids.put(medium.id(), id);
                List<MediaReference> all = new ArrayList<>(grown.media());
                all.add(new MediaReference(id, medium.name(), medium.path(), medium.fingerprint(), medium.extras())
                        .withInterpretation(medium.interpretation()).withImageSequence(medium.imageSequence())
                        .withProxy(medium.proxy()).withRecorded(medium.recorded())
                        .withBin(medium.bin()));
                grown = grown.withMedia(all);
            }
        }
        return new Copies(grown, copied, ids);
    }

    /** Returns the project with the media. */
    Project project() {
        return project;
    }

    /** Returns the items of a track behind a gap; the ids of the clips are added to those made. */
    TrackItems items(TrackItems items, long gapFrames, Set<Id> made) throws EditRefused {
        List<Item> copies = new ArrayList<>();
        long gap = gapFrames;
        for (Item item : items) {
            switch (item) {
            case Gap free -> gap += free.durationFrames();
            case Transition transition -> copies.add(new Transition(transitions.next(), transition.kind(),
                    transition.inOffsetFrames(), transition.outOffsetFrames(), transition.extras()));
            case Clip clip -> {
                if (gap > 0) {
                    copies.add(new Gap(gap));
                    gap = 0;
                }
                Id id = clips.next();
                made.add(id);
                copies.add(clip.withId(id).withContent(shown(clip.content())).withBonds(bound(clip.bonds())));
            }
            }
        }
        return TrackItems.of(copies);
    }

    /** A bond that one clip alone would bear is none. */
    private Bonds bound(Bonds old) {
        Id link = old.link();
        Id group = old.group();
        List<Track> tracks = copied.mainSequence().tracks();
        boolean isLinked = link != null && tracks.stream().mapToInt(track -> track.items().linked(link).size()).sum() > 1;
        boolean isGrouped = group != null && tracks.stream().mapToInt(track -> track.items().grouped(group).size()).sum() > 1;
        return Bonds.NONE.withLink(isLinked ? fresh(link, links, bonds) : null)
                .withGroup(isGrouped ? fresh(group, grouped, groups) : null);
    }

    private static @Nullable Id fresh(@Nullable Id old, Map<Id, Id> known, Numbers numbers) {
        return old == null ? null : known.computeIfAbsent(old, _ -> numbers.next());
    }

    private Content shown(Content content) throws EditRefused {
        return switch (content) {
        case MediaStream stream -> new MediaStream(Objects.requireNonNull(media.get(stream.media())), stream.streamIndex());
        case Still still -> new Still(Objects.requireNonNull(media.get(still.media())));
        case Generator generator -> generator;
        case NestedSequence nested -> {
            Sequence inner = copied.sequence(nested.sequence()).orElseThrow();
            if (project.sequence(inner.id()).filter(known -> known.name().equals(inner.name())).isEmpty()) {
                throw new EditRefused(
                        "sequence '" + Places.shown(inner.name()) + "', which a copied clip shows, is not in the project");
            }
            yield nested;
        }
        };
    }
}
