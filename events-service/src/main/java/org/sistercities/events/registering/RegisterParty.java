package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Application;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.Party;
import org.sistercities.events.party.PrintedName;

/**
 * A party asks for tickets; its guests may be named now or later.
 *
 * @param code a word that opens ticket types or makes tickets cheaper
 * @param hold whether places are only to be held while the party fills in its details; then even its contact may follow
 * @param joinWaitingList whether it will wait if there are no places; then it is told where it stands in line
 */
record RegisterParty(
        @Nullable @Valid Contact contact,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Tickets> tickets,

        @Size(max = 1000)
        List<@NotBlank @Size(max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE) String> guests,

        @Nullable @Size(max = 40) String code,
        @Nullable Boolean hold,
        @Nullable Boolean joinWaitingList) {

    RegisterParty {
        guests = Objects.requireNonNullElse(guests, List.of()); // may be absent
    }

    /** @param known what the code is, if one was sent */
    Application application(@Nullable Code known) {
        var people = new Party(contact, guests.stream().map(Guest::named).toList());
        return new Application(people, tickets, known, Boolean.TRUE.equals(hold), Boolean.TRUE.equals(joinWaitingList));
    }
}
