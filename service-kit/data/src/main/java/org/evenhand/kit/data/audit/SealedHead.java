package org.evenhand.kit.data.audit;

import java.util.UUID;

/** Where a chain ended when it was sealed. */
record SealedHead(String type, UUID id, long sequence, byte[] hash) {

  /** As it enters the seal's hash. */
  String line() {
    return type + "|" + id + "|" + sequence + "|" + EntryHash.HEX.formatHex(hash);
  }
}
