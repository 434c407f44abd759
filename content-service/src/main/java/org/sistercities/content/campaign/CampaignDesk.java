package org.sistercities.content.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.markdown.Typesetter;
import org.sistercities.content.story.Refused;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for editors. */
@RestController
@RequestMapping("/api/v1/campaigns")
@AllowedFor(Role.EDITOR)
class CampaignDesk {
    private final AggregateStore<Campaign> store;
    private final Campaigns campaigns;
    private final Typesetter typesetter;
    private final Clock clock;

    CampaignDesk(AggregateStore<Campaign> campaignStore, Campaigns campaigns, Typesetter typesetter, Clock clock) {
        this.store = campaignStore;
        this.campaigns = campaigns;
        this.typesetter = typesetter;
        this.clock = clock;
    }

    /** A campaign as editors see it. */
    record CampaignView(
            String id,
            Campaign.Status status,
            @JsonUnwrapped Appeal appeal,
            String address,
            String html,
            @Nullable Instant publishedAt) {

        static CampaignView of(Stored<Campaign> stored) {
            var campaign = stored.state();
            return new CampaignView(
                    stored.id(),
                    campaign.status(),
                    campaign.appeal(),
                    campaign.slug(),
                    campaign.text().html(),
                    campaign.publishedAt());
        }
    }

    /** All of them, drafts too, by name; there are few. */
    @GetMapping("/desk")
    Page<CampaignView> all() {
        var all = new java.util.ArrayList<Stored<Campaign>>();
        store.forEach(all::add);
        all.sort(Comparator.comparing(campaign -> campaign.state().appeal().name()));
        return new Page<>(all, null).map(CampaignView::of);
    }

    @GetMapping("/{id}/draft")
    ResponseEntity<CampaignView> one(@PathVariable String id) {
        return answer(store.get(id));
    }

    @PostMapping
    ResponseEntity<CampaignView> draft(
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody Appeal appeal, Caller caller) {
        var id = key.idIn("campaigns of " + caller.name());
        var text = typesetter.set(appeal.body());
        try {
            var campaign = campaigns.saw(store.create(
                    id,
                    key.of(appeal.toString()),
                    () -> Campaign.draft(id, appeal, text, caller.name(), clock.instant())));
            return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id))
                    .eTag(campaign.etag())
                    .body(CampaignView.of(campaign));
        } catch (AlreadyExists e) {
            throw new Refused.SlugTaken();
        }
    }

    /** Other words, at once where visitors see it. */
    @PutMapping("/{id}")
    ResponseEntity<CampaignView> revise(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Appeal appeal,
            Caller caller) {
        var text = typesetter.set(appeal.body());
        return change(id, ifMatch, campaign -> campaign.revise(appeal, text, caller.name(), clock.instant()));
    }

    @PostMapping("/{id}/publication")
    ResponseEntity<CampaignView> publish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return change(id, ifMatch, campaign -> campaign.publish(caller.name(), clock.instant()));
    }

    @DeleteMapping("/{id}/publication")
    ResponseEntity<CampaignView> unpublish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return change(id, ifMatch, campaign -> campaign.unpublish(caller.name(), clock.instant()));
    }

    private ResponseEntity<CampaignView> change(
            String id, @Nullable String ifMatch, java.util.function.Function<Campaign, Change<Campaign>> decision) {
        try {
            return answer(campaigns.change(id, IfMatch.revision(ifMatch), decision));
        } catch (AlreadyExists e) {
            throw new Refused.SlugTaken();
        }
    }

    private static ResponseEntity<CampaignView> answer(Stored<Campaign> campaign) {
        return ResponseEntity.ok().eTag(campaign.etag()).body(CampaignView.of(campaign));
    }
}
