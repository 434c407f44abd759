package org.sistercities.city.certificate;

import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Public;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The certificate over HTTP. */
@RestController
class CertificateController {
    private final AggregateStore<Partnership> partnerships;
    private final CertificatePdf pdf;

    CertificateController(AggregateStore<Partnership> partnerships, CertificatePdf pdf) {
        this.partnerships = partnerships;
        this.pdf = pdf;
    }

    @Public
    @GetMapping("/api/v1/partnerships/{id}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable String id) {
        var certificate = Certificate.of(partnerships.get(id).state()).orElseThrow(NotSignedHere::new);
        var bytes = pdf.of(certificate);
        var file = "certificate-" + certificate.deed().certificateNumber() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file).build().toString())
                .eTag('"' + DigestUtils.md5DigestAsHex(bytes) + '"')
                .body(bytes);
    }

    /** A certificate is of a text that all heads have signed here; lists of earlier years have none. */
    static final class NotSignedHere extends Rejection {
        NotSignedHere() {
            super(Reason.CONFLICT, "There is no certificate before the heads of all sides have signed here.");
        }
    }
}
