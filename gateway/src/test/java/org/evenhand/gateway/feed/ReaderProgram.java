package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
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

/** The lines of the README and of the guide, under way in a folder. */
final class ReaderProgram implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final BufferedReader out;

  private ReaderProgram(Process process) {
    this.process = process;
    this.out = process.inputReader(UTF_8);
  }

  static ReaderProgram start(Path folder, String text, URI events, URI tokens) throws IOException {
    Files.writeString(folder.resolve("read.py"), text);
    ProcessBuilder builder =
        new ProcessBuilder("python3", "read.py")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "EVENTS", events.toString(),
                "TOKENS", tokens.toString(),
                "CLIENT", "reader",
                "SECRET", "secret",
                "no_proxy", "*"));
    return new ReaderProgram(builder.start());
  }

  static String text() throws IOException {
    try (var file =
        Objects.requireNonNull(ReaderProgram.class.getResourceAsStream("/pages/read_events.py"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  static boolean canRun() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  List<String> take(int lines) {
    List<String> read = new ArrayList<>();
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (read.size() < lines) {
            read.add(Objects.requireNonNull(out.readLine(), "it ended: " + read));
          }
        });
    return read;
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() throws IOException {
    try {
      process.destroyForcibly().waitFor();
      out.close();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
