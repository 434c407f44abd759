package org.sistercities.content.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Picture;

/**
 * The block of a campaign, the same wherever it is shown.
 *
 * @param raised for each currency what was given and has come; absent while nobody has counted
 * @param gifts how many
 */
public record CampaignBlock(
        String id,
        String slug,
        String name,
        @Nullable String slogan,
        Appeal.@Nullable Goal goal,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Campaign.Phase phase,
        List<Appeal.Action> actions,
        @Nullable Picture picture,
        @Nullable List<Thermometer.Sum> raised,
        @Nullable Integer gifts) {

    static CampaignBlock of(
            Campaign campaign, Campaign.Phase phase, @Nullable Picture picture, Thermometer.@Nullable Level level) {
        var appeal = campaign.appeal();
        return new CampaignBlock(
                campaign.id(),
                campaign.slug(),
                appeal.name(),
                appeal.slogan(),
                appeal.goal(),
                appeal.from(),
                appeal.until(),
                phase,
                appeal.actions(),
                picture,
                level == null ? null : level.raised(),
                level == null ? null : level.gifts());
    }
}
