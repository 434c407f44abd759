package org.sistercities.quickstart.issuer;

import java.net.URI;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Signs people in and hands out tokens as any OpenID Connect issuer would, on the loopback interface, for trying and testing. */
public final class DevelopmentIssuer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private DevelopmentIssuer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it; {@code uri}, the {@code iss} of its tokens, says where. People who sign in come from {@code gateway}.
     *
     * @throws NotForProduction under the {@code production} profile
     */
    public static DevelopmentIssuer start(URI uri, URI gateway, Identity identity) {
        var context = new SpringApplicationBuilder(IssuerConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // the launcher stops it, after the services
                .initializers(starting -> {
                    refuseProduction(starting.getEnvironment());
                    starting.getBeanFactory().registerSingleton("identity", identity);
                    starting.getBeanFactory().registerSingleton("gateway", gateway);
                })
                .run(
                        "--server.address=" + uri.getHost(),
                        "--server.port=" + uri.getPort(),
                        "--server.tomcat.threads.max=4",
                        "--server.servlet.session.cookie.name=issuer-session",
                        "--server.servlet.session.cookie.same-site=lax",
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
