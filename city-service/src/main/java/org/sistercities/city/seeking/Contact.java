package org.sistercities.city.seeking;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom to talk to in a city. Personal data: shown by a {@link Handshake} alone, and in no text form for a log to keep. */
record Contact(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String office,
        @NotNull @Email @Size(max = 254) String email,

        @Nullable @Pattern(regexp = "[+0-9 ()/.-]{3,40}", message = "must be a telephone number")
        String phone) {

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
