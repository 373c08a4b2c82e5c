package org.evenhand.gateway.feed;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A topic as it is at one moment.
 *
 * @param id what Kafka calls this one, and none that was or will be created under its name
 * @param begins by partition, the first offset that is kept
 * @param ends by partition, behind the last record that is committed, with the epoch of the last
 *     leader that took any
 * @param tombstones for how long it keeps one at least, if it is compacted
 */
record TopicState(
    PublicTopic topic, Uuid id, List<Long> begins, List<Offset> ends, Duration tombstones) {}
