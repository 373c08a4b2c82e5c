package org.evenhand.local.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the deployment creates it.
 *
 * @param retention milliseconds for which records are kept
 */
record Topic(String name, int partitions, boolean compacted, long retention) {

  private static final long FOR_EVER = -1;

  private static final long A_WEEK = Duration.ofDays(7).toMillis();

  /** A record is deleted with its whole segment, once the last one of it has had its time. */
  private static final long SEGMENT_OF_THE_BRIEF = Duration.ofHours(1).toMillis();

  private static final long REFUSED_STATES = Duration.ofDays(30).toMillis();

  /** By then words that were taken back are gone, also where hardly anything is written. */
  private static final Duration COMPACTION_LAG = Duration.ofDays(1);

  /** Who reads states and stays away for that long still learns what is gone. */
  private static final Duration TOMBSTONES = Duration.ofDays(30);

  /** Facts are kept for ever, so that every consumer can be rebuilt from the beginning. */
  static Topic facts(String name) {
    return new Topic(name, 6, false, FOR_EVER);
  }

  /** The latest state per key. */
  static Topic compacted(String name) {
    return new Topic(name, 6, true, FOR_EVER);
  }

  /** What its one reader has taken is of no use any more. */
  static Topic passing(String name) {
    return new Topic(name, 6, false, A_WEEK);
  }

  /** The same where a week would keep too much for too long. */
  static Topic brief(String name) {
    return new Topic(name, 6, false, Duration.ofDays(1).toMillis());
  }

  /**
   * Records that a consumer group could not read or refused; one partition, because nobody reads it
   * in a hurry. What goes from the topic has to go from here too: in its time, or in a month where
   * a tombstone takes it. A state can be read anew from its topic.
   */
  Topic deadLettersOf(String group) {
    return new Topic(name + "." + group + ".dlq", 1, false, compacted ? REFUSED_STATES : retention);
  }

  private boolean isBrief() {
    return retention != FOR_EVER && retention < A_WEEK;
  }

  /** How long compaction may wait says nothing of a topic that isn't compacted. */
  NewTopic toCreate() {
    Map<String, String> configs =
        new HashMap<>(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(COMPACTION_LAG.toMillis()),
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention)));
    if (compacted) {
      configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONES.toMillis()));
    }
    if (isBrief()) {
      configs.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT_OF_THE_BRIEF));
    }
    return new NewTopic(name, partitions, (short) 1).configs(configs);
  }
}
