package org.sistercities.quickstart.issuer;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Hands out access tokens as any OAuth2 issuer would, on the loopback interface, for trying and testing. */
public final class DevelopmentIssuer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI uri;

    private DevelopmentIssuer(ConfigurableApplicationContext context, URI uri) {
        this.context = context;
        this.uri = uri;
    }

    /**
     * Starts it.
     *
     * @throws NotForProduction under the {@code production} profile
     */
    public static DevelopmentIssuer start(int port, Identity identity) {
        var uri = URI.create("http://127.0.0.1:" + port);
        var context = new SpringApplicationBuilder(IssuerConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // the launcher stops it, after the services
                .properties(Map.of(
                        "server.address",
                        "127.0.0.1",
                        "server.port",
                        port,
                        "server.tomcat.threads.max",
                        4,
                        "spring.security.oauth2.authorizationserver.issuer",
                        uri.toString()))
                .initializers(started -> {
                    refuseProduction(started.getEnvironment());
                    ((GenericApplicationContext) started).registerBean(Identity.class, () -> identity);
                })
                .run();
        return new DevelopmentIssuer(context, uri);
    }

    /** The {@code iss} of its tokens. */
    public URI uri() {
        return uri;
    }

    /** Where clients fetch tokens. */
    public URI tokenEndpoint() {
        return uri.resolve("/oauth2/token");
    }

    @Override
    public void close() {
        context.close();
    }

    private static void refuseProduction(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) throw new NotForProduction();
    }

    /** Somebody tried to use it where real people's data may be. */
    public static final class NotForProduction extends IllegalStateException {
        NotForProduction() {
            super(
                    "The development issuer does not run under the production profile. Use a real OpenID Connect issuer.");
        }
    }
}
