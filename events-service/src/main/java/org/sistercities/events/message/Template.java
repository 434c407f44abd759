package org.sistercities.events.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Visitor;
import com.samskivert.mustache.MustacheException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercities.platform.problem.Rejection;

/**
 * How a message is worded, in a small part of Mustache: {@code {{name}}} says a {@link Fact}, {@code {{#reason}}…{{/reason}}} stands only
 * where there is one, and {@code {{^reason}}} where there is none. Facts are texts and nothing else, so there is nothing to be called and
 * nothing to be repeated. In HTML they are escaped, always.
 *
 * @param text what is shown where HTML is not
 */
record Template(String subject, String text, String html) {
    private static final Pattern NOT_OURS = Pattern.compile("\\{\\{\\s*[{&=>]");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).strictSections(true);
    private static final Mustache.Compiler HTML = PLAIN.escapeHTML(true);
    private static final Map<String, String> EXAMPLES = words(Map.of(), true);

    /** A message's words. */
    record Worded(String subject, String text, String html) {}

    /**
     * This template, if every message of it can be written.
     *
     * @throws BadTemplate when it is no Mustache, asks for more of it than there is here, or names what is no fact
     */
    Template checked() {
        check("subject", PLAIN, subject);
        check("text", PLAIN, text);
        check("html", HTML, html);
        return this;
    }

    Worded word(Map<Fact, String> facts) {
        return worded(words(facts, false));
    }

    /** With examples of all facts that are not told. */
    Worded preview(Map<Fact, String> facts) {
        var words = new LinkedHashMap<>(EXAMPLES);
        facts.forEach((fact, text) -> words.put(fact.word(), text));
        return worded(words);
    }

    private Worded worded(Map<String, String> words) {
        var oneLine = CONTROLS.matcher(PLAIN.compile(subject).execute(words)).replaceAll(" ");
        return new Worded(
                oneLine.strip(),
                PLAIN.compile(text).execute(words),
                HTML.compile(html).execute(words));
    }

    private static Map<String, String> words(Map<Fact, String> facts, boolean examples) {
        var words = new LinkedHashMap<String, String>();
        for (var fact : Fact.values()) words.put(fact.word(), facts.getOrDefault(fact, examples ? fact.example() : ""));
        return words;
    }

    private static void check(String part, Mustache.Compiler compiler, String source) {
        if (NOT_OURS.matcher(source).find())
            throw new BadTemplate(part, "{{{, {{&, {{> and {{= are not to be had here");
        try {
            compiler.compile(source).visit(new FactsOnly(part));
        } catch (MustacheException e) {
            throw new BadTemplate(part, String.valueOf(e.getMessage()));
        }
    }

    /** Refuses names that are no facts. */
    private record FactsOnly(String part) implements Visitor {
        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            if (!EXAMPLES.containsKey(name)) throw new BadTemplate(part, "{{" + name + "}} is nothing a message knows");
        }

        @Override
        public boolean visitInclude(String name) {
            throw new BadTemplate(part, "{{>" + name + "}} is not to be had here");
        }

        @Override
        public boolean visitSection(String name) {
            visitVariable(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            visitVariable(name);
            return true;
        }
    }

    /** The template cannot be used. */
    static final class BadTemplate extends Rejection {
        BadTemplate(String part, String why) {
            super(Reason.INVALID, "The " + part + " cannot be used: " + why + ".");
            with("part", part);
            with("facts", Arrays.stream(Fact.values()).map(Fact::word).collect(Collectors.toList()));
        }
    }
}
