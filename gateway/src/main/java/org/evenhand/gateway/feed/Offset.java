package org.evenhand.gateway.feed;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far somebody is in a partition. The epoch tells records that were lost from others that took
 * their offsets since: a broker knows where each leader's records end (KIP-320).
 *
 * @param next the first one that was not read
 * @param epoch of the leader that took the last record that was read
 */
record Offset(long next, int epoch) {

  static final int NO_EPOCH = -1;

  static Offset of(long next) {
    return new Offset(next, NO_EPOCH);
  }

  OffsetAndMetadata toSeek() {
    return new OffsetAndMetadata(
        next, epoch == NO_EPOCH ? Optional.empty() : Optional.of(epoch), "");
  }
}
