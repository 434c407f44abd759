package org.sistercities.quickstart.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The issuer's signing key, its clients' secrets and its accounts' passwords: made at random at the first start, kept in files only their owner may read.
 *
 * @param secrets by client id
 * @param passwords of the accounts people sign in with, by name
 * @param gatewaySecret of the gateway, which signs people in
 * @param secretsFile lines {@code client=secret}
 * @param isNew whether this start has made them
 */
public record Identity(
        RSAKey key,
        Map<String, String> secrets,
        Map<String, String> passwords,
        String gatewaySecret,
        Path secretsFile,
        boolean isNew) {
    private static final String GATEWAY_SECRET = "sistercities.sign-in.client-secret=";

    /** Reads what an earlier start made, or makes it. */
    public static Identity in(Path folder) {
        var keyFile = folder.resolve("signing-key.json");
        var secretsFile = folder.resolve("client-secrets");
        try {
            var isNew = !Files.exists(secretsFile); // written last, so the key is there too
            if (isNew) {
                Files.createDirectories(folder);
                writeForOwner(keyFile, newKey().toJSONString());
                writeForOwner(secretsFile, lines(newSecrets(24)));
            }
            if (!Files.exists(passwordsIn(folder))) writeForOwner(passwordsIn(folder), lines(newSecrets(9)));
            if (!Files.exists(gatewaySettingsIn(folder)))
                writeForOwner(gatewaySettingsIn(folder), GATEWAY_SECRET + newSecret(24) + "\n");
            return new Identity(
                    RSAKey.parse(Files.readString(keyFile)),
                    read(secretsFile),
                    read(passwordsIn(folder)),
                    Files.readString(gatewaySettingsIn(folder)).strip().substring(GATEWAY_SECRET.length()),
                    secretsFile,
                    isNew);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The issuer's key in " + folder + " is no use; ./start --reset.", e);
        }
    }

    /** The file of settings that tells the gateway its secret. */
    public static Path gatewaySettingsIn(Path folder) {
        return folder.resolve("gateway.properties");
    }

    /** The file with a line {@code account=password} each. */
    public static Path passwordsIn(Path folder) {
        return folder.resolve("passwords");
    }

    /** The secrets as the file has them. */
    public String lines() {
        return lines(secrets);
    }

    /** The passwords as the file has them. */
    public String passwordLines() {
        return lines(passwords);
    }

    private static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    }

    private static Map<String, String> newSecrets(int bytes) {
        var secrets = new TreeMap<String, String>();
        for (var client : Client.ALL) secrets.put(client.id(), newSecret(bytes));
        return secrets;
    }

    private static String newSecret(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static Map<String, String> read(Path file) throws IOException {
        var secrets = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var equals = line.indexOf('=');
            secrets.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return secrets;
    }

    private static String lines(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .map(secret -> secret.getKey() + "=" + secret.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
