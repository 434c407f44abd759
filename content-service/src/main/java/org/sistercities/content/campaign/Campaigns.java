package org.sistercities.content.campaign;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.ImageMissing;
import org.sistercities.content.image.ImageUse;
import org.sistercities.content.image.Picture;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.StaleRevision;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All campaigns in this replica's memory; what another replica has changed is seen within two seconds. */
@Component
public class Campaigns implements ImageUse {
    private final AggregateStore<Campaign> store;
    private final Mirror<Campaign> seen;
    private final Gallery gallery;
    private final Thermometer thermometer;
    private final Clock clock;

    Campaigns(AggregateStore<Campaign> campaignStore, Gallery gallery, Thermometer thermometer, Clock clock) {
        this.store = campaignStore;
        this.seen = new Mirror<>(campaignStore);
        this.gallery = gallery;
        this.thermometer = thermometer;
        this.clock = clock;
    }

    /** The block of a published campaign, for pages that show it. */
    public Optional<CampaignBlock> block(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(seen::find)
                .map(Stored::state)
                .filter(Campaign::isPublished)
                .map(this::block);
    }

    /** Changes when the block does, with the days, too; from memory alone. */
    public String stamp(@Nullable String id) {
        if (id == null) return "";
        return seen.find(id).map(this::stamp).orElse("-");
    }

    /** The id of a published one that is not over, which people can give for. */
    public Optional<String> collecting(String slugOrId) {
        return bySlugOrId(slugOrId)
                .map(Stored::state)
                .filter(campaign -> campaign.phase(today()) != Campaign.Phase.OVER)
                .map(Campaign::id);
    }

    Thermometer.Wall wall(String campaignId) {
        return thermometer.wall(campaignId);
    }

    /** The published ones: those that run first, of those the latest begun. */
    List<Stored<Campaign>> published() {
        var today = today();
        return seen.all()
                .filter(campaign -> campaign.state().isPublished())
                .sorted(Comparator.comparing(
                                (Stored<Campaign> one) -> one.state().phase(today) != Campaign.Phase.RUNNING)
                        .thenComparing(Campaigns::begin, Comparator.reverseOrder())
                        .thenComparing(Stored::id))
                .toList();
    }

    Optional<Stored<Campaign>> bySlugOrId(String slugOrId) {
        return published().stream()
                .filter(one -> one.id().equals(slugOrId) || one.state().slug().equals(slugOrId))
                .findFirst();
    }

    CampaignBlock block(Campaign campaign) {
        var picture = Optional.ofNullable(campaign.appeal().image())
                .flatMap(gallery::find)
                .map(image -> Picture.of(image, ""));
        return CampaignBlock.of(campaign, campaign.phase(today()), picture.orElse(null), thermometer.of(campaign.id()));
    }

    String stamp(Stored<Campaign> campaign) {
        var stamp = new StringBuilder(campaign.id()).append(' ').append(campaign.revision());
        stamp.append(' ').append(campaign.state().phase(today()));
        stamp.append(' ').append(thermometer.stamp(campaign.id()));
        for (var image : campaign.state().imageIds()) stamp.append(' ').append(gallery.revision(image));
        return stamp.toString();
    }

    /**
     * A step decided on what the caller has read. What visitors see has its images, before it is stored and after: whoever deletes one
     * meanwhile either finds it stored, or is found out here, and then the step is taken back. See DeleteImage.
     */
    Stored<Campaign> change(String id, long revision, Function<Campaign, Change<Campaign>> decision) {
        var before = new AtomicReference<Campaign>();
        var stored = seen.saw(store.change(id, revision, campaign -> {
            before.set(campaign);
            return withItsImages(decision.apply(campaign));
        }));
        try {
            withItsImages(Change.none(stored.state()));
            return stored;
        } catch (ImageMissing e) {
            takeBack(stored, Objects.requireNonNull(before.get()));
            throw e;
        }
    }

    private Change<Campaign> withItsImages(Change<Campaign> change) {
        if (change.state().isPublished()) gallery.mustHave(change.state().imageIds());
        return change;
    }

    private void takeBack(Stored<Campaign> stored, Campaign before) {
        try {
            seen.saw(store.change(stored.id(), stored.revision(), campaign -> campaign.back(before, clock.instant())));
        } catch (StaleRevision e) {
            // somebody has changed it again, and looked after the images of that
        }
    }

    Stored<Campaign> saw(Stored<Campaign> campaign) {
        return seen.saw(campaign);
    }

    @Override
    public Optional<String> of(String imageId) {
        var shows = or(eq("state.appeal.image", imageId), eq("state.text.imageIds", imageId));
        return store.list(shows, null, 1).stream()
                .map(one -> "campaign " + one.id())
                .findFirst();
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        seen.look();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UTC);
    }

    private static Instant begin(Stored<Campaign> campaign) {
        var from = campaign.state().appeal().from();
        return from == null ? Instant.EPOCH : from.atStartOfDay(UTC).toInstant();
    }
}
