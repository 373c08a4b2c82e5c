package org.evenhand.kit.data.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, which every JDK has, and what is made of it. */
public final class Digest {

  private static final String HMAC = "HmacSHA256";

  private Digest() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] sha256(String text) {
    return sha256().digest(text.getBytes(UTF_8));
  }

  /** HMAC-SHA-256 (RFC 2104). */
  public static byte[] hmac(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] sha256(byte[] salt, String text) {
    MessageDigest digest = sha256();
    digest.update(salt);
    return digest.digest(text.getBytes(UTF_8));
  }
}
