package org.sistercities.city.policy;

import org.jspecify.annotations.Nullable;

/**
 * A city's own policy speaks against a proposal.
 *
 * @param rule the policy's rule in kebab case, such as {@code one-per-country}
 * @param cityId whose policy it is
 * @param reason for people
 * @param override why they went on all the same; null while nobody has said so
 */
public record Warning(
        String rule, String cityId, String reason, @Nullable String override) {

    static Warning of(String rule, String cityId, String reason) {
        return new Warning(rule, cityId, reason, null);
    }

    public boolean stands() {
        return override == null;
    }

    public Warning overridden(String note) {
        return stands() ? new Warning(rule, cityId, reason, note) : this;
    }
}
