package org.sistercities.events.ticket;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * An Ed25519 key pair for tickets. Bouncy Castle signs and verifies, in a seventh of the JDK's time or less (ADR 17).
 *
 * @param id the beginning of the public key's SHA-256, in hexadecimal
 * @param publicKey X.509, in Base64
 * @param privateKey PKCS #8, in Base64
 */
record SigningKey(String id, String publicKey, String privateKey, Instant since) {
    private static final String ED25519 = "Ed25519";
    private static final int RAW_LENGTH = 32;

    static SigningKey generate(Instant now) {
        try {
            var pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            var publicKey = pair.getPublic().getEncoded();
            var id = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey), 0, 4);
            return new SigningKey(
                    id, base64(publicKey), base64(pair.getPrivate().getEncoded()), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    byte[] sign(byte[] message) {
        try {
            var signer = new Ed25519Signer();
            signer.init(true, PrivateKeyFactory.createKey(Base64.getDecoder().decode(privateKey)));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (IOException e) {
            throw new IllegalStateException("ticket key " + id + " cannot be read", e);
        }
    }

    /** Whether this key has signed the message; false, too, for what is no signature at all. */
    boolean hasSigned(byte[] message, byte[] signed) {
        try {
            var verifier = new Ed25519Signer();
            verifier.init(false, PublicKeyFactory.createKey(Base64.getDecoder().decode(publicKey)));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signed);
        } catch (IOException e) {
            throw new IllegalStateException("ticket key " + id + " cannot be read", e);
        }
    }

    /** The public key as RFC 8032 encodes it, which is the end of its X.509 form. */
    byte[] rawPublicKey() {
        var encoded = Base64.getDecoder().decode(publicKey);
        return Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
    }

    @Override
    public String toString() {
        return "ticket key " + id; // never the private one, in no log
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
