package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sistercities.quickstart.issuer.Identity;

/** What to open and what to try, once everything is ready. */
final class Welcome {

    private Welcome() {}

    /** The text; it shows the secrets only at the start that has made them. */
    static String text(Addresses addresses, Identity identity, DataFolder data) throws IOException {
        var file = data.shown(identity.secretsFile());
        var passwords = data.shown(Identity.passwordsIn(data.identity()));
        var secrets = identity.isNew()
                ? "\nThe clients' secrets, shown this once; they are kept in %s\n\n%s"
                                .formatted(file, identity.lines().indent(2))
                        + "\nThe accounts' passwords, likewise; in %s\n\n%s"
                                .formatted(passwords, identity.passwordLines().indent(2))
                : "  Secrets  " + file + "\n  Accounts " + passwords + "\n";
        return template()
                .replace("{secrets}", secrets)
                .replace("{secretsFile}", file)
                .replace("{gateway}", addresses.gateway().toString())
                .replace("{inbox}", addresses.inbox().toString())
                .replace("{tokenEndpoint}", addresses.tokenEndpoint().toString())
                .replace("{logs}", data.shown(data.logs()));
    }

    private static String template() throws IOException {
        try (var in = Welcome.class.getResourceAsStream("/welcome.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
