package org.evenhand.gateway.feed;

import static org.awaitility.Awaitility.await;
import static org.evenhand.gateway.feed.Feed.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README and of the guide, run as they stand there. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(KafkaResource.class)
class FeedProgramTest {

  private static final Duration LIFE = Duration.ofSeconds(6);
  private static final String TOPIC = "evenhand.development";
  private static final String TYPES = "feedback.given,feedback.removed";
  private static final int LINES = 120;

  @TestHTTPResource("/v1/events?types=" + TYPES)
  URI events;

  @TempDir Path folder;

  private final AtomicInteger issued = new AtomicInteger();
  private HttpServer issuer;

  @BeforeEach
  void openIssuer() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/", this::issue);
    issuer.start();
  }

  @AfterEach
  void closeIssuer() {
    issuer.stop(0);
  }

  @BeforeAll
  static void topics() {
    Feed.createTopics();
  }

  @Test
  void theReadmeShowsWhatTheGuideShows() throws IOException {
    String text = ReaderProgram.text();
    assertTrue(Files.readString(Path.of("README.md")).contains("```python\n" + text + "```"));
  }

  @Test
  void itReadsToTheEndGoesOnAndGoesOnAfterItWasStopped() throws Exception {
    assumeTrue(ReaderProgram.canRun(), "there is no python3 here, so its lines weren't run");
    publish(TOPIC, "feedback.given", LongStream.range(0, LINES), n -> "feedback-" + n, "{}");
    List<String> read = new ArrayList<>();
    try (ReaderProgram program = program()) {
      read.addAll(program.take(LINES));
      // The token with which it began has ended by then
      await().pollDelay(LIFE.plusSeconds(2)).until(() -> true);
      publish(TOPIC, "feedback.given", "feedback-later", 1, "{}");
      read.addAll(program.take(1));
      await().until(this::hasKeptItsPlace);
    }
    assertTrue(issued.get() > 1, issued + " tokens");
    publish(TOPIC, "feedback.removed", "feedback-0", 2, null);
    try (ReaderProgram program = program()) {
      read.addAll(program.take(1));
    }
    assertEquals(LINES + 2, read.size());
    assertEquals(LINES + 1, read.stream().filter(line -> line.endsWith("{}")).distinct().count());
    assertEquals("feedback-0 withdrawn", read.get(LINES + 1));
  }

  private ReaderProgram program() throws IOException {
    URI tokens = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/");
    return ReaderProgram.start(folder, ReaderProgram.text(), events, tokens);
  }

  private boolean hasKeptItsPlace() throws IOException {
    String after = new JsonArray(Files.readString(folder.resolve("kept"))).getString(0);
    String cursor = after.substring("&after=".length());
    return Feed.page(TYPES, cursor, 1).getJsonArray("items").isEmpty();
  }

  private void issue(HttpExchange exchange) throws IOException {
    issued.incrementAndGet();
    Tokens token = Feed.READER;
    Tokens brief =
        new Tokens(
            token.subject(),
            token.clientId(),
            token.employeeId(),
            token.roles(),
            token.issuer(),
            token.audience(),
            Instant.now().plus(LIFE),
            false);
    ReaderProgram.answer(exchange, 200, "{\"access_token\":\"" + brief.jwt() + "\"}");
  }
}
