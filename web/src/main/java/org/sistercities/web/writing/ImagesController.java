package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/** All pictures, and a new one. */
@Controller
@RequestMapping("/console/images")
class ImagesController {
    private static final int PAGE = 24;
    private static final int MOST = 16 * 1024 * 1024; // a little more than the API takes, so that it says so itself

    private final Desk desk;
    private final Pages pages;

    ImagesController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var told = new HashMap<String, Object>();
        if (cursor != null) told.put("cursor", cursor);
        return shown(HttpStatus.OK, desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR), told, visitor);
    }

    /** The file and what it shows; where it must be seen and whose it is, the next page asks. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> upload(ServerWebExchange exchange, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var parts = exchange.getMultipartData().blockOptional().orElseThrow();
        var alt = text(parts, "alt");
        var file = bytes(parts);
        if (file.length == 0) return again(staff, alt, Told.ours("file-missing", java.util.List.of("file")), visitor);
        var key = Form.key(text(parts, "key"), alt + DigestUtils.md5DigestAsHex(file));
        try {
            var image = staff.upload(ApiPath.of("images").with("alt", alt), file, key, Image.class);
            return Pages.seeOther("/console/images/" + image.id());
        } catch (Refused refused) {
            return again(staff, alt, Told.of(refused), visitor);
        }
    }

    private static String text(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }

    private static byte[] bytes(MultiValueMap<String, Part> parts) {
        @Nullable Part file = parts.getFirst("file");
        if (file == null) return new byte[0];
        return DataBufferUtils.join(file.content(), MOST)
                .map(ImagesController::bytes)
                .blockOptional()
                .orElse(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private ResponseEntity<byte[]> again(Staff staff, String alt, Told told, Visitor visitor) {
        return shown(Told.status(), staff, Map.of("told", told, "alt", alt), visitor);
    }

    private ResponseEntity<byte[]> shown(HttpStatus status, Staff staff, Map<String, ?> told, Visitor visitor) {
        var path = ApiPath.of("images").with("cursor", told.get("cursor")).with("limit", PAGE);
        var model = new HashMap<String, Object>(Map.of("alt", ""));
        model.putAll(told);
        model.put("images", staff.later(Image.Listed.class, path).part());
        model.put("key", UUID.randomUUID().toString());
        return pages.own(status, "console-images", visitor, model);
    }
}
