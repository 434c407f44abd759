package org.sistercities.city.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.city.certificate.SignedDeeds.deed;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.registry.SomeCountries;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.city.signing.SigningSession.Witness;
import org.sistercities.contracts.CityDomainEvent.Party;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificatePdfTest {
    private static final List<Party> LOCKPORT_AND_ASIAGO =
            List.of(new Party("gn3182744", "Asiago", "IT"), new Party("gn4900292", "Lockport", "US"));
    private static final Map<String, String> TEXTS = Map.of("en", "We are sisters.", "it", "Siamo sorelle.");
    private static final SigningSession SESSION = new SigningSession(
            "s1",
            Instant.parse("2014-10-03T16:00:00Z"),
            "https://video.example.org/1",
            List.of(new Witness("Ada Example", "Honorary consul")));

    private final CertificatePdf pdf = new CertificatePdf(
            SomeCountries.all(), new CertificateProperties("https://sisters.example.org/verify/{number}", "A Network"));

    @Test
    void it_names_what_who_when_and_how_to_verify() throws IOException {
        var certificate = certificate(LOCKPORT_AND_ASIAGO, TEXTS, "Roberto Rigoni", "Michael Turner");

        var text = text(pdf.of(certificate));

        assertThat(text)
                .contains("Sister City Partnership", "Gemellaggio", "Asiago", "Lockport", "Italy", "United States")
                .contains(
                        "Roberto Rigoni",
                        "Michael Turner",
                        "3 October 2014",
                        "by video",
                        "Ada Example, Honorary consul")
                .contains(certificate.deed().certificateNumber())
                .contains(certificate.deed().agreement().textHash())
                .contains(certificate.deed().seal());
        keep("certificate-lockport-asiago.pdf", pdf.of(certificate));
    }

    @Test
    void its_qr_code_leads_to_where_it_is_verified() throws Exception {
        var certificate = certificate(LOCKPORT_AND_ASIAGO, TEXTS, "R. Rigoni", "M. Turner");
        try (var document = Loader.loadPDF(pdf.of(certificate))) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
            var decoded = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels)));
            assertThat(decoded.getText())
                    .isEqualTo("https://sisters.example.org/verify/"
                            + certificate.deed().certificateNumber());
        }
    }

    @Test
    void letters_of_many_scripts_stay_what_they_are() throws IOException {
        var parties = List.of(
                new Party("a", "Αθήνα", "GR"),
                new Party("b", "Київ", "UA"),
                new Party("c", "東京", "JP"),
                new Party("d", "부산", "KR"),
                new Party("e", "Đà Nẵng", "VN"),
                new Party("f", "Łódź", "PL"));
        var texts = Map.of("el", "Αδελφές", "ja", "姉妹", "ko", "자매", "uk", "Сестри", "vi", "Kết nghĩa", "pl", "Siostry");
        var names = List.of("Κώστας", "Олексій", "小池 百合子", "박형준", "Lê Trung Chinh", "Hanna Zdanowska");

        var bytes = pdf.of(certificate(parties, texts, names.toArray(String[]::new)));
        keep("certificate-scripts.pdf", bytes);

        assertThat(Normalizer.normalize(text(bytes), Normalizer.Form.NFC))
                .contains("Αθήνα", "Київ", "東京", "부산", "Đà Nẵng", "Łódź")
                .contains("姉妹都市提携", "자매도시 결연", "Αδελφοποίηση πόλεων", "Міста-побратими")
                .contains("小池 百合子", "박형준", "Олексій")
                .doesNotContain("Latin letters");
    }

    @Test
    void letters_it_has_not_are_transliterated_and_the_certificate_says_so() throws IOException {
        var parties = List.of(new Party("a", "القاهرة", "EG"), new Party("b", "ירושלים", "IL"));

        var bytes = pdf.of(certificate(parties, Map.of("ar", "نحن أخوات", "he", "אנחנו אחיות"), "محمد 🎉", "דוד"));
        keep("certificate-transliterated.pdf", bytes);

        assertThat(text(bytes)).contains("alqahrt", "mhmd ?", "Some names stand here in Latin letters");
    }

    @Test
    void fifty_sides_with_names_of_any_length_fill_as_many_pages_as_they_need() throws IOException {
        var parties = IntStream.range(0, 50)
                .mapToObj(i -> new Party("c" + i, "City number " + i, "FR"))
                .toList();
        var names = IntStream.range(0, 50)
                .mapToObj(i ->
                        i == 0 ? "W".repeat(200) : i == 1 ? "Anna ".repeat(40).strip() : "Mayor number " + i)
                .toArray(String[]::new);

        var bytes = pdf.of(certificate(parties, TEXTS, names));
        keep("certificate-fifty.pdf", bytes);

        assertThat(text(bytes)).contains("City number 49", "Mayor number 49", "W".repeat(200));
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        var certificate = certificate(LOCKPORT_AND_ASIAGO, TEXTS, "R. Rigoni", "M. Turner");

        assertThat(pdf.of(certificate)).isEqualTo(pdf.of(certificate));
    }

    @Test
    void a_language_without_a_title_of_ours_gets_the_english_one() {
        assertThat(new Titles().of(Kind.SISTER, List.of("ga"))).containsExactly("Sister City Partnership");
        assertThat(new Titles().of(Kind.SISTER, List.of("pt-BR", "de-AT")))
                .containsExactly("Geminação de cidades", "Städtepartnerschaft");
    }

    private static Certificate certificate(List<Party> parties, Map<String, String> texts, String... names) {
        return new Certificate(Kind.SISTER, parties, deed(parties, texts, "s1", names), List.of(SESSION));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** For whoever wants to look at them. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/certificates")).resolve(name), pdf);
    }
}
