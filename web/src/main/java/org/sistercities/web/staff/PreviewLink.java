package org.sistercities.web.staff;

/** A link to a preview, for people without an account, as the API makes it. */
public record PreviewLink(String url) {
    private static final String TOKEN = "token=";

    /** By which the site's own page of the preview is opened. */
    public String token() {
        return url.substring(url.indexOf(TOKEN) + TOKEN.length());
    }
}
