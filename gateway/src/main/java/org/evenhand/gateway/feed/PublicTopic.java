package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.zip.CRC32;

/**
 * A topic that consumers outside may read.
 *
 * @param compacted whether it keeps the last record of a key alone
 * @param types all types of its events, as in the catalogue
 */
record PublicTopic(String name, boolean compacted, Set<String> types) {

  /** Of its name, which is longer. */
  int digest() {
    CRC32 digest = new CRC32();
    digest.update(name.getBytes(UTF_8));
    return (int) digest.getValue();
  }
}
