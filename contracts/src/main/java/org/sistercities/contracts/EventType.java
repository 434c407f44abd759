package org.sistercities.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code ce_type} of a domain event, such as {@code city.partnership-signed.v1}. A released type only ever gains
 * optional properties; anything else is a new type with the next version, published beside the old one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {
    String value();
}
