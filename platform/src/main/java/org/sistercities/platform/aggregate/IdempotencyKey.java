package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** The {@code Idempotency-Key} header: 1 to 255 visible ASCII characters a client never uses for another request. */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > 255 || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f))
            throw new MalformedIdempotencyKey();
    }

    /** Read from the header by Spring. */
    public static IdempotencyKey valueOf(String value) {
        return new IdempotencyKey(value);
    }

    /** The request this key stands for. */
    public IdempotentRequest of(String content) {
        return IdempotentRequest.of(value, content);
    }

    /** An aggregate id derived from this key: the same for every repetition, 128 bits that tell nothing of the key. */
    public String idIn(String scope) {
        return IdempotentRequest.sha256(scope + "\n" + value).substring(0, 32);
    }

    /** The key has a form no client should send. */
    public static final class MalformedIdempotencyKey extends Rejection {
        MalformedIdempotencyKey() {
            super(Reason.MALFORMED, "Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
    }
}
