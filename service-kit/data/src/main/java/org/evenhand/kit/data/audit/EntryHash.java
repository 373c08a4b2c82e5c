package org.evenhand.kit.data.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Digest;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is hashed: SHA-256 over its canonical JSON, in which {@code previous} and {@code
 * sequence} happen to sort last, so that the database can add them under its lock.
 */
final class EntryHash {

  static final HexFormat HEX = HexFormat.of();

  private EntryHash() {}

  public static byte[] contentDigest(byte[] salt, @Nullable String content) {
    return Digest.sha256(salt, content == null ? "" : content);
  }

  /** The canonical JSON up to and without {@code ,"previous":}. */
  public static String fields(
      String type, UUID id, String action, String actor, Instant at, byte[] contentDigest) {
    String json =
        CanonicalJson.of(
            Map.of(
                "action", action,
                "actor", actor,
                "aggregateId", id,
                "aggregateType", type,
                "at", at,
                "contentDigest", HEX.formatHex(contentDigest)));
    return json.substring(0, json.length() - 1);
  }

  public static byte[] of(String fields, byte[] previous, long sequence) {
    return Digest.sha256(
        fields
            + ",\"previous\":\""
            + HEX.formatHex(previous)
            + "\",\"sequence\":"
            + sequence
            + "}");
  }
}
