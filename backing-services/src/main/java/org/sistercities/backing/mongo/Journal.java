package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What commands changed and is not yet in the journal's file: one record a command, so that all of it is found after a crash
 * or nothing. Used only with the writing lock held.
 */
final class Journal {
    private static final int USUAL_BYTES = 1 << 14;
    private static final int HEADER_BYTES = 8;

    private ByteBuf records = Unpooled.buffer(USUAL_BYTES);
    private int recordStart;
    private boolean schemaChanged;

    Journal() {
        startRecord();
    }

    void put(String collection, byte[] document) {
        add(collection, Change.PUT, document);
    }

    void remove(String collection, @Nullable Object id) {
        add(collection, Change.REMOVE, Bson.encode(new Document("_id", id)));
    }

    private void add(String collection, byte kind, byte[] bson) {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        records.writeByte(kind)
                .writeShort(name.length)
                .writeBytes(name)
                .writeInt(bson.length)
                .writeBytes(bson);
    }

    /** Collections and indexes are not journaled: a checkpoint follows at once. */
    void schemaChanged() {
        schemaChanged = true;
    }

    /** Ends the record of a command: its length and checksum go in front. */
    void endCommand() {
        int start = recordStart + HEADER_BYTES;
        int length = records.writerIndex() - start;
        if (length > 0) {
            records.setInt(recordStart, length).setInt(recordStart + 4, checksum(records, start, length));
            startRecord();
        }
    }

    private void startRecord() {
        recordStart = records.writerIndex();
        records.writeZero(HEADER_BYTES);
    }

    /** Hands over all whole records. */
    Batch take() {
        var batch = new Batch(records.slice(0, recordStart), schemaChanged);
        records = Unpooled.buffer(USUAL_BYTES);
        schemaChanged = false;
        startRecord();
        return batch;
    }

    static int checksum(ByteBuf bytes, int start, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes.nioBuffer(start, length));
        return (int) checksum.getValue();
    }

    /** Records to write, and whether they need a checkpoint beside. */
    record Batch(ByteBuf records, boolean schemaChanged) {}

    /** One document put, or one removed, of which only the id is told. */
    record Change(String collection, boolean removed, Document document) {
        private static final byte PUT = 0;
        private static final byte REMOVE = 1;

        static Change read(ByteBuf record) {
            boolean removed = record.readByte() == REMOVE;
            String collection = record.readCharSequence(record.readUnsignedShort(), StandardCharsets.UTF_8)
                    .toString();
            byte[] bson = new byte[record.readInt()];
            record.readBytes(bson);
            return new Change(collection, removed, Bson.decode(bson));
        }
    }
}
