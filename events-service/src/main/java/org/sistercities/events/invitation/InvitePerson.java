package org.sistercities.events.invitation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Invite;
import org.sistercities.events.party.Invited;
import org.sistercities.events.party.Invitee;
import org.sistercities.events.party.PrintedName;
import org.sistercities.platform.aggregate.IdempotentRequest;

/**
 * The events team invites somebody.
 *
 * @param key by which the team's own list knows the invitation; without, it goes by the e-mail address
 * @param category such as Ambassador
 * @param precedence the smaller goes first
 * @param answerBy rounded up, to the hour for dates more than two days ahead
 * @param note for the events team only
 */
record InvitePerson(
        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String key,

        @NotBlank @Size(max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String name,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String title,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String organisation,

        @NotBlank @Size(max = 254) @Email String email,

        @Nullable @Size(min = 1, max = 60) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String category,

        @Nullable @Min(1) @Max(100_000) Integer precedence,
        @NotBlank @Size(max = 40) String ticketType,
        @Nullable @Min(0) @Max(20) Integer plusOnes,
        @NotNull Instant answerBy,
        @Nullable @Size(min = 1, max = 1000) String note) {

    /** The invitation's id: the same person is invited to an event once. */
    String idIn(String eventId) {
        var known = key != null ? "key\n" + key : "email\n" + email.toLowerCase(Locale.ROOT);
        return IdempotentRequest.sha256("invitation/" + eventId + "\n" + known).substring(0, 32);
    }

    int places() {
        return 1 + guestsOfTheirs();
    }

    Invite by(String teamMember) {
        var contact = new Contact(name, email);
        var invitee = new Invitee(contact, title, organisation);
        var invited = new Invited(invitee, null, category, precedence, ticketType, guestsOfTheirs(), answerBy, key);
        return new Invite(invited, contact, teamMember, note);
    }

    private int guestsOfTheirs() {
        return plusOnes == null ? 0 : plusOnes;
    }
}
