package org.sistercities.content.search;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Where the sentences of a text begin and end, as was found when it was indexed: to find it again for each hit took half of a search.
 * The JDK's iterator says the same of the same text.
 */
final class Sentences extends BreakIterator {
    private int[] ends = {0};
    private CharacterIterator text = new StringCharacterIterator("");
    private int at;

    /** As few bytes, to be kept with the text: how far each sentence's end is from the last one's, seven bits to a byte. */
    static BytesRef written(String text) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        var bytes = new BytesRef(text.length() / 32 + 8);
        int last = sentences.first();
        for (int end = sentences.next(); end != DONE; last = end, end = sentences.next()) append(bytes, end - last);
        return bytes;
    }

    private static void append(BytesRef bytes, int number) {
        if (bytes.length + 5 > bytes.bytes.length) bytes.bytes = Arrays.copyOf(bytes.bytes, bytes.length * 2 + 5);
        for (int rest = number; ; rest >>>= 7) {
            boolean isLast = rest < 0x80;
            bytes.bytes[bytes.length++] = (byte) (isLast ? rest : (rest & 0x7F) | 0x80);
            if (isLast) return;
        }
    }

    /** The text that is set next has these. */
    void read(BytesRef written) {
        var in = new ByteArrayDataInput(written.bytes, written.offset, written.length);
        var found = new int[written.length + 1];
        int count = 1;
        while (!in.eof()) {
            found[count] = found[count - 1] + in.readVInt();
            count++;
        }
        ends = Arrays.copyOf(found, count);
    }

    @Override
    public void setText(CharacterIterator next) {
        text = next;
        at = 0;
        if (ends[ends.length - 1] != next.getEndIndex())
            throw new IllegalStateException("these are the sentences of another text");
    }

    @Override
    public CharacterIterator getText() {
        return text;
    }

    @Override
    public int first() {
        at = 0;
        return current();
    }

    @Override
    public int last() {
        at = ends.length - 1;
        return current();
    }

    @Override
    public int current() {
        return ends[at];
    }

    @Override
    public int next(int n) {
        int there = at + n;
        at = Math.clamp(there, 0, ends.length - 1);
        return at == there ? current() : DONE;
    }

    @Override
    public int next() {
        return next(1);
    }

    @Override
    public int previous() {
        return next(-1);
    }

    @Override
    public int following(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        int next = found < 0 ? -found - 1 : found + 1;
        at = Math.min(next, ends.length - 1);
        return next < ends.length ? current() : DONE;
    }

    @Override
    public int preceding(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        int before = (found < 0 ? -found - 1 : found) - 1;
        at = Math.max(before, 0);
        return before >= 0 ? current() : DONE;
    }
}
