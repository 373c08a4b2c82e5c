package org.evenhand.gateway.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.kit.test.KafkaBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The consumer of the guide, compiled and run as the guide says, beside a real Kafka. */
class CurrentRatingsTest {

  private static final String TOPIC = "evenhand.current-ratings";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void itShowsWhatWasCommittedAndWhatWasWithdrawn() throws Exception {
    try (KafkaBroker broker = KafkaBroker.started()) {
      try (var services = producer(broker)) {
        services.initTransactions();
        send(services, true, "one", "{\"ordinal\": 3}");
        send(services, false, "given-up", "{\"ordinal\": 1}");
        send(services, true, "one", "{\"ordinal\": 4}");
        send(services, true, "one", null);
      }
      Process consumer = start(broker);
      try {
        assertEquals(
            List.of("one {\"ordinal\": 3}", "one {\"ordinal\": 4}", "one withdrawn"),
            assertTimeoutPreemptively(PATIENCE, () -> lines(consumer, 3)));
      } finally {
        consumer.destroyForcibly().waitFor();
      }
    }
  }

  private Process start(KafkaBroker broker) throws Exception {
    Path source = folder.resolve("CurrentRatings.java");
    Files.writeString(source, PageFiles.read("CurrentRatings.java"));
    Path settings = folder.resolve("consumer.properties");
    Files.writeString(
        settings,
        "bootstrap.servers=%s\ngroup.id=acme.ratings\n".formatted(broker.bootstrapServers()));
    String libraries = jar(KafkaConsumer.class) + File.pathSeparator + jar(Logger.class);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-cp", libraries, source.toString(), settings.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String jar(Class<?> of) throws Exception {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private static List<String> lines(Process process, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader out = process.inputReader();
    while (lines.size() < count) {
      String line = out.readLine();
      if (line == null) {
        throw new AssertionError("it ended after " + lines);
      }
      lines.add(line);
    }
    return lines;
  }

  private static void send(
      KafkaProducer<String, @Nullable String> services,
      boolean committed,
      String review,
      @Nullable String rating) {
    services.beginTransaction();
    // One partition, so that what was given up lies between what was not
    var ignored = services.send(new ProducerRecord<>(TOPIC, 0, review, rating));
    services.flush();
    if (committed) {
      services.commitTransaction();
    } else {
      services.abortTransaction();
    }
  }

  private static KafkaProducer<String, @Nullable String> producer(KafkaBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "relay"),
        new StringSerializer(),
        new StringSerializer());
  }
}
