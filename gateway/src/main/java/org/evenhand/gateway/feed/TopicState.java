package org.evenhand.gateway.feed;

import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A topic as it is at one moment.
 *
 * @param id what Kafka calls this one, and none that was or will be created under its name
 * @param begins by partition, the first offset that is kept
 * @param ends by partition, behind the last record that is committed
 */
record TopicState(PublicTopic topic, Uuid id, List<Long> begins, List<Long> ends) {}
