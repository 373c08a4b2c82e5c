package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Which events a client reads.
 *
 * @param types empty for all, also for those that are added to the topics one day
 * @param asked what the client called them: a short name stays the same when it gets a new version
 */
record Selection(List<PublicTopic> topics, Set<String> types, Set<String> asked) {

  boolean wants(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /**
   * Goes into the cursor: a position says nothing of events that were passed over, so with other
   * types it would lose them silently.
   */
  int digest() {
    CRC32 digest = new CRC32();
    digest.update(String.join(",", new TreeSet<>(asked)).getBytes(UTF_8));
    return (int) digest.getValue();
  }
}
