package org.sistercities.events.message;

import java.util.List;
import org.springframework.core.io.ByteArrayResource;

/** A message as it is sent. */
record Letter(String name, String email, Template.Worded words, List<Attachment> attachments) {

    /** A file that goes with it; {@code type} is its media type. */
    record Attachment(String name, String type, ByteArrayResource bytes) {}
}
