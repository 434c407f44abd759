package org.sistercities.city.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Signature.Signatory;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agreement and its signatures over HTTP. */
@RestController
@RequestMapping("/api/v1/partnerships/{id}")
@AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
class SigningController {
    private static final int LONGEST_TEXT = 20_000;

    private final AggregateStore<Partnership> partnerships;
    private final Network network;
    private final Parties parties;
    private final Clock clock;

    SigningController(AggregateStore<Partnership> partnerships, Network network, Parties parties, Clock clock) {
        this.partnerships = partnerships;
        this.network = network;
        this.parties = parties;
        this.clock = clock;
    }

    /** The body of an agreement: its text by BCP 47 language tag. */
    record AgreeOnText(
            @NotEmpty @Size(max = 8) Map<@NotNull String, @NotBlank @Size(max = LONGEST_TEXT) String> texts) {}

    /** The body of a signature; without {@code signedOn} it was given today, in the city's own time zone. */
    record SignAgreement(
            @NotNull @Valid HeadOfCity signatory,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textHash,
            @Nullable LocalDate signedOn) {}

    /** Who signs. */
    record HeadOfCity(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String title) {}

    @PutMapping("/agreement")
    ResponseEntity<PartnershipView> agree(
            @PathVariable String id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreeOnText request,
            Caller caller) {
        var agreement = Agreement.of(request.texts());
        return answer(partnerships.change(id, IfMatch.revision(ifMatch), partnership -> {
            Representing.mustRepresentOneOf(partnership.cityIds(), caller);
            return partnership.agree(agreement, caller.name(), clock.instant());
        }));
    }

    @PutMapping("/signatures/{cityId}")
    ResponseEntity<PartnershipView> sign(
            @PathVariable String id,
            @PathVariable String cityId,
            @Valid @RequestBody SignAgreement request,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        var signing = signing(cityId, request);
        return answer(
                partnerships.change(id, partnership -> partnership.sign(signing, caller.name(), clock.instant())));
    }

    private Signing signing(String cityId, SignAgreement request) {
        var signatory =
                new Signatory(request.signatory().name(), request.signatory().title());
        var today = LocalDate.ofInstant(clock.instant(), parties.known(cityId).zone());
        return new Signing(cityId, signatory, request.textHash(), request.signedOn(), today);
    }

    private ResponseEntity<PartnershipView> answer(Stored<Partnership> changed) {
        network.saw(changed);
        return ResponseEntity.ok().eTag(changed.etag()).body(PartnershipView.of(changed.state()));
    }
}
