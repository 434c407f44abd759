package org.sistercities.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.SiteProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/** Makes pages of templates, with what browsers may do with them. */
@Component
public class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    /** Everything is ours but the images editors have linked to. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SpringWebFluxTemplateEngine templates;
    private final Assets assets;
    private final SiteProperties site;

    Pages(SpringWebFluxTemplateEngine templates, Assets assets, SiteProperties site) {
        this.templates = templates;
        this.assets = assets;
        this.site = site;
    }

    /** A page for everybody; browsers ask each time whether it has changed. */
    public ResponseEntity<byte[]> page(String template, Visitor visitor, Map<String, ?> model) {
        var html = html(template, visitor, model).getBytes(UTF_8);
        var control = CacheControl.noCache();
        return headed(HttpStatus.OK, visitor)
                .cacheControl(visitor.isSignedIn() ? control.cachePrivate() : control)
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(html) + "\"")
                .body(html);
    }

    /** A page for one visitor only: nobody keeps it, and no other site learns its address. What it says of fields is named as they are. */
    public ResponseEntity<byte[]> own(HttpStatus status, String template, Visitor visitor, Map<String, ?> model) {
        return headed(status, visitor)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(Labels.named(html(template, visitor, model)).getBytes(UTF_8));
    }

    /**
     * A page whose form leads to another site, as signing out does. Browsers hold redirects after a form to its policy, too, and
     * we do not know the issuer: so this one says nothing of forms, and must have no other.
     */
    public ResponseEntity<byte[]> leaving(String template, Visitor visitor, Map<String, ?> model) {
        var page = own(HttpStatus.OK, template, visitor, model);
        return ResponseEntity.status(page.getStatusCode())
                .headers(headers -> {
                    headers.putAll(page.getHeaders());
                    headers.set("Content-Security-Policy", POLICY.replace(" form-action 'self';", ""));
                })
                .body(page.getBody());
    }

    /** What answers a form that was taken: the page to look at next, whose address may be a secret. */
    public static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** A page that says what went wrong. */
    public ResponseEntity<byte[]> trouble(HttpStatus status, Visitor visitor, Map<String, ?> model) {
        return headed(status, visitor)
                .cacheControl(CacheControl.noStore())
                .body(html("trouble", visitor, model).getBytes(UTF_8));
    }

    private static ResponseEntity.BodyBuilder headed(HttpStatus status, Visitor visitor) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CONTENT_LANGUAGE, visitor.language())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
    }

    private String html(String template, Visitor visitor, Map<String, ?> model) {
        var variables = new HashMap<String, @Nullable Object>(model);
        variables.put("visitor", visitor);
        variables.put("assets", assets);
        variables.put("site", site.url());
        return templates.process(template, new Context(visitor.locale(), variables));
    }
}
