package org.evenhand.gateway.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.kit.test.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README while the gateway and the issuer of tokens aren't as they should be. */
class ReaderProgramTest {

  @TempDir Path folder;

  private final int port = Ports.free();
  private final AtomicInteger tokens = new AtomicInteger();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  private record Answer(int status, String body) {}

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(ReaderProgram.canRun(), "there is no python3 on this machine");
    server = start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aTokenThatHasEndedIsReplaced() throws Exception {
    told("a", event("one", 1));
    answers.add(new Answer(401, "{}"));
    told("b", event("two", 1));
    try (ReaderProgram program = program()) {
      assertEquals(List.of("one {}", "two {}"), program.take(2));
    }
    assertEquals(2, tokens.get());
    assertTrue(asked.contains("types=t&after=a Bearer token-2"), asked.toString());
  }

  @Test
  void aGatewayThatIsAwayIsWaitedFor() throws Exception {
    told("a", event("one", 1));
    try (ReaderProgram program = program()) {
      program.take(1);
      server.stop(0);
      await().pollDelay(Duration.ofMillis(500)).until(() -> true);
      answers.add(new Answer(503, "{}"));
      answers.add(new Answer(200, "{\"items\":[half of an ans"));
      told("b", event("two", 1));
      server = start();
      assertEquals(List.of("two {}"), program.take(1));
    }
  }

  @Test
  void whatIsToldTwiceCountsOnceAlsoAfterItWasKilled() throws Exception {
    told("a", event("one", 1), event("one", 2), event("one", 1), event("one", 2));
    try (ReaderProgram program = program()) {
      assertEquals(List.of("one {}", "one {}"), program.take(2));
      await().until(() -> Files.exists(folder.resolve("kept")));
    }
    // As a kill in the middle of writing leaves it
    Files.writeString(folder.resolve("kept.new"), "");
    told("b", event("one", 2), event("one", 3));
    try (ReaderProgram program = program()) {
      assertEquals(List.of("one {}"), program.take(1));
    }
    assertTrue(asked.contains("types=t&after=a Bearer token-2"), asked.toString());
  }

  @Test
  void aPlaceThatIsGoneIsForgottenTogetherWithWhatWasSeen() throws Exception {
    told("a", event("one", 1));
    answers.add(new Answer(410, "{}"));
    told("b", event("one", 1));
    try (ReaderProgram program = program()) {
      assertEquals(List.of("one {}", "all anew", "one {}"), program.take(3));
    }
    assertTrue(asked.contains("types=t Bearer token-1"), asked.toString());
  }

  @Test
  void aTypeThatIsToldAnewIsForgottenAlone() throws Exception {
    told("a", event("one", 5), event("two", 5).replace("\"t\"", "\"u\""));
    answers.add(
        new Answer(
            200,
            page("b", event("one", 5), event("two", 5).replace("\"t\"", "\"u\""))
                .replace("\"anew\":[]", "\"anew\":[\"t\"]")));
    try (ReaderProgram program = program()) {
      assertEquals(List.of("one {}", "two {}", "t anew", "one {}"), program.take(4));
    }
  }

  private ReaderProgram program() throws IOException {
    URI here = URI.create("http://127.0.0.1:" + port + "/");
    String hasty =
        ReaderProgram.text().replace("sleep(5)", "sleep(0.1)").replace("else 5", "else 0.1");
    return ReaderProgram.start(
        folder, hasty, here.resolve("events?types=t"), here.resolve("tokens"));
  }

  private HttpServer start() throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    started.createContext(
        "/tokens",
        exchange ->
            ReaderProgram.answer(
                exchange, 200, "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\"}"));
    started.createContext("/events", this::tell);
    started.start();
    return started;
  }

  private void tell(HttpExchange exchange) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String query = exchange.getRequestURI().getQuery();
    asked.add(query + " " + bearer);
    Answer next = answers.poll();
    String same = query.replaceAll(".*after=|types=t", "");
    Answer answer = Objects.requireNonNullElse(next, new Answer(200, page(same)));
    ReaderProgram.answer(exchange, answer.status(), answer.body());
  }

  private void told(String next, String... events) {
    answers.add(new Answer(200, page(next, events)));
  }

  private static String page(String next, String... events) {
    return "{\"items\":["
        + String.join(",", events)
        + "],\"next\":\""
        + next
        + "\",\"more\":false,\"anew\":[]}";
  }

  private static String event(String subject, int sequence) {
    return "{\"type\":\"t\",\"source\":\"/s\",\"subject\":\"%s\",\"sequence\":\"%d\",\"data\":{}}"
        .formatted(subject, sequence);
  }
}
