package org.sistercities.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request of a member of staff that wanted to change something, and what became of it. No body, no query: what was changed stands
 * in the thing's own history, and guests' data do not get here.
 *
 * @param id sorts by time
 * @param subject of the access token, or the name of the device
 * @param roles at that moment, such as {@code editor}
 * @param endpoint method and path as documented, such as {@code PUT /api/v1/stories/{id}}
 * @param path as it was asked, with its ids
 * @param created where what was made is to be found
 * @param status of the answer; 4xx when it was refused
 * @param traceId under which logs and traces tell the rest
 */
record AuditEntry(
        String id,
        Instant at,
        String subject,
        List<String> roles,
        String endpoint,
        String path,
        @Nullable String created,
        int status,
        @Nullable String traceId) {}
