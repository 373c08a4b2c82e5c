package org.evenhand.analytics.viewer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * In which order units are hidden beside others. Were it one that readers can compute, such as that
 * of size, the units that are hidden out of turn would be known as those which are hidden for
 * themselves, and why. So it follows from a key that stays in the database, and is the same for all
 * readers.
 *
 * @param figure what is told of the units; each has an order of its own
 */
public record HidingOrder(UUID key, String figure) {

  /** The order of a part of the figure that is published by itself. */
  public HidingOrder within(String part) {
    return new HidingOrder(key, figure + " " + part);
  }

  /** The lower, the sooner. */
  long of(String unit) {
    byte[] hash =
        sha256().digest((key + "\n" + figure + "\n" + unit).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
