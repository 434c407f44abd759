package org.sistercities.content.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Draft.Stage;
import org.sistercities.content.story.Step.Act;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

/** Where a story is written, judged and sent back: authors at their own, editors at all. */
public record Desk(Story story, Caller caller, Instant now) {

    /**
     * Other words, as a draft over what is published. An author's words are to be judged (again); what an editor changes stays
     * as far as it has come.
     */
    public Change<Story> revise(Copy copy, @Nullable String note) {
        mayWrite();
        return Change.of(step(Act.WRITTEN, note)
                .written(copy, stageOfNewWords())
                .owner(writer())
                .done());
    }

    /** Words of an earlier revision become the draft. */
    public Change<Story> restore(Copy copy, int revision) {
        mayWrite();
        return Change.of(step(Act.RESTORED, "Revision " + revision)
                .written(copy, stageOfNewWords())
                .owner(writer())
                .done());
    }

    /**
     * The draft over a published version is given up; the archive has it.
     *
     * @throws Refused.NothingElse when nothing else is there
     */
    public Change<Story> discard(@Nullable String note) {
        mayWrite();
        draft();
        if (story.publication() == null) throw new Refused.NothingElse();
        return Change.of(step(Act.DISCARDED, note)
                .draft(null)
                .timing(story.timing().withoutPublishing())
                .done());
    }

    /** The author thinks it is done. */
    public Change<Story> submit(@Nullable String note) {
        mayWrite();
        if (draft().stage() != Stage.DRAFT) return Change.none(story);
        return moved(Act.SUBMITTED, Stage.IN_REVIEW, note);
    }

    /** An editor thinks so, too. */
    public Change<Story> approve(@Nullable String note) {
        if (draft().stage() == Stage.APPROVED) return Change.none(story);
        return moved(Act.APPROVED, Stage.APPROVED, note);
    }

    /**
     * An editor wants something changed. What was to be published by itself is not.
     *
     * @throws Refused.NotSubmitted when it is a draft already
     */
    public Change<Story> sendBack(String note) {
        if (draft().stage() == Stage.DRAFT) throw new Refused.NotSubmitted();
        return Change.of(step(Act.RETURNED, note)
                .draft(draft().at(Stage.DRAFT))
                .timing(story.timing().withoutPublishing())
                .done());
    }

    private Change<Story> moved(Act act, Stage stage, @Nullable String note) {
        return Change.of(step(act, note).draft(draft().at(stage)).done());
    }

    private Alteration step(Act act, @Nullable String note) {
        return story.to(act, caller.name(), now, note);
    }

    private void mayWrite() {
        if (caller.is(Role.EDITOR)) return;
        var owner = story.owner();
        if (owner != null && !owner.equals(caller.name())) throw new Refused.AnotherAuthors();
        if (story.draft() != null && story.draft().stage() == Stage.APPROVED) throw new Refused.ApprovedIsForEditors();
    }

    /** What nobody has written on yet becomes the first author's. */
    private @Nullable String writer() {
        return story.owner() == null && !caller.is(Role.EDITOR) ? caller.name() : story.owner();
    }

    private Stage stageOfNewWords() {
        return caller.is(Role.EDITOR) && story.draft() != null ? story.draft().stage() : Stage.DRAFT;
    }

    private Draft draft() {
        if (story.draft() == null) throw new Refused.NoDraft();
        return story.draft();
    }
}
