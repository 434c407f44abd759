package org.sistercities.events.invoice;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues invoices.
 *
 * @param address line by line
 * @param bank what a payer needs to know, line by line
 * @param taxNote printed under the total
 * @param zone whose calendar says the date and the year of a number
 */
@ConfigurationProperties("sistercities.invoice")
record InvoiceProperties(
        @DefaultValue("Sister Cities") String name,
        @DefaultValue List<String> address,
        @DefaultValue List<String> bank,
        @DefaultValue("") String taxNote,
        @DefaultValue("UTC") ZoneId zone) {

    Invoice.Issuer issuer() {
        return new Invoice.Issuer(name, address, bank, taxNote);
    }
}
