package org.sistercities.city.certificate;

import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says of a partnership or a certificate: valid, altered or unknown. */
@RestController
@RequestMapping("/api/v1/partnerships")
class VerificationController {
    private final AggregateStore<Partnership> partnerships;

    VerificationController(AggregateStore<Partnership> partnerships) {
        this.partnerships = partnerships;
    }

    @Public
    @GetMapping("/{id}/verification")
    Verification verify(@PathVariable String id) {
        return partnerships.find(id).map(Stored::state).map(Verification::of).orElse(Verification.UNKNOWN);
    }

    /** By what stands on a certificate: its number, or its seal. */
    @Public
    @GetMapping("/verification")
    Verification verifyCertificate(@RequestParam String certificate) {
        return CertificateNumber.typed(certificate).flatMap(this::verified).orElse(Verification.UNKNOWN);
    }

    private Optional<Verification> verified(CertificateNumber number) {
        return partnerships.list(eq("state." + Partnership.CERTIFICATES, number.printed()), null, 1).stream()
                .findFirst()
                .map(Stored::state)
                .flatMap(partnership -> verified(partnership, number));
    }

    /** A seal that begins like a known number and goes on otherwise is of no certificate; an altered record has lost its own. */
    private static Optional<Verification> verified(Partnership partnership, CertificateNumber number) {
        var deed = partnership.papers().signed().stream().filter(number::isOf).findFirst();
        var verification = Verification.of(partnership, deed);
        return deed.isEmpty() && verification.result() == Verification.Result.VALID
                ? Optional.empty()
                : Optional.of(verification);
    }
}
