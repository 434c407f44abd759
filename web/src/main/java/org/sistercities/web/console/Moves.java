package org.sistercities.web.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercities.web.api.Refused;
import org.sistercities.web.staff.Fields;

/** What the API would not do with a form, in its own words. */
public final class Moves {
    private static final int STALE = 412;

    private Moves() {}

    /** For the page that is shown again; {@code wrong} says by field what is not right. */
    public static Map<String, Object> told(Refused refused) {
        var told = new HashMap<String, Object>();
        told.put("trouble", refused.type());
        told.put("detail", refused.detail());
        var wrong = new LinkedHashMap<String, String>();
        refused.errors().forEach((pointer, detail) -> wrong.putIfAbsent(Fields.named(pointer), detail));
        told.put("wrong", wrong);
        told.put("stale", isStale(refused));
        return told;
    }

    /** Whether somebody else was faster. */
    public static boolean isStale(Refused refused) {
        return refused.status() == STALE;
    }
}
