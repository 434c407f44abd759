package org.sistercities.city.certificate;

import static org.sistercities.city.certificate.Sheet.GREY;
import static org.sistercities.city.certificate.Sheet.INK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.signing.Signature;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.city.signing.SigningSession.Witness;
import org.sistercities.platform.pdf.Typeface;
import org.springframework.stereotype.Component;

/** Sets a certificate. The same facts give the same bytes. */
@Component
class CertificatePdf {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final float QR_SIZE = 110;

    private final Titles titles = new Titles();
    private final Countries countries;
    private final CertificateProperties properties;

    CertificatePdf(Countries countries, CertificateProperties properties) {
        this.countries = countries;
        this.properties = properties;
    }

    byte[] of(Certificate certificate) {
        try (var document = new PDDocument();
                var plain = Typeface.regular(document);
                var bold = Typeface.bold(document)) {
            describe(document, certificate);
            try (var sheet = new Sheet(document)) {
                heading(sheet, plain, bold, certificate);
                for (var signature : certificate.deed().signatures())
                    signed(sheet, plain, bold, certificate, signature);
                for (var session : certificate.sessions()) witnessed(sheet, plain, session);
                proof(sheet, plain, bold, certificate);
                if (plain.hasTransliterated() || bold.hasTransliterated())
                    sheet.centred(
                            plain, 7, GREY, "Some names stand here in Latin letters; the register has the original.");
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument document, Certificate certificate) {
        var number = certificate.deed().certificateNumber();
        var names = certificate.parties().stream().map(party -> party.name()).collect(Collectors.joining(" – "));
        var information = document.getDocumentInformation();
        information.setTitle(titles.of(certificate.kind(), List.of("en")).getFirst() + ": " + names);
        information.setSubject("Certificate " + number);
        information.setCreator(properties.network());
        information.setCreationDate(
                GregorianCalendar.from(certificate.issuedAt().atZone(ZoneOffset.UTC)));
        document.setDocumentId(Long.parseLong(number.replace("-", "").substring(0, 15), 16));
        document.getDocumentCatalog().setLanguage("en");
    }

    private void heading(Sheet sheet, Typeface plain, Typeface bold, Certificate certificate) throws IOException {
        sheet.centred(plain, 10, GREY, properties.network());
        sheet.space(14);
        for (var title : titles.of(
                certificate.kind(), certificate.deed().agreement().texts().keySet()))
            sheet.centred(bold, 24, INK, title);
        sheet.space(18);
        sheet.rule();
        sheet.space(10);
        for (var party : certificate.parties()) {
            sheet.centred(bold, 18, INK, party.name());
            sheet.centred(plain, 11, GREY, countries.nameOf(party.countryCode()));
        }
        sheet.space(10);
        sheet.centred(plain, 11, INK, "are bound by one text, signed by the head of each community, since");
        sheet.centred(bold, 13, INK, date(certificate.deed().signedOn()));
        sheet.space(16);
        sheet.rule();
    }

    private static void signed(Sheet sheet, Typeface plain, Typeface bold, Certificate certificate, Signature signature)
            throws IOException {
        sheet.room(60);
        sheet.space(10);
        sheet.centred(bold, 12, INK, signature.signatory().name());
        sheet.centred(plain, 10, INK, signature.signatory().title() + ", " + certificate.nameOf(signature.cityId()));
        sheet.centred(plain, 9, GREY, "signed on " + date(signature.signedOn()) + where(certificate, signature));
    }

    private static String where(Certificate certificate, Signature signature) {
        if (certificate.sessionOf(signature) != null) return " by video";
        return signature.place() == null ? "" : " at " + signature.place();
    }

    private static void witnessed(Sheet sheet, Typeface plain, SigningSession session) throws IOException {
        if (session.witnesses().isEmpty()) return;
        var names = session.witnesses().stream().map(CertificatePdf::named).collect(Collectors.joining("; "));
        sheet.space(10);
        sheet.centred(plain, 9, INK, "Witnessed by " + names);
    }

    private static String named(Witness witness) {
        return witness.title() == null ? witness.name() : witness.name() + ", " + witness.title();
    }

    private void proof(Sheet sheet, Typeface plain, Typeface bold, Certificate certificate) throws IOException {
        var deed = certificate.deed();
        var address = properties.verifyAt(deed.certificateNumber());
        var languages = deed.agreement().texts().keySet().stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        sheet.bottom(QR_SIZE + 70);
        sheet.square(QrCode.of(address), QR_SIZE);
        sheet.centred(bold, 11, INK, "Certificate " + deed.certificateNumber());
        sheet.centred(plain, 7.5f, GREY, "Verify at " + address);
        sheet.centred(
                plain,
                7.5f,
                GREY,
                "Text (" + languages + "), SHA-256: " + deed.agreement().textHash());
        sheet.centred(plain, 7.5f, GREY, "Seal of the last signature, SHA-256: " + deed.seal());
        sheet.centred(
                plain,
                7.5f,
                GREY,
                "Simple electronic signatures. The seal covers the text and every signature: it fits neither when altered.");
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }
}
