package org.sistercities.content.imports;

import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * What Markdown's signs cannot say, or would say though nobody meant it, is put in HTML's words: stress that begins or ends within a word,
 * signs at the begin of a line that the renderer does not know of.
 */
final class Stress {
    private static final String BEGINS = "+~=";

    private Stress() {}

    static void settle(Node within) {
        for (var child = within.getFirstChild(); child != null; ) {
            var next = child.getNext();
            if (child instanceof Text text && isAtBegin(text)) disarm(text);
            child = next;
        }
        settleStress(within);
    }

    private static boolean isAtBegin(Text text) {
        return text.getPrevious() == null || text.getPrevious() instanceof HardLineBreak;
    }

    private static void disarm(Text text) {
        var literal = text.getLiteral();
        if (BEGINS.indexOf(literal.charAt(0)) < 0) return;
        var sign = new HtmlInline();
        sign.setLiteral("&#" + (int) literal.charAt(0) + ";");
        text.insertBefore(sign);
        if (literal.length() > 1) text.setLiteral(literal.substring(1));
        else text.unlink();
    }

    private static void settleStress(Node within) {
        for (var child = within.getFirstChild(); child != null; ) {
            var next = child.getNext();
            settleStress(child);
            var name = child instanceof StrongEmphasis ? "strong" : child instanceof Emphasis ? "em" : null;
            if (name != null && !isClear(child)) spellOut(child, name);
            child = next;
        }
    }

    private static boolean isClear(Node stress) {
        return isClear(stress.getPrevious(), true, first(stress)) && isClear(stress.getNext(), false, last(stress));
    }

    /** Whether a star between the neighbour and the edge of the stressed words opens or closes, and nothing else. */
    private static boolean isClear(@Nullable Node neighbour, boolean isBefore, int edge) {
        if (neighbour == null || neighbour instanceof HardLineBreak) return true;
        if (!(neighbour instanceof Text text)) return false;
        var literal = text.getLiteral();
        int outer = isBefore ? literal.codePointBefore(literal.length()) : literal.codePointAt(0);
        return Character.isWhitespace(outer) || Character.isLetterOrDigit(edge);
    }

    private static int first(Node stress) {
        return stress.getFirstChild() instanceof Text text ? text.getLiteral().codePointAt(0) : '*';
    }

    private static int last(Node stress) {
        return stress.getLastChild() instanceof Text text
                ? text.getLiteral().codePointBefore(text.getLiteral().length())
                : '*';
    }

    private static void spellOut(Node stress, String name) {
        var begin = new HtmlInline();
        begin.setLiteral("<" + name + ">");
        stress.insertBefore(begin);
        for (var child = stress.getFirstChild(); child != null; child = stress.getFirstChild())
            stress.insertBefore(child);
        var end = new HtmlInline();
        end.setLiteral("</" + name + ">");
        stress.insertBefore(end);
        stress.unlink();
    }
}
