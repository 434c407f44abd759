package org.sistercities.content.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story as one step leaves it: what is not said stays, and the keys it is found by follow from the rest. */
final class Alteration {
    private final Story before;
    private final Step step;
    private @Nullable String owner;
    private @Nullable Draft draft;
    private @Nullable Publication publication;
    private @Nullable List<String> slugs;
    private @Nullable String edition;
    private Timing timing;
    private @Nullable Flag flag;

    Alteration(Story before, Step step) {
        this.before = before;
        this.step = step;
        owner = before.owner();
        draft = before.draft();
        publication = before.publication();
        slugs = before.slugs();
        edition = before.edition();
        timing = before.timing();
        flag = before.flag();
    }

    Alteration owner(@Nullable String owner) {
        this.owner = owner;
        return this;
    }

    /** Draft words that this very step wrote. */
    Alteration written(Copy copy, Draft.Stage stage) {
        return draft(new Draft(step.number(), copy, stage, step.by(), step.at()));
    }

    Alteration draft(@Nullable Draft draft) {
        this.draft = draft;
        return this;
    }

    Alteration published(Publication publication, List<String> slugs) {
        this.publication = publication;
        this.slugs = slugs;
        this.edition = Story.group(before.id(), publication.text()) + "/"
                + publication.text().language();
        this.draft = null;
        return this;
    }

    /** The addresses stay its own. */
    Alteration unpublished() {
        this.publication = null;
        this.edition = null;
        return this;
    }

    Alteration timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    Alteration flag(@Nullable Flag flag) {
        this.flag = flag;
        return this;
    }

    Story done() {
        var next = timing.next();
        return new Story(
                before.id(),
                owner,
                before.draftedAt(),
                draft,
                publication,
                slugs,
                edition,
                timing,
                flag,
                step,
                next == null ? null : Story.key(next, before.id()),
                draft == null ? null : Story.key(before.draftedAt(), before.id()),
                flag == null ? null : Story.key(flag.at(), before.id()));
    }
}
