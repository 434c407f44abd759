package org.sistercities.city.exports;

import org.springframework.http.MediaType;

/** How an export is written: what stands before the partnerships, each of them, what stands between two, what stands behind. */
interface ExportFormat {

    MediaType mediaType();

    /** Of a file's name, such as {@code csv}. */
    String extension();

    String begin();

    String write(ExportedPartnership partnership);

    String separator();

    String end();
}
