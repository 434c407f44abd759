package org.sistercities.events.invoice;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.registering.Links;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a party is charged, for the party itself and the events team. What was issued never changes, so its number is its ETag. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{id}")
class InvoiceController {
    private final Bookkeeper bookkeeper;
    private final InvoicePdf pdf;
    private final Links links;

    InvoiceController(Bookkeeper bookkeeper, InvoicePdf pdf, Links links) {
        this.bookkeeper = bookkeeper;
        this.pdf = pdf;
        this.links = links;
    }

    /** The last invoice; it says so if it was taken back. */
    @GetMapping("/invoice")
    InvoiceView invoice(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var account = accountFor(caller, id, token);
        return InvoiceView.of(lastInvoice(account), account);
    }

    @GetMapping("/invoice.pdf")
    ResponseEntity<byte[]> invoicePdf(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        return printed(lastInvoice(accountFor(caller, id, token)));
    }

    /** All that was ever issued, credit notes included, in order. */
    @GetMapping("/invoices")
    Page<InvoiceView> all(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var account = accountFor(caller, id, token);
        return new Page<>(account.issued(), null).map(some -> InvoiceView.of(some, account));
    }

    @GetMapping("/invoices/{number:\\d{4}-\\d{6}}.pdf")
    ResponseEntity<byte[]> onePdf(
            @PathVariable String id,
            @PathVariable String number,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        return printed(accountFor(caller, id, token).issued().stream()
                .filter(some -> some.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NoInvoice(id)));
    }

    private Account accountFor(Caller caller, String id, @Nullable String token) {
        links.who(caller, id, token);
        return bookkeeper.settled(id);
    }

    private static Invoice lastInvoice(Account account) {
        return account.lastInvoice().orElseThrow(() -> new NoInvoice(account.registrationId()));
    }

    private ResponseEntity<byte[]> printed(Invoice invoice) {
        var file =
                ContentDisposition.inline().filename(invoice.number() + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag(invoice.number())
                .header("Content-Disposition", file.toString())
                .body(pdf.of(invoice));
    }
}
