package org.sistercities.city.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.PartnershipClient;
import org.sistercities.city.signing.Agreement;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificateComponentTest extends CityServiceTest {
    private static final String ATHENS = "gn264371";
    private static final Map<String, String> TEXTS = Map.of("en", "We are sisters.", "el", "Είμαστε αδελφές.");

    @Test
    void everyone_gets_it_once_all_have_signed() throws IOException {
        var client = new PartnershipClient(http);
        var id = client.proposed("SISTER", ADMINISTRATOR, ATHENS, SEATTLE);
        var hash = Agreement.of(TEXTS).textHash();
        client.agree(id, ADMINISTRATOR, Map.of("texts", TEXTS)).expectStatus().isOk();
        client.sign(id, SEATTLE, hash, ADMINISTRATOR, Map.of("place", "Seattle City Hall"));
        client.get(id, "/certificate.pdf")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-signed-here");
        var head = Map.of("name", "Κώστας Παπαδόπουλος", "title", "Δήμαρχος");
        client.sign(id, ATHENS, hash, ADMINISTRATOR, Map.of("signatory", head));

        var answer = client.get(id, "/certificate.pdf")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody()
                .returnResult();
        try (var document = Loader.loadPDF(answer.getResponseBody())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Athens",
                            "Seattle",
                            "Αδελφοποίηση πόλεων",
                            "Κώστας Παπαδόπουλος",
                            "Seattle City Hall",
                            hash);
        }
        http.get()
                .uri("/api/v1/partnerships/{id}/certificate.pdf", id)
                .ifNoneMatch(answer.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
        client.get("none", "/certificate.pdf").expectStatus().isNotFound();
    }
}
