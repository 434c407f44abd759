package org.sistercities.platform.security;

import java.security.Principal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The one place that knows how an access token's claims become roles and grants. */
public final class Claims {
    private static final List<String> GRANTS = List.of("cities", "events");

    private Claims() {}

    /** Who has been recognised; null when it is nobody of ours. */
    public static @Nullable Caller caller(Principal principal, SecurityProperties properties) {
        return switch (principal) {
            case JwtAuthenticationToken token -> caller(token.getToken(), properties);
            case SchemeFilter.Known known -> known.caller();
            default -> null;
        };
    }

    private static Caller caller(Jwt token, SecurityProperties properties) {
        return new Caller(
                Optional.ofNullable(token.getSubject()).orElse("unknown"), roles(token, properties), grants(token));
    }

    static Set<Role> roles(Jwt token, SecurityProperties properties) {
        return roles(token.getClaims(), properties);
    }

    /** The roles that these claims, of whatever kind of token, name. */
    public static Set<Role> roles(Map<String, Object> claims, SecurityProperties properties) {
        var roles = EnumSet.noneOf(Role.class);
        strings(at(claims, properties.rolesClaim()))
                .forEach(claim -> Role.ofClaim(claim).ifPresent(roles::add));
        return roles;
    }

    private static Map<String, List<String>> grants(Jwt token) {
        var grants = new HashMap<String, List<String>>();
        for (var kind : GRANTS) grants.put(kind, strings(token.getClaims().get(kind)));
        return Map.copyOf(grants);
    }

    private static @Nullable Object at(Map<?, ?> claims, String path) {
        @Nullable Object found = claims;
        for (var step : path.split("\\.", -1)) found = found instanceof Map<?, ?> map ? map.get(step) : null;
        return found;
    }

    private static List<String> strings(@Nullable Object claim) {
        if (!(claim instanceof Collection<?> values)) return List.of();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
