package org.sistercities.events.ticket;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key pair for tickets.
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
            var signature = Signature.getInstance(ED25519);
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
            signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(encoded));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ticket key " + id + " cannot sign", e);
        }
    }

    boolean hasSigned(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(ED25519);
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
            signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(encoded));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // of another length than any signature
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
