package org.sistercities.content.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Figures;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.site.Conditional;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns for visitors, from memory. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Public
class CampaignController {
    private final Campaigns campaigns;
    private final Gallery gallery;
    private final JsonMapper json;

    CampaignController(Campaigns campaigns, Gallery gallery, JsonMapper json) {
        this.campaigns = campaigns;
        this.gallery = gallery;
        this.json = json;
    }

    /** A campaign's own page. */
    record CampaignPage(@JsonUnwrapped CampaignBlock block, String html) {}

    /** The published ones, those that run first. */
    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var published = campaigns.published();
        var state = published.stream().map(campaigns::stamp).collect(Collectors.joining("\n"));
        return answer(state, known, new Page<>(published, null).map(campaign -> campaigns.block(campaign.state())));
    }

    @GetMapping("/{slugOrId}")
    ResponseEntity<byte[]> campaign(
            @PathVariable String slugOrId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var campaign = campaigns.bySlugOrId(slugOrId).orElseThrow(() -> new NoSuchAggregate("campaign", slugOrId));
        var html = Figures.in(
                campaign.state().text().html(), id -> gallery.find(id).map(image -> Picture.of(image, "")));
        return answer(campaigns.stamp(campaign), known, new CampaignPage(campaigns.block(campaign.state()), html));
    }

    /** Who has given, as far as they want it to be read. */
    @GetMapping("/{slugOrId}/donors")
    ResponseEntity<byte[]> donors(
            @PathVariable String slugOrId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var campaign = campaigns.bySlugOrId(slugOrId).orElseThrow(() -> new NoSuchAggregate("campaign", slugOrId));
        var wall = campaigns.wall(campaign.id());
        return answer(wall.toString(), known, wall);
    }

    private ResponseEntity<byte[]> answer(String state, @Nullable String known, Object body) {
        return Conditional.answer(
                Conditional.tag(state), known, MediaType.APPLICATION_JSON, () -> json.writeValueAsBytes(body));
    }
}
