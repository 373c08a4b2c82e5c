package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.evenhand.gateway.feed.Feed.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten lines of the README and of the guide, run as they stand there. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(KafkaResource.class)
class FeedProgramTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String TOPIC = "evenhand.development";
  private static final String TYPES = "feedback.given,feedback.removed";
  private static final int LINES = 120;

  @TestHTTPResource("/v1/events?types=" + TYPES)
  URI events;

  @TempDir Path folder;

  @BeforeAll
  static void topics() {
    Feed.createTopics();
  }

  @Test
  void theReadmeShowsWhatTheGuideShows() throws IOException {
    String program = program();
    assertEquals(10, program.lines().count());
    assertTrue(Files.readString(Path.of("README.md")).contains("```python\n" + program + "```"));
  }

  @Test
  void itReadsToTheEndGoesOnAndGoesOnAfterItWasStopped() throws Exception {
    assumeTrue(hasPython(), "there is no python3 on this machine, so its lines weren't run");
    Files.writeString(folder.resolve("read.py"), program());
    publish(TOPIC, "feedback.given", LongStream.range(0, LINES), n -> "feedback-" + n, "{}");
    List<String> read = new ArrayList<>();
    run(
        out -> {
          take(out, LINES, read);
          publish(TOPIC, "feedback.given", "feedback-later", 1, "{}");
          take(out, 1, read);
        });
    publish(TOPIC, "feedback.removed", "feedback-0", 2, null);
    run(out -> take(out, 1, read));
    assertEquals(LINES + 2, read.size());
    assertEquals(LINES + 1, read.stream().filter(line -> line.endsWith("{}")).distinct().count());
    assertEquals("feedback-0 withdrawn", read.get(LINES + 1));
  }

  private interface Steps {
    void take(BufferedReader out) throws IOException;
  }

  /** Stopped once it has kept its cursor. */
  private void run(Steps steps) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("python3", "read.py")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("EVENTS", events.toString(), "TOKEN", Feed.READER.jwt(), "no_proxy", "*"));
    Process program = builder.start();
    try (BufferedReader out = program.inputReader(UTF_8)) {
      assertTimeoutPreemptively(PATIENCE, () -> steps.take(out));
      await().until(this::hasKeptItsPlace);
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private boolean hasKeptItsPlace() throws IOException {
    String cursor = Files.readString(folder.resolve("cursor"));
    return Feed.page(TYPES, cursor, 1).getJsonArray("items").isEmpty();
  }

  private static void take(BufferedReader out, int lines, List<String> read) throws IOException {
    for (int i = 0; i < lines; i++) {
      read.add(Objects.requireNonNull(out.readLine(), "it ended: " + read));
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static String program() throws IOException {
    try (var file =
        Objects.requireNonNull(
            FeedProgramTest.class.getResourceAsStream("/pages/read_events.py"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
