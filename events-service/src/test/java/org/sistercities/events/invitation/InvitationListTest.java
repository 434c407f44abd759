package org.sistercities.events.invitation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.invitation.InvitationList.BadLine;
import org.sistercities.events.invitation.InvitationList.BadList;
import org.sistercities.events.invitation.InvitationList.Defaults;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvitationListTest {
    private static final Instant DUE = Instant.parse("2029-01-10T23:00:00Z");
    private static final Defaults GALA = new Defaults("gala", DUE);

    @Test
    void a_line_may_say_everything() throws Exception {
        var list = list("""
                \uFEFFkey;name;title;organisation;email;category;precedence;ticketType;plusOnes;answerBy;note
                7;"Byron; Ada";Ambassador;Embassy;ada@example.org;Ambassador;10;vip;1;2029-01-09T18:00:00-05:00;with dog
                """);
        var person = list.person(list.lines().getFirst(), GALA);
        assertThat(person)
                .isEqualTo(new InvitePerson(
                        "7",
                        "Byron; Ada",
                        "Ambassador",
                        "Embassy",
                        "ada@example.org",
                        "Ambassador",
                        10,
                        "vip",
                        1,
                        Instant.parse("2029-01-09T23:00:00Z"),
                        "with dog"));
    }

    @Test
    void what_a_line_does_not_say_is_what_the_list_is_sent_with() throws Exception {
        var list = list("name,email\r\nAda,ada@example.org\r\n\r\n李,li@example.org");
        assertThat(list.lines()).hasSize(2);
        var person = list.person(list.lines().getLast(), GALA);
        assertThat(person.name()).isEqualTo("李");
        assertThat(person.ticketType()).isEqualTo("gala");
        assertThat(person.answerBy()).isEqualTo(DUE);
        assertThat(person.places()).isEqualTo(1);
    }

    @Test
    void a_broken_quote_spoils_its_own_line_only() throws Exception {
        var list = list("name,email\n\"Ada,ada@example.org\nBob,bob@example.org");
        assertThatExceptionOfType(BadLine.class)
                .isThrownBy(() -> list.person(list.lines().getFirst(), GALA));
        assertThat(list.person(list.lines().getLast(), GALA).name()).isEqualTo("Bob");
    }

    @Test
    void lines_that_make_no_sense_say_why() {
        var list = list(
                "name,email,plusOnes,answerBy\nA,a@b.org,-1,\nA,a@b.org,1,tomorrow\nA,a@b.org\nA,a@b.org,99999999999,");
        assertThat(list.lines())
                .allSatisfy(line -> assertThatExceptionOfType(BadLine.class).isThrownBy(() -> list.person(line, GALA)));
        var bare = list("name,email\nA,a@b.org");
        assertThatExceptionOfType(BadLine.class)
                .isThrownBy(() -> bare.person(bare.lines().getFirst(), new Defaults(null, DUE)));
        assertThatExceptionOfType(BadLine.class)
                .isThrownBy(() -> bare.person(bare.lines().getFirst(), new Defaults("gala", null)));
    }

    @Test
    void a_list_that_cannot_be_understood_is_refused_as_a_whole() {
        for (var text : new String[] {
            "",
            "Ada,ada@example.org",
            "name,email,salary\n",
            "name,email,name\n",
            "\"name,email\n",
            "name,email" + "\nA,a".repeat(5001)
        }) assertThatExceptionOfType(BadList.class).as(text).isThrownBy(() -> list(text));
        assertThatExceptionOfType(BadList.class)
                .isThrownBy(() -> InvitationList.of("name,email\nMüller,m@b.org".getBytes(ISO_8859_1)));
    }

    @Test
    void the_same_address_is_the_same_person_however_it_is_written() throws Exception {
        var list = list("name,email\nAda,ADA@example.org\nAda,ada@example.org");
        assertThat(list.person(list.lines().getFirst(), GALA).idIn("e"))
                .isEqualTo(list.person(list.lines().getLast(), GALA).idIn("e"))
                .isNotEqualTo(list.person(list.lines().getLast(), GALA).idIn("f"));
    }

    private static InvitationList list(String text) {
        return InvitationList.of(text.getBytes(UTF_8));
    }
}
