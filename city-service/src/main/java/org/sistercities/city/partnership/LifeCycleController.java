package org.sistercities.city.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a partnership's life over HTTP, other than agreeing and signing. */
@RestController
@RequestMapping("/api/v1/partnerships/{id}")
class LifeCycleController {
    private final AggregateStore<Partnership> partnerships;
    private final PartnershipViews views;
    private final Clock clock;

    LifeCycleController(AggregateStore<Partnership> partnerships, PartnershipViews views, Clock clock) {
        this.partnerships = partnerships;
        this.views = views;
        this.clock = clock;
    }

    /** The body of a step; {@code city} says for which side, {@code until} to which day it is renewed. */
    record TakeStep(
            @NotNull Move step,
            @Nullable String city,
            @Nullable LocalDate until,

            @Nullable
            @Size(max = Evidence.LONGEST_NOTE)
            @Pattern(regexp = Evidence.SAYS_SOMETHING, message = Evidence.NOT_BLANK)
            String note,

            @Nullable
            @Size(max = Evidence.LONGEST_LINK)
            @Pattern(regexp = Evidence.WEB_ADDRESS, message = Evidence.ADDRESS_RULE)
            String link) {}

    /** The body of a side's resolution. */
    record PassResolution(
            @NotBlank @Size(max = 200) String body,
            @NotBlank @Size(max = 200) String reference,
            @NotNull LocalDate date,

            @Nullable
            @Size(max = Evidence.LONGEST_LINK)
            @Pattern(regexp = Evidence.WEB_ADDRESS, message = Evidence.ADDRESS_RULE)
            String link,

            @Nullable
            @Size(max = Evidence.LONGEST_NOTE)
            @Pattern(regexp = Evidence.SAYS_SOMETHING, message = Evidence.NOT_BLANK)
            String note) {

        Resolution of(String cityId) {
            return new Resolution(cityId, body, reference, date, link);
        }
    }

    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PostMapping("/steps")
    ResponseEntity<PartnershipView> take(
            @PathVariable String id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TakeStep request,
            Caller caller) {
        var evidence = new Evidence(request.note(), request.link());
        return views.answer(partnerships.change(id, IfMatch.revision(ifMatch), partnership -> {
            var act = Representing.act(partnership.cityIds(), request.city(), caller, evidence, clock.instant());
            return partnership.take(request.step(), request.until(), act);
        }));
    }

    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PutMapping("/resolutions/{cityId}")
    ResponseEntity<PartnershipView> resolve(
            @PathVariable String id,
            @PathVariable String cityId,
            @Valid @RequestBody PassResolution request,
            Caller caller) {
        var evidence = new Evidence(request.note(), request.link());
        return views.answer(partnerships.change(id, partnership -> {
            var act = Representing.act(partnership.cityIds(), cityId, caller, evidence, clock.instant());
            return partnership.resolve(request.of(cityId), act);
        }));
    }

    @Public
    @GetMapping("/history")
    ResponseEntity<Page<Step>> history(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        var stored = partnerships.get(id);
        var page = Page.of(stored.state().history(), cursor, limit);
        return ResponseEntity.ok().eTag(stored.etag()).body(page);
    }
}
