package org.sistercities.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page, and how dates, numbers and names are written for them. The language is one the site is written in; how
 * dates look also depends on the region they say they are from.
 */
public final class Visitor {
    private static final Locale ENGLISH_ANYWHERE = Locale.forLanguageTag("en-001");
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private final Locale locale;
    private final String path;
    private final @Nullable String authorization;
    private final @Nullable String here;

    private Visitor(Locale locale, String path, @Nullable String authorization, @Nullable String here) {
        this.locale = locale;
        this.path = path;
        this.authorization = authorization;
        this.here = here;
    }

    /**
     * The visitor who sent this.
     *
     * @param accepted Accept-Language, as it came
     * @param path of the page
     */
    static Visitor of(@Nullable String accepted, String path) {
        return new Visitor(locale(accepted), path, null, null);
    }

    /** The same visitor, reading the language they have chosen; how dates look stays as their region has it, if it has the language. */
    Visitor reading(String language) {
        var chosen = locale.getLanguage().equals(language) ? locale : locale(language);
        return new Visitor(chosen, path, authorization, here);
    }

    /** The same visitor, who has signed in; {@code bearer} is the header that says so. */
    Visitor signedIn(@Nullable String bearer) {
        return new Visitor(locale, path, bearer, here);
    }

    /** The same visitor on a page that can be asked for again at this address. */
    Visitor at(String address) {
        return new Visitor(locale, path, authorization, address);
    }

    private static Locale locale(@Nullable String accepted) {
        for (var range : ranges(accepted)) {
            var wanted = Locale.forLanguageTag(range.getRange());
            if (wanted.getLanguage().equals("de")) return wanted.stripExtensions();
            if (wanted.getLanguage().equals("en"))
                return wanted.getCountry().isEmpty() ? ENGLISH_ANYWHERE : wanted.stripExtensions();
        }
        return ENGLISH_ANYWHERE;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            return accepted == null || accepted.isBlank() ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The language the page is in, as HTML names it. */
    public String language() {
        return locale.getLanguage();
    }

    /** Whether they have signed in; what they may do, the services decide. */
    public boolean isSignedIn() {
        return authorization != null;
    }

    /** What says who they are, as the gateway has told it; for the APIs and for nobody else. */
    public Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }

    /** The address of this page in the other language; null where the page is the answer to a form. */
    public @Nullable String elsewhere() {
        if (here == null) return null;
        return here + (here.contains("?") ? "&" : "?") + "lang=" + otherLanguage();
    }

    /** The language the site is written in, too. */
    public String otherLanguage() {
        return language().equals("de") ? "en" : "de";
    }

    /** Whether this is the page, or one below it. */
    public boolean isIn(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }

    public String path() {
        return path;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String decimal(double value) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** An amount in its currency, without cents where there are none. */
    public String money(String amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        var value = new BigDecimal(amount);
        if (value.stripTrailingZeros().scale() <= 0) format.setMaximumFractionDigits(0);
        return format.format(value);
    }

    /** A date as far as it is known: an ISO year, year-month or date. */
    public String date(String iso) {
        return switch (iso.length()) {
            case YEAR -> iso;
            case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(YearMonth.parse(iso));
            default -> date(LocalDate.parse(iso));
        };
    }

    /** Day and time as the clock at the venue shows them. */
    public String moment(OffsetDateTime time) {
        return date(time.toLocalDate()) + ", " + time(time);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** The day somewhere. */
    public String date(Instant instant, String zone) {
        return date(LocalDate.ofInstant(instant, ZoneId.of(zone)));
    }

    /** The day of the week, too. */
    public String fullDate(OffsetDateTime time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(time);
    }

    public String day(OffsetDateTime time) {
        return DateTimeFormatter.ofPattern("d", locale).format(time);
    }

    public String month(OffsetDateTime time) {
        return DateTimeFormatter.ofPattern("LLL", locale).format(time);
    }

    /** As a clock on the wall shows it. */
    public String time(OffsetDateTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** The time of an instant on the clocks of a zone. */
    public String time(Instant instant, String zone) {
        return time(instant.atZone(ZoneId.of(zone)).toOffsetDateTime());
    }

    /** Day and time of an instant in a zone. */
    public String moment(Instant instant, String zone) {
        var there = instant.atZone(ZoneId.of(zone)).toOffsetDateTime();
        return date(there.toLocalDate()) + ", " + time(there);
    }

    /** What the zone's time is called then, such as Eastern Daylight Time. */
    public String zone(OffsetDateTime time, String zone) {
        return DateTimeFormatter.ofPattern("zzzz", locale).format(time.atZoneSameInstant(ZoneId.of(zone)));
    }

    /** The same of an instant. */
    public String zone(Instant instant, String zone) {
        return zone(instant.atOffset(ZoneOffset.UTC), zone);
    }

    /** A country by its ISO code. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** A language by its BCP 47 tag. */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    /** Names as they are listed in a sentence: A, B and C. */
    public String list(List<String> names) {
        return java.text.ListFormat.getInstance(
                        locale, java.text.ListFormat.Type.STANDARD, java.text.ListFormat.Style.FULL)
                .format(names);
    }
}
