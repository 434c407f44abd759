package org.sistercities.web.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partnership as the API tells it. */
record PartnershipPage(
        String id,
        String kind,
        String status,
        List<Party> parties,
        @Nullable String since,
        @Nullable Former before,
        @Nullable LocalDate until,
        @Nullable String certificate,
        @Nullable Agreement agreement,
        List<Signature> signatures,
        List<Resolution> resolutions,
        List<Session> sessions,
        List<Step> history) {

    /** What it was before. */
    record Former(String kind, @Nullable String since) {}

    /** One side, as it was called when it was proposed. */
    record Party(String cityId, String name, String countryCode) {}

    /** The text all have signed, by language. */
    record Agreement(Map<String, String> texts, String textHash) {}

    /** The head of one side has signed. */
    record Signature(
            String cityId,
            Signatory signatory,
            LocalDate signedOn,
            @Nullable String place,
            @Nullable String sessionId) {}

    record Signatory(String name, String title) {}

    record Resolution(
            String cityId,
            String body,
            String reference,
            LocalDate date,
            @Nullable String link) {}

    /** A signing over video. */
    record Session(String id, Instant startsAt, List<LocalTime> localTimes) {}

    record LocalTime(String cityId, String name, String zone, OffsetDateTime startsAt) {}

    record Step(
            String what,
            String kind,
            String status,
            @Nullable String cityId,
            Instant at,
            @Nullable String note) {}

    /** What the heads of this side have signed, if they have. */
    public @Nullable Signature signatureOf(String cityId) {
        return signatures.stream()
                .filter(signature -> signature.cityId().equals(cityId))
                .findFirst()
                .orElse(null);
    }

    /** What a city is called here. */
    public String nameOf(@Nullable String cityId) {
        return parties.stream()
                .filter(party -> party.cityId().equals(cityId))
                .map(Party::name)
                .findFirst()
                .orElse("");
    }
}
