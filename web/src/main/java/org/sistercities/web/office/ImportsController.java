package org.sistercities.web.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/** Lists of cities and of partnerships go in as files; each import has a page that says how far it has come. */
@Controller
@RequestMapping("/console/imports")
class ImportsController {
    private static final int PAGE = 50;
    private static final Map<String, MediaType> TYPES = Map.of(
            "cities", MediaType.valueOf("text/tab-separated-values"), "partnerships", new MediaType("text", "csv"));

    private final Desk desk;
    private final Pages pages;

    ImportsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** How far an import has come; of a dry run the counts are what would become of the lines. */
    record Import(
            String id,
            String state,
            boolean dryRun,
            long read,
            long recorded,
            long changed,
            long unchanged,
            long rejected,
            Instant startedAt,
            @Nullable String problem) {}

    record Rejection(long line, String reason, String text) {}

    record Rejections(List<Rejection> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<byte[]> forms(Visitor visitor) {
        desk.staff(visitor, Desk.OFFICE);
        return pages.own(HttpStatus.OK, "desk-imports", visitor, Map.of());
    }

    @PostMapping("/{kind:cities|partnerships}")
    ResponseEntity<byte[]> start(@PathVariable String kind, ServerWebExchange exchange, Visitor visitor)
            throws IOException {
        var staff = desk.staff(visitor, Desk.OFFICE); // before anything of the file is read
        var parts = exchange.getMultipartData().blockOptional().orElseThrow();
        var list = Files.createTempFile("list-", ".import");
        try {
            if (parts.getFirst("file") instanceof FilePart sent)
                sent.transferTo(list).block();
            if (Files.size(list) == 0) return refused(kind, Map.of("missing", true), visitor);
            return sent(staff, kind, list, parts.containsKey("dryRun"));
        } catch (Refused refused) {
            return refused(kind, Told.of(refused).model(), visitor);
        } finally {
            Files.deleteIfExists(list);
        }
    }

    /** The API does not say how many lines there are; the address of the page remembers. */
    @GetMapping("/{kind:cities|partnerships}/{id}")
    ResponseEntity<byte[]> progress(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long lines,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.OFFICE);
        var rejections = staff.later(
                Rejections.class,
                ApiPath.of(kind, "imports", id, "rejections")
                        .with("limit", PAGE)
                        .with("cursor", cursor));
        var model = new HashMap<String, Object>(Map.of("kind", kind, "lines", lines));
        model.put("run", staff.get(Import.class, ApiPath.of(kind, "imports", id)));
        model.put("rejections", rejections.part());
        return pages.own(HttpStatus.OK, "desk-import", visitor, model);
    }

    private static ResponseEntity<byte[]> sent(Staff staff, String kind, Path list, boolean dryRun) throws IOException {
        var type = TYPES.getOrDefault(kind, MediaType.TEXT_PLAIN);
        var run = staff.upload(ApiPath.of(kind, "imports").with("dryRun", dryRun), type, list, Import.class);
        return Pages.seeOther("/console/imports/" + kind + "/" + run.id() + "?lines=" + lines(kind, list));
    }

    /** Of partnerships the first line is a header. */
    private static long lines(String kind, Path list) throws IOException {
        try (var lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank()).count() - (kind.equals("partnerships") ? 1 : 0);
        }
    }

    private ResponseEntity<byte[]> refused(String kind, Map<String, Object> told, Visitor visitor) {
        var model = new HashMap<>(told);
        model.put("kind", kind);
        return pages.own(HttpStatus.UNPROCESSABLE_CONTENT, "desk-imports", visitor, model);
    }
}
