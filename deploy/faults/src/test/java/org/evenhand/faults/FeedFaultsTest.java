package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.local.process.Directories;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.Ports;
import org.evenhand.local.service.ServiceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway gets SIGKILL while somebody reads events over HTTP. */
@Timeout(300)
class FeedFaultsTest {
  private static final String TOPIC = "evenhand.findings";
  private static final String TYPE = "org.evenhand.finding.cleared.v1";
  private static final String PATH = "/v1/events?types=finding.cleared&limit=50";
  private static final int EVENTS = 1_000;
  private static final int KILLS = 2;

  private final Bearers bearers = new Bearers();
  private final Set<String> subjects = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private String cursor = "";
  private Path folder;
  private Kafka kafka;
  private Service gateway;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createTempDirectory("evenhand-feed");
    kafka = new Kafka(folder);
    gateway = gateway();
    gateway.requirePackaged();
    kafka.start();
    gateway.start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.stop();
    kafka.stop();
    Directories.delete(folder);
  }

  @Test
  void whoKeepsTheirCursorLosesAndDoublesNothing() throws Exception {
    kafka.publish(TOPIC, TYPE, values());
    for (int kill = 0; kill < KILLS; kill++) {
      readOn();
      readOn();
      CompletableFuture<Void> underWay = CompletableFuture.runAsync(this::readInVain);
      gateway.kill();
      underWay.join();
      assertThatThrownBy(this::readOn).isInstanceOf(IOException.class);
      gateway.start();
    }
    while (readOn()) {
      assertThat(ids).hasSizeLessThanOrEqualTo(EVENTS);
    }
    assertThat(subjects).isEqualTo(values().keySet());
    assertThat(ids).hasSize(EVENTS);
  }

  /** Whether there is more. What it reads it keeps together with its place. */
  private boolean readOn() throws Exception {
    JsonNode page = reader().json(PATH + cursor);
    for (JsonNode event : page.path("items")) {
      assertThat(ids.add(event.path("id").asText())).as("told once: %s", event).isTrue();
      subjects.add(event.path("subject").asText());
    }
    cursor = "&after=" + page.path("next").asText();
    return page.path("more").asBoolean();
  }

  /** Half of an answer, or one of which the reader has kept nothing. */
  private void readInVain() {
    try {
      reader().get(PATH + cursor);
    } catch (Exception broken) {
      assertThat(broken).isInstanceOf(IOException.class);
    }
  }

  private Door reader() {
    return gateway.door(bearers.ofSystem("evenhand-insight", "insight"));
  }

  private static Map<String, String> values() {
    return IntStream.range(0, EVENTS)
        .boxed()
        .collect(Collectors.toMap(number -> "finding-" + number, number -> "{}"));
  }

  private Service gateway() {
    Ports ports = new Ports(1, 1, 1, 1, 1, 1, 1, kafka.port(), kafka.controllerPort());
    Map<String, String> environment = new HashMap<>(new ServiceSettings(ports).gateway());
    // Only this test issues tokens here.
    environment.keySet().removeIf(variable -> variable.startsWith("QUARKUS_OIDC"));
    environment.putAll(bearers.environment());
    return new Service("gateway", FreePorts.next(), environment, folder);
  }
}
