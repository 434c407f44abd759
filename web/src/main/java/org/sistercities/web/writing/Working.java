package org.sistercities.web.writing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.sistercities.web.story.StoryItem.Dateline;
import org.sistercities.web.story.StoryPage.Credit;

/** A story as those who work on it see it, in a list or whole. */
record Working(
        String id,
        String status,
        @Nullable String stage,
        @Nullable String owner,
        String kind,
        @Nullable String slug,
        String language,
        String headline,
        @Nullable String excerpt,
        @Nullable String body,
        @Nullable Dateline dateline,
        @Nullable String leadImage,
        @Nullable List<Credit> credits,
        @Nullable List<String> cityIds,
        @Nullable Timing timing,
        @Nullable Flag flag,
        @Nullable Step last,
        Instant draftedAt,
        @Nullable Instant publishedAt) {

    record Timing(@Nullable Instant publishAt, @Nullable Instant unpublishAt) {}

    record Flag(String reason, Instant at) {}

    record Step(
            int number,
            String act,
            String by,
            Instant at,
            @Nullable String note) {}

    record Listed(List<Working> items, @Nullable String next) {}

    public boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    public boolean isScheduled() {
        return willAppear() || (timing != null && timing.unpublishAt() != null);
    }

    boolean willAppear() {
        return timing != null && timing.publishAt() != null;
    }

    /** What somebody may do next; the API decides again. */
    May may(Staff staff) {
        boolean edits = staff.is(Desk.EDITOR);
        boolean owns = owner == null || owner.equals(staff.name());
        boolean writes = edits || (owns && !Objects.equals(stage, "APPROVED"));
        boolean drafted = stage != null;
        return new May(
                writes,
                writes && Objects.equals(stage, "DRAFT"),
                edits && drafted && !Objects.equals(stage, "APPROVED"),
                edits && drafted && !Objects.equals(stage, "DRAFT"),
                edits && drafted,
                edits && isPublished(),
                writes && drafted && isPublished(),
                edits && flag != null);
    }

    record May(
            boolean write,
            boolean submit,
            boolean approve,
            boolean sendBack,
            boolean publish,
            boolean unpublish,
            boolean discard,
            boolean unflag) {

        public boolean schedule() {
            return publish || unpublish;
        }

        /** Whether there is anything to do but to write. */
        public boolean anything() {
            return submit || schedule() || discard || unflag;
        }
    }
}
