package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.OpenProject;

/** What is shown counts as another picture once a medium is understood in another way, and as the same until then. */
class MediaSnapshotTest {

    private static final MediaReference BEACH = new MediaReference(new Id("m1"), "Beach", "/beach.mp4", "", Extras.NONE);
    private static final MediaCatalog NOTHING = id -> {
        throw new MediaException(MediaException.Reason.MISSING, id.value(), "there are no media");
    };

    @Test
    void itIsEqualUntilAMediumOrASequenceChanges() throws Exception {
        FakeSession session = new FakeSession(Films.project().withMedia(List.of(BEACH)), null);
        OpenProject project = new OpenProject(session, NOTHING);
        MediaCatalog first = project.snapshot();
        assertEquals(first, project.snapshot());
        assertEquals(first.hashCode(), project.snapshot().hashCode());
        run(session, session.project().withName("Other"));
        assertEquals(first, project.snapshot(), "nothing of it is seen");
        Interpretation conformed = new Interpretation(null, null, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, FrameRate.of(24, 1));
        run(session, session.project().withMedia(List.of(BEACH.withInterpretation(conformed))));
        MediaCatalog second = project.snapshot();
        assertNotEquals(first, second);
        assertEquals(second, project.snapshot());
        run(session, session.project().withSequence(session.project().mainSequence().withLimiter(true)));
        assertNotEquals(second, project.snapshot());
    }

    private static void run(FakeSession session, Project after) throws Exception {
        session.effect = (_, _) -> after;
        session.execute(EditCommand.of("anything", session.revision()));
    }
}
