package org.sistercities.city.certificate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What certificates say about where they come from.
 *
 * @param verifyAt the address that verifies a certificate, with {@code {number}} in place of its number; the QR code leads there
 * @param network who keeps the register
 */
@ConfigurationProperties("sistercities.certificate")
record CertificateProperties(
        @DefaultValue("http://localhost:8080/api/v1/partnerships/verification?certificate={number}")
        String verifyAt,

        @DefaultValue("Sister Cities") String network) {

    String verifyAt(String number) {
        return verifyAt.replace("{number}", number);
    }
}
