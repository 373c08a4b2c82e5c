package org.evenhand.kit.data.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every JDK has. */
public final class Digest {

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

  public static byte[] sha256(byte[] salt, String text) {
    MessageDigest digest = sha256();
    digest.update(salt);
    return digest.digest(text.getBytes(UTF_8));
  }
}
