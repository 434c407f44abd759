package org.sistercities.content.imports;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.editing.Newsroom;
import org.sistercities.content.image.UploadImage;
import org.sistercities.content.imports.Item.Outcome;
import org.sistercities.content.markdown.Words;
import org.sistercities.content.story.Credit;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Slug;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.Syndication;
import org.sistercities.platform.problem.Rejection;
import org.springframework.stereotype.Component;

/** Lays the items of an export on the desk, as drafts nobody has written on yet, and says of each what has come of it. */
@Component
final class StoryImport {
    private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(StoryImport.class);
    private static final int LONGEST_BODY = 500_000; // characters of HTML
    private static final int MOST_TAGS = 30;
    private static final int LONGEST_TAG = 60;

    private final Newsroom newsroom;
    private final UploadImage images;
    private final Validator validator;
    private final Clock clock;

    StoryImport(Newsroom newsroom, UploadImage images, Validator validator, Clock clock) {
        this.newsroom = newsroom;
        this.images = images;
        this.validator = validator;
        this.clock = clock;
    }

    /** @param isOver whether nobody listens any more: what is left then comes when the export is sent again */
    void run(Export export, Parcel parcel, boolean dryRun, String by, Consumer<Item> told, BooleanSupplier isOver) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        var seen = new HashMap<String, Integer>();
        int of = export.items();
        export.forEach(original -> {
            if (isOver.getAsBoolean()) throw new NobodyListens();
            int number = seen.size() + 1;
            var before = seen.putIfAbsent(original.storyId(), number);
            if (before != null) seen.put(original.storyId() + number, number);
            var item = before != null
                    ? Item.skipped(number, of, original, "It is item " + before + " once more.")
                    : taken(number, of, original, parcel, dryRun, by);
            counts.merge(Objects.requireNonNull(item.outcome()), 1, Integer::sum);
            told.accept(item);
        });
        told.accept(Item.summary(counts));
    }

    private Item taken(int number, int of, Original original, Parcel parcel, boolean dryRun, String by) {
        if (original.notBecause() != null) return Item.skipped(number, of, original, original.notBecause());
        var id = original.storyId();
        if (newsroom.has(id)) return Item.of(number, of, original, Outcome.ALREADY_THERE, id, List.of());
        try {
            var album = new Album(parcel, dryRun ? null : images, by, original.title());
            var copy = newsroom.copy(manuscript(original, album));
            if (!dryRun) newsroom.createOnce(id, () -> Story.draft(id, null, copy, clock.instant()));
            var outcome = dryRun ? Outcome.WOULD_BE_IMPORTED : Outcome.IMPORTED;
            return Item.of(number, of, original, outcome, id, album.notes());
        } catch (Refusal.UnsafeArchive e) {
            throw e;
        } catch (Rejection e) {
            return Item.failed(number, of, original, e);
        } catch (NotAStory e) {
            return Item.failed(number, of, original, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            log.error("Item {} of an import failed", number, e);
            return Item.failed(number, of, original, "It could not be read.");
        }
    }

    private static @Nullable String lead(Original original, Album album) {
        var lead = original.lead();
        if (lead == null || lead.address().isBlank()) return null;
        return album.find(lead.address(), lead.alt(), HtmlText.plain(lead.caption()))
                .map(Phrases.Pictures.Found::id)
                .orElse(null);
    }

    private Manuscript manuscript(Original original, Album album) {
        if (original.body().length() > LONGEST_BODY) throw new NotAStory("It is longer than any story.");
        // a picture is kept with the first caption it has, and the one above a text may stand in it, too
        boolean hasCaption =
                original.lead() != null && !original.lead().caption().isBlank();
        var first = hasCaption ? lead(original, album) : null;
        var body = Prose.markdown(original.body(), original.url(), album);
        var lead = hasCaption ? first : lead(original, album);
        var text = new Manuscript(
                original.kind(),
                blankToNull(original.slug()),
                original.title(),
                excerpt(original),
                body,
                Objects.requireNonNullElse(original.language(), "en"),
                null,
                null,
                null,
                credits(original),
                lead,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                tags(original),
                null,
                syndications(original),
                day(original));
        var broken = validator.validate(text);
        if (broken.isEmpty()) return text;
        throw new NotAStory(broken.stream().map(StoryImport::said).sorted().collect(Collectors.joining("; ")));
    }

    private static String said(ConstraintViolation<Manuscript> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }

    private static @Nullable String excerpt(Original original) {
        var excerpt = blankToNull(original.excerpt());
        return excerpt == null ? null : Words.shortened(excerpt.strip(), 990);
    }

    private static List<Credit> credits(Original original) {
        return original.authors().stream()
                .filter(name -> !name.isBlank())
                .limit(20)
                .map(name -> new Credit(Credit.Role.AUTHOR, Words.shortened(name.strip(), 290), null, null, null))
                .toList();
    }

    private static List<String> tags(Original original) {
        return original.tags().stream()
                .map(Slug::of)
                .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_TAG && !tag.equals("uncategorized"))
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    /** It was there first: theirs is the canonical address. */
    private static List<Syndication> syndications(Original original) {
        var address = Address.absolute(original.url());
        var platform = original.platform();
        if (address == null || platform == null) return List.of();
        return List.of(new Syndication(Words.shortened(platform, 100), Syndication.Direction.FROM, address));
    }

    /** What was planned for later is of no day yet. */
    private @Nullable LocalDate day(Original original) {
        var day = original.day();
        return day == null || day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)) ? null : day;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** What no story can be made of, for a reason without a name. */
    private static final class NotAStory extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAStory(String why) {
            super(why, null, false, false);
        }
    }

    /** Whoever wanted the report has hung up. */
    static final class NobodyListens extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyListens() {
            super("nobody listens", null, false, false);
        }
    }
}
