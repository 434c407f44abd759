package org.sistercities.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sistercities.system.Browser.Tab;

/** What shuts somebody out of a page, as axe-core finds it, in light and dark. */
final class Axe {
    /** What axe-core finds, one line each. */
    private static final String FAULTS = """
            axe.run().then(found => found.violations.map(fault =>
                fault.id + ': ' + fault.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | ')))""";

    private Axe() {}

    static List<String> faults(Tab tab) throws IOException {
        var faults = new ArrayList<String>();
        if (isWiderThanSeen(tab)) faults.add("wider than the screen");
        tab.evaluate(script());
        for (boolean dark : new boolean[] {false, true})
            tab.inTheDark(dark)
                    .evaluate(FAULTS)
                    .forEach(fault -> faults.add((dark ? "dark: " : "light: ") + fault.asString()));
        return faults;
    }

    private static boolean isWiderThanSeen(Tab tab) {
        return tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                .asBoolean();
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
