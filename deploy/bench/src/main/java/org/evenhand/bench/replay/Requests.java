package org.evenhand.bench.replay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.bench.submit.Company;

/** Asks for replays as policy-service does. */
final class Requests implements AutoCloseable {
  private static final String TOPIC = "evenhand.internal.impact-replays";

  private final KafkaProducer<String, String> producer;

  Requests(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
  }

  /**
   * @param craft what craft weighs, in percent; delivery weighs 40, and working together the rest
   */
  void send(String replay, String cycle, int craft) {
    String asked =
        """
        {"replayId": "%s", "policyId": "%s", "version": 2, "cycleIds": ["%s"],
         "rules": {"levels": 5, "favourableFrom": 4, "overall": "WEIGHTED",
           "criteria": [{"key": "delivery", "weight": 40}, {"key": "craft", "weight": %d},
             {"key": "together", "weight": %d}],
           "evidence": {"observationsOffMiddle": 2},
           "eligibility": {"workerTypes": ["EMPLOYEE"], "leastDays": 90}},
         "mapping": {"levels": [1, 2, 3, 4, 5], "criteria": [
           {"past": "delivery", "draft": "delivery"}, {"past": "craft", "draft": "craft"},
           {"past": "together", "draft": "together"}]}}
        """
            .formatted(replay, Company.POLICY, cycle, craft, 60 - craft);
    ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, replay, asked);
    header(event, "ce_specversion", "1.0");
    header(event, "ce_id", UUID.randomUUID().toString());
    header(event, "ce_type", "org.evenhand.impact-replay.requested.v1");
    header(event, "ce_source", "/policy-service");
    header(event, "ce_subject", replay);
    header(event, "ce_time", "2026-11-20T09:30:00.123456Z");
    header(event, "ce_sequence", "1");
    header(event, "content-type", "application/json");
    var unused = producer.send(event);
    producer.flush();
  }

  private static void header(ProducerRecord<String, String> event, String name, String value) {
    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
  }
}
