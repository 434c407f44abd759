package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has agreed to pay each month, as its provider sees it.
 *
 * @param reference ours; null for one that somebody else made
 * @param isOver nothing is charged for it any more
 */
public record Subscription(String id, @Nullable String reference, boolean isOver) {}
