package org.evenhand.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** One Kafka node, broker and controller, in this JVM; its log directory survives restarts. */
public final class KafkaNode implements Part {
  private final Path data;
  private final Path log;
  private final int port;
  private final int controllerPort;
  private final AtomicReference<@Nullable String> death = new AtomicReference<>();
  private @Nullable KafkaRaftServer server;

  public KafkaNode(Path data, Path log, int port, int controllerPort) {
    this.data = data;
    this.log = log;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return "Kafka";
  }

  @Override
  public String awaits() {
    return "to create its topics";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public void launch() {
    KafkaLog.writeTo(log);
    formatOnce();
    // A fatal fault inside Kafka would end its JVM, which is ours, and leave the other parts
    // running.
    Exit.setHaltProcedure(this::ended);
    Exit.setExitProcedure(this::ended);
    try {
      KafkaRaftServer started =
          new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
      started.startup();
      server = started;
    } catch (RuntimeException e) {
      throw new Trouble("Kafka can't start: " + e.getMessage() + "; its log: " + log, e);
    }
  }

  @Override
  public boolean ready() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
      Set<String> present = admin.listTopics().names().get();
      List<Topic> missing =
          TopicPlan.topics().stream().filter(t -> !present.contains(t.name())).toList();
      admin.createTopics(missing.stream().map(Topic::toCreate).toList()).all().get();
      return true;
    } catch (ExecutionException e) {
      throw new Trouble(
          "Kafka can't create its topics: " + e.getMessage() + "; its log: " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean alive() {
    return death.get() == null;
  }

  @Override
  public String lastWords() {
    @Nullable String words = death.get();
    return words == null ? "" : words;
  }

  @Override
  public void stop() {
    if (server != null && alive()) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /** Must not return: Kafka relies on the JVM being gone. */
  private void ended(int status, @Nullable String message) {
    death.set(" with status " + status + (message == null ? "" : " (" + message + ")"));
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        // Stays here until the launcher has stopped the other parts and ends the JVM.
      }
    }
  }

  private void formatOnce() {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      Files.createDirectories(data);
      Path settings = Files.createTempFile("kafka", ".properties");
      try {
        String lines =
            settings().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(settings, lines);
        int status =
            StorageTool.execute(
                new String[] {
                  "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
          throw new Trouble(
              "Kafka's log directory can't be formatted: "
                  + said.toString(StandardCharsets.UTF_8).strip());
        }
      } finally {
        Files.deleteIfExists(settings);
      }
    } catch (IOException e) {
      throw new Trouble("Kafka's log directory can't be created: " + e.getMessage(), e);
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners", "PLAINTEXT://" + address(),
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.listener.names", "CONTROLLER",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "log.dirs", data.toString(),
            "auto.create.topics.enable", "false"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0"));
    return settings;
  }
}
