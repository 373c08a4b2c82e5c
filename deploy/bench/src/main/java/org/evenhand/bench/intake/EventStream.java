package org.evenhand.bench.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.local.process.Trouble;

/**
 * The topic from which analytics counts: sends events to it, and sees how far analytics has come.
 */
final class EventStream implements AutoCloseable {
  private static final String TOPIC = "evenhand.internal.ratings";
  private static final String READER = "analytics-service";
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final long PATIENCE_MINUTES = 20;

  private final KafkaProducer<String, String> producer;
  private final Admin admin;

  EventStream(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "20"),
            new StringSerializer(),
            new StringSerializer());
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  void send(Block block) {
    for (int sequence = 1; sequence <= Block.STEPS.size(); sequence++) {
      for (int index = 0; index < Block.REVIEWS; index++) {
        var unused = producer.send(event(block, index, sequence));
      }
    }
    producer.flush();
  }

  private static ProducerRecord<String, String> event(Block block, int index, int sequence) {
    Block.Step step = Block.STEPS.get(sequence - 1);
    String review = block.review(index);
    ProducerRecord<String, String> event =
        new ProducerRecord<>(TOPIC, review, block.payload(index, step));
    header(event, "ce_specversion", "1.0");
    header(event, "ce_id", UUID.randomUUID().toString());
    header(event, "ce_type", "org.evenhand." + step.type() + ".v1");
    header(event, "ce_source", "/review-service");
    header(event, "ce_subject", review);
    header(event, "ce_time", "2026-11-20T09:30:00.123456Z");
    header(event, "ce_sequence", Integer.toString(sequence));
    header(event, "content-type", "application/json");
    return event;
  }

  private static void header(ProducerRecord<String, String> event, String name, String value) {
    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until analytics has read all that was sent. */
  void awaitTakenIn() throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    long sent = sent();
    while (taken() < sent) {
      if (System.nanoTime() > deadline) {
        throw new Trouble(
            "analytics-service has taken in %d of %d events".formatted(taken(), sent));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private long sent() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    admin
        .describeTopics(List.of(TOPIC))
        .allTopicNames()
        .get()
        .values()
        .forEach(
            topic ->
                topic
                    .partitions()
                    .forEach(
                        each ->
                            ends.put(
                                new TopicPartition(TOPIC, each.partition()), OffsetSpec.latest())));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private long taken() throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(READER)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(TOPIC))
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
