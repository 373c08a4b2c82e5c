package org.evenhand.gateway.feed;

import java.util.List;
import java.util.Set;

/**
 * The public topics at one moment. One that is in none of these doesn't exist, or Kafka, which may
 * have just started, doesn't know it yet.
 *
 * @param withheld what the installation doesn't grant to the gateway
 * @param failing what is there, but in part can't be read at the moment
 */
record Look(List<TopicState> topics, Set<PublicTopic> withheld, Set<PublicTopic> failing) {}
