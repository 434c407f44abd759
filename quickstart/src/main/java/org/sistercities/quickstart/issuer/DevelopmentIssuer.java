package org.sistercities.quickstart.issuer;

import java.net.URI;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Hands out access tokens as any OAuth2 issuer would, on the loopback interface, for trying and testing. */
public final class DevelopmentIssuer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private DevelopmentIssuer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it; {@code uri}, the {@code iss} of its tokens, says where.
     *
     * @throws NotForProduction under the {@code production} profile
     */
    public static DevelopmentIssuer start(URI uri, Identity identity) {
        var context = new SpringApplicationBuilder(IssuerConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // the launcher stops it, after the services
                .initializers(starting -> {
                    refuseProduction(starting.getEnvironment());
                    starting.getBeanFactory().registerSingleton("identity", identity);
                })
                .run(
                        "--server.address=" + uri.getHost(),
                        "--server.port=" + uri.getPort(),
                        "--server.tomcat.threads.max=4",
                        "--spring.security.oauth2.authorizationserver.issuer=" + uri);
        return new DevelopmentIssuer(context);
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
            super("The development issuer does not run under the production profile. Use a real OpenID Connect one.");
        }
    }
}
