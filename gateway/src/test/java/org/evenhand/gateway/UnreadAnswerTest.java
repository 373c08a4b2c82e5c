package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Clients that ask and don't read: little memory is kept for them, no request is handled ahead, and
 * they are cut off.
 */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class UnreadAnswerTest {

  private static final Tokens CALLER = Tokens.forClient("unread", "hris");
  private static final int MIB = 1024 * 1024;

  /** Enough for the system to find that the connection is fast, and to send far ahead. */
  private static final int READ_FIRST = 8 * MIB;

  @TestHTTPResource("/")
  URI gateway;

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void aRequestIsServedWhenTheAnswerBeforeItIsTaken() throws Exception {
    pipeline(30, "/v1/reviews?how=large&key=unread");
    await().until(() -> asked("unread") > 0);
    ask("/v1/reviews").then().statusCode(200);
    assertTrue(asked("unread") <= 5, "asked ahead: " + asked("unread"));
  }

  @Test
  void aDocumentThatIsNotReadTakesNoMemory() throws Exception {
    given().get("/events/consumers/Large.java").then().statusCode(200);
    long before = directMemory();
    for (int i = 0; i < 10; i++) {
      pipeline(4, "/events/consumers/Large.java");
    }
    for (int i = 0; i < 20; i++) {
      ask("/v1/reviews").then().statusCode(200);
    }
    long grown = directMemory() - before;
    // They ask for 40 MiB at once; the pool of buffers grows by large steps.
    assertTrue(grown < 32L * MIB, "grown by " + grown / MIB + " MiB");
  }

  /** The system's memory for connections is one for all, and who runs out of it stops everybody. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void littleIsSentAheadToAReaderWhoStops() throws Exception {
    Socket reader = pipeline(30, "/v1/reviews?how=large&key=ahead");
    InputStream in = reader.getInputStream();
    assertEquals(READ_FIRST, in.readNBytes(READ_FIRST).length);
    await().during(Duration.ofSeconds(1)).until(() -> sentAhead(reader.getLocalPort()) < 1L * MIB);
  }

  @Test
  void aReaderThatStallsIsCutOff() throws Exception {
    Socket stalled = pipeline(3, "/v1/reviews?how=large&key=stalled");
    await().until(() -> counter("unread") > 0);
    assertTrue(readAll(stalled) < 3L * Service.LARGE, "all answers came");
  }

  @Test
  void anAnswerOfWhichNoMoreComesIsCutOff() throws Exception {
    Socket waiting = pipeline(1, "/v1/reviews?how=stops");
    String half = new String(waiting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(half.contains("{\"half\":"), half);
    assertTrue(!half.endsWith("0\r\n\r\n"), half);
  }

  @Test
  void whoeverReadsGetsAllInTheirOrder() throws Exception {
    Socket reader = new Raw(gateway).open();
    open.add(reader);
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      requests.append(request("/v1/reviews?n=" + i, i == 19 ? "close" : "keep-alive"));
    }
    reader.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    String all = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int from = 0;
    for (int i = 0; i < 20; i++) {
      int here = all.indexOf("\"uri\":\"/v1/reviews?n=" + i + "\"", from);
      assertTrue(here > from, "the answer to " + i + " is missing");
      from = here;
    }
  }

  private Socket pipeline(int times, String path) throws IOException {
    Socket socket = new Raw(gateway).open();
    open.add(socket);
    String requests = request(path, "keep-alive").repeat(times);
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String request(String path, String connection) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\nAuthorization: %s\r\n\r\n"
        .formatted(path, connection, CALLER.bearer());
  }

  private static long readAll(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[64 * 1024];
    long count = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
      }
    } catch (SocketException reset) {
      assertEquals("Connection reset", reset.getMessage());
    }
    return count;
  }

  private static io.restassured.response.Response ask(String path) {
    return given().header("Authorization", Tokens.forClient("reader", "hris").bearer()).get(path);
  }

  private static int asked(String key) {
    return ask("/v1/reviews?how=asked&key=" + key).path("times");
  }

  private static long counter(String reason) {
    return given()
        .header("Authorization", Tokens.forClient("evenhand-insight", "insight").bearer())
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("evenhand_gateway_refused_total"))
        .filter(line -> line.contains("reason=\"" + reason + "\""))
        .count();
  }

  /**
   * Bytes that the gateway's side of a connection has sent and nobody took: {@code tx_queue} of
   * {@code /proc/net/tcp}, see proc_net_tcp in the kernel's documentation.
   */
  private static long sentAhead(int port) throws IOException {
    String remote = ":%04X".formatted(port);
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
    lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
    return lines.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[2].endsWith(remote))
        .mapToLong(fields -> Long.parseLong(fields[4].split(":", 2)[0], 16))
        .sum();
  }

  private static long directMemory() {
    long pooled =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return pooled + Math.max(0, PlatformDependent.usedDirectMemory());
  }
}
