package org.evenhand.kit.test;

import static java.util.Map.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real single-node Kafka (KRaft) in this JVM, on free loopback ports. It can be stopped and
 * started again with its log, so that a test can take Kafka away.
 */
public final class KafkaBroker implements AutoCloseable {

  private final Path log;
  private final int port;
  private final int controllerPort;
  private @Nullable KafkaRaftServer running;

  private KafkaBroker(Path log) {
    this.log = log;
    this.port = Ports.free();
    this.controllerPort = Ports.free();
  }

  public static KafkaBroker started() {
    try {
      var broker = new KafkaBroker(Files.createTempDirectory("evenhand-kafka"));
      broker.format();
      broker.start();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public synchronized void start() {
    if (running == null) {
      running = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
      running.startup();
    }
  }

  /** Stops the broker; its log stays for {@link #start()}. */
  public synchronized void stop() {
    var server = running;
    running = null;
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  @Override
  public void close() {
    stop();
    Directories.delete(log);
  }

  private void format() throws IOException {
    var file = Files.createTempFile("evenhand-kafka", ".properties");
    try (var out = Files.newOutputStream(file)) {
      properties().store(out, null);
    }
    var said = new ByteArrayOutputStream();
    int exit =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
            new PrintStream(said, true, StandardCharsets.UTF_8));
    Files.delete(file);
    if (exit != 0) {
      throw new IOException("Kafka storage: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private Properties properties() {
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            entry("process.roles", "broker,controller"),
            entry("node.id", "1"),
            entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
            entry("advertised.listeners", bootstrap()),
            entry("controller.listener.names", "CONTROLLER"),
            entry("log.dirs", log.toString()),
            entry("num.partitions", "3"),
            entry("auto.create.topics.enable", "true"),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "1"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("transaction.state.log.num.partitions", "1"),
            entry("share.coordinator.state.topic.num.partitions", "1"),
            entry("share.coordinator.state.topic.replication.factor", "1"),
            entry("group.initial.rebalance.delay.ms", "0"),
            entry("controlled.shutdown.enable", "false"),
            entry("log.cleaner.dedupe.buffer.size", "2097152"),
            entry("log.cleaner.backoff.ms", "500"),
            entry("log.message.timestamp.after.max.ms", "9223372036854775807")));
    return properties;
  }

  private String bootstrap() {
    return "PLAINTEXT://" + bootstrapServers();
  }
}
