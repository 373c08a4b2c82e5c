package org.evenhand.policy.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Digest;
import org.evenhand.kit.data.json.Json;

/**
 * The canonical text of what is signed: members sorted by name, no white space (RFC 8785), so that
 * anybody can compute the hash again from the published JSON.
 */
public final class CanonicalContent {

  /**
   * A whole version fits into one event of 512 KiB, of which 1 KiB is for the event's other fields.
   */
  public static final int MOST_BYTES = 511 * 1024;

  private CanonicalContent() {}

  /** SHA-256 of the canonical text in UTF-8, 64 hexadecimal digits. */
  public static String hash(Object content) {
    return HexFormat.of().formatHex(Digest.sha256(CanonicalJson.of(content)));
  }

  static int size(PolicyContent content) {
    return CanonicalJson.of(content).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The content as a tree of JSON, in which a pointer can be followed. */
  public static JsonNode tree(PolicyContent content) {
    return Json.mapper().valueToTree(content);
  }
}
