package org.sistercities.web.office;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What the staff have changed: each service keeps a trail of its own, and one is looked at at a time. Days are those of UTC. */
@Controller
class AuditTrailController {
    private static final int PAGE = 50;
    private static final List<String> SERVICES = List.of("city-service", "content-service", "events-service");
    private static final List<String> FILTERS = List.of("subject", "from", "until");

    private final Desk desk;
    private final Pages pages;

    AuditTrailController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Entry(
            Instant at,
            String subject,
            List<String> roles,
            String endpoint,
            String path,
            @Nullable String created,
            int status) {
        private static final Pattern HAS_A_PAGE = Pattern.compile("/api/v1/(cities|partnerships)/(imports/)?([^/]+)");

        public String method() {
            return endpoint.substring(0, Math.max(0, endpoint.indexOf(' ')));
        }

        public boolean isRefused() {
            return status >= HttpStatus.BAD_REQUEST.value();
        }

        /** Where what was made is to be looked at, if the consoles have a page for it. */
        public @Nullable String page() {
            if (created == null) return null;
            var found = HAS_A_PAGE.matcher(created);
            if (!found.matches()) return null;
            var imports = found.group(2) == null ? "" : "imports/";
            return "/console/" + imports + found.group(1) + "/" + found.group(3);
        }
    }

    record Entries(List<Entry> items, @Nullable String next) {}

    @GetMapping("/console/audit")
    ResponseEntity<byte[]> trail(@RequestParam Map<String, String> asked, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.OFFICE);
        var service = asked.getOrDefault("service", "");
        if (!SERVICES.contains(service)) service = SERVICES.getFirst();
        var filters = new LinkedHashMap<String, String>(Map.of("service", service));
        for (var filter : FILTERS)
            if (!asked.getOrDefault(filter, "").isBlank())
                filters.put(filter, asked.getOrDefault(filter, "").strip());
        var path = ApiPath.of("audit", service)
                .with("subject", filters.get("subject"))
                .with("from", day(filters.get("from"), 0))
                .with("until", day(filters.get("until"), 1))
                .with("cursor", asked.get("cursor"))
                .with("limit", PAGE);
        var model = new HashMap<String, Object>();
        var entries = staff.later(Entries.class, path).part();
        model.put("entries", entries);
        entries.get().map(Entries::next).ifPresent(next -> {
            filters.put("cursor", next);
            model.put("more", query(filters));
        });
        model.put("services", SERVICES);
        model.put("f", filters);
        return pages.own(HttpStatus.OK, "desk-audit", visitor, model);
    }

    /** When a day begins, or the one after it; what is no day filters nothing. */
    private static @Nullable Instant day(@Nullable String day, int later) {
        if (day == null) return null;
        try {
            return LocalDate.parse(day)
                    .plusDays(later)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The same filters for a link; begins with a question mark. */
    private static String query(Map<String, String> filters) {
        var link = UriComponentsBuilder.newInstance();
        filters.forEach((name, value) -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(filters).toUriString();
    }
}
