package org.sistercities.content.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Picture;

/** The block of a campaign, the same wherever it is shown. */
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
        @Nullable Picture picture) {

    static CampaignBlock of(Campaign campaign, Campaign.Phase phase, @Nullable Picture picture) {
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
                picture);
    }
}
