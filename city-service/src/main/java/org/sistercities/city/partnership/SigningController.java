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
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.Signature.Signatory;
import org.sistercities.city.signing.Signing;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.IfMatch;
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
    private final PartnershipViews views;
    private final Parties parties;
    private final Proposing proposing;
    private final Clock clock;

    SigningController(
            AggregateStore<Partnership> partnerships,
            PartnershipViews views,
            Parties parties,
            Proposing proposing,
            Clock clock) {
        this.partnerships = partnerships;
        this.views = views;
        this.parties = parties;
        this.proposing = proposing;
        this.clock = clock;
    }

    /** The body of an agreement: its text by BCP 47 language tag; with {@code upgradeTo} SISTER, the one that upgrades a friendship. */
    record AgreeOnText(
            @NotEmpty @Size(max = 8) Map<@NotNull String, @NotBlank @Size(max = LONGEST_TEXT) String> texts,
            @Nullable Kind upgradeTo,
            @Nullable @Valid Evidence evidence) {}

    /**
     * The body of a signature; without {@code signedOn} it was given today, in the city's own time zone. {@code place} is where, in
     * person; {@code session} is the id of a signing session, by video.
     */
    record SignAgreement(
            @NotNull @Valid HeadOfCity signatory,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textHash,
            @Nullable LocalDate signedOn,
            @Nullable @Size(max = 200) String place,
            @Nullable String session) {}

    /** Who signs. */
    record HeadOfCity(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String title) {

        Signatory signatory() {
            return new Signatory(name, title);
        }
    }

    @PutMapping("/agreement")
    ResponseEntity<PartnershipView> agree(
            @PathVariable String id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreeOnText request,
            Caller caller) {
        var agreement = Agreement.of(request.texts());
        var evidence = Evidence.orNone(request.evidence());
        try {
            return views.answer(partnerships.change(id, IfMatch.revision(ifMatch), partnership -> {
                var act = Representing.act(partnership.cityIds(), null, caller, evidence, clock.instant());
                return partnership.agree(agreement, request.upgradeTo(), act);
            }));
        } catch (AlreadyExists e) { // an upgrade to what these cities are otherwise
            throw proposing.alreadyPartners(
                    Kind.SISTER, partnerships.get(id).state().cityIds(), e);
        }
    }

    @PutMapping("/signatures/{cityId}")
    ResponseEntity<PartnershipView> sign(
            @PathVariable String id,
            @PathVariable String cityId,
            @Valid @RequestBody SignAgreement request,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        var signing = signing(cityId, request);
        return views.answer(partnerships.change(id, partnership -> {
            var act = Representing.act(partnership.cityIds(), cityId, caller, Evidence.NONE, clock.instant());
            return partnership.sign(signing, act);
        }));
    }

    private Signing signing(String cityId, SignAgreement request) {
        var today = LocalDate.ofInstant(clock.instant(), parties.known(cityId).zone());
        return new Signing(
                cityId,
                request.signatory().signatory(),
                request.textHash(),
                request.signedOn(),
                today,
                request.place(),
                request.session());
    }
}
