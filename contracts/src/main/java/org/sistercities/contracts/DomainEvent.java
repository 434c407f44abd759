package org.sistercities.contracts;

/**
 * A fact a service has stored and tells the others, in the past tense. It carries the state it announces, so a consumer
 * that missed an older one loses nothing. Every record says its wire name with {@link EventType}.
 */
public interface DomainEvent {}
