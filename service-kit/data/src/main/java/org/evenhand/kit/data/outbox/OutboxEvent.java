package org.evenhand.kit.data.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param topic the Kafka topic
 * @param type {@code ce_type}, such as {@code org.evenhand.rating.shared.v1}
 * @param key the record's key; records with one key stay in order
 * @param subject {@code ce_subject}, the aggregate's id
 * @param sequence the aggregate's version after the change: rising, not gapless
 * @param data a record that is written as JSON; null is a tombstone
 */
public record OutboxEvent(
    String topic, String type, String key, String subject, long sequence, @Nullable Object data) {}
