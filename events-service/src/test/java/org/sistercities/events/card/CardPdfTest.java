package org.sistercities.events.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.events.event.Event;
import org.sistercities.events.guests.ListedGuest;
import org.sistercities.events.registration.KnownParty.Right;
import org.sistercities.platform.pdf.Typeface;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardPdfTest {
    private static final Event GALA = aGala().with("gala", "ballroom").build();

    @ParameterizedTest
    @EnumSource(Stationery.class)
    void each_guest_has_a_card_on_every_kind_of_sheet(Stationery sheet) throws IOException {
        var cards = Stream.of("Ada Byron", "Zoë Müller-Lüdenscheidt", "李小龍", "Νίκος Καζαντζάκης", "Лев Толстой", "")
                .map(name -> Card.badge(GALA, guest(name.isEmpty() ? null : name, null)))
                .toList();
        try (var pdf = pdf(sheet, cards)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo((6 + sheet.cardsAPage() - 1) / sheet.cardsAPage());
            assertThat(text(pdf).replaceAll("\\s", ""))
                    .contains("AdaByron", "Müller-Lüdenscheidt", "李小龍", "Καζαντζάκης", "Толстой", "GuestofMariaRossi");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Her Excellency the Right Honourable Baroness Maria Theresia Walburga Amalia Christina von Habsburg-Lothringen",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                "王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王"
            })
    void a_long_name_is_wrapped_or_set_smaller_but_all_of_it_is_there_and_inside_the_card(String name)
            throws IOException {
        var card = Card.badge(GALA, guest(name, "Ambassador Extraordinary and Plenipotentiary of the Republic"));
        try (var document = new PDDocument()) {
            var plain = new Ruler(Typeface.regular(document));
            var bold = new Ruler(Typeface.bold(document));
            for (var sheet : Stationery.values()) {
                var box = sheet.card(0);
                var set = Wrapped.in(box.getWidth() - 24, box.getHeight() - 24, card, plain, bold);
                assertThat(set.height()).isLessThanOrEqualTo(box.getHeight() - 24);
                for (var line : set.lines()) assertThat(line.width()).isLessThanOrEqualTo(box.getWidth() - 24);
            }
        }
        try (var pdf = pdf(Stationery.A4, List.of(card))) {
            assertThat(text(pdf).replaceAll("\\s", "")).contains(name.replaceAll("\\s", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Stationery.class)
    void cards_lie_on_the_page_and_not_on_each_other(Stationery sheet) {
        for (int i = 0; i < sheet.cardsAPage(); i++) {
            var card = sheet.card(i);
            assertThat(card.getLowerLeftX()).isGreaterThanOrEqualTo(-0.01f);
            assertThat(card.getLowerLeftY()).isGreaterThanOrEqualTo(-0.01f);
            assertThat(card.getUpperRightX()).isLessThanOrEqualTo(sheet.page().getWidth() + 0.01f);
            assertThat(card.getUpperRightY()).isLessThanOrEqualTo(sheet.page().getHeight() + 0.01f);
            for (int j = 0; j < i; j++) {
                var other = sheet.card(j);
                boolean apart = other.getUpperRightX() <= card.getLowerLeftX() + 0.01f
                        || card.getUpperRightX() <= other.getLowerLeftX() + 0.01f
                        || card.getUpperRightY() <= other.getLowerLeftY() + 0.01f
                        || other.getUpperRightY() <= card.getLowerLeftY() + 0.01f;
                assertThat(apart).isTrue();
            }
        }
    }

    @Test
    void without_guests_there_is_an_empty_page() throws IOException {
        try (var pdf = pdf(Stationery.A4, List.of())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void two_thousand_guests_are_no_trouble() throws IOException {
        var cards = Collections.nCopies(2_000, Card.badge(GALA, guest("Zoë 李 Müller", "Ambassador of Italy")));
        var started = System.nanoTime();
        try (var pdf = pdf(Stationery.A4, cards)) {
            System.out.printf("2,000 badges: %d ms%n", (System.nanoTime() - started) / 1_000_000);
            assertThat(pdf.getNumberOfPages()).isEqualTo(200);
        }
    }

    @Test
    void cards_lie_by_precedence_or_by_the_last_word_of_the_name() {
        var guests = List.of(
                ranked("Zoë Öztürk", null), ranked("Ada Byron", 20), ranked("Max Zuse", 10), ranked("Bob Obama", 20));
        assertThat(guests.stream().sorted(Sorting.NAME.order()).map(ListedGuest::name))
                .containsExactly("Ada Byron", "Bob Obama", "Zoë Öztürk", "Max Zuse");
        assertThat(guests.stream().sorted(Sorting.PRECEDENCE.order()).map(ListedGuest::name))
                .containsExactly("Max Zuse", "Ada Byron", "Bob Obama", "Zoë Öztürk");
    }

    private static PDDocument pdf(Stationery sheet, List<Card> cards) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new CardPdf(sheet).write("Badges", cards, bytes);
        return Loader.loadPDF(bytes.toByteArray());
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static ListedGuest ranked(String name, Integer precedence) {
        return guest(name, null, precedence);
    }

    private static ListedGuest guest(String name, String title) {
        return guest(name, title, null);
    }

    private static ListedGuest guest(String name, String title, Integer precedence) {
        return new ListedGuest(
                "r-1",
                "r",
                1,
                name,
                title,
                null,
                "gala",
                "CONFIRMED",
                Right.TO_ENTER,
                "Maria Rossi",
                "maria@example.org",
                NOON,
                null,
                null,
                Map.of(),
                null,
                precedence,
                null);
    }
}
