package org.evenhand.gateway.door;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of a server as Vert.x starts it, in the clear and with TLS. */
class FrontDoorTest {

  private static final int LARGE = 8 * 1024 * 1024;
  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();
  private String stallTime = "30S";

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRequestIsReadAsItIsMeantToBeWritten(boolean tls) throws Exception {
    HttpServer server = start(options(tls));
    for (String folded : new String[] {"A: b\r\n c\r\n", "Host: other\r\n", "A : b\r\n"}) {
      try (Socket socket = connect(server, tls)) {
        send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n" + folded + "\r\n" + GET);
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("problems/malformed-request"), answer);
      }
    }
    assertEquals(0, asked.get());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerIsTakenBeforeTheNextRequestIsServed(boolean tls) throws Exception {
    HttpServer server = start(options(tls));
    try (Socket socket = connect(server, tls)) {
      send(socket, GET.repeat(50));
      await().until(() -> asked.get() > 0);
      try (Socket other = connect(server, tls)) {
        send(other, GET);
        assertEquals('H', other.getInputStream().read());
      }
      assertEquals(2, asked.get(), "one for each connection");
      assertTrue(readAll(socket, LARGE) >= LARGE, "one who reads is served");
      await().until(() -> asked.get() > 2);
    }
  }

  @Test
  void aReaderThatStallsIsCutOff() throws Exception {
    stallTime = "1S";
    HttpServer server = start(options(false));
    try (Socket socket = connect(server, false)) {
      send(socket, GET.repeat(3));
      await().until(() -> asked.get() > 0);
      Thread.sleep(2_500); // what is tested: twice the longest silence of an answer
      assertTrue(readAll(socket, Long.MAX_VALUE) < 3L * LARGE, "all answers came");
    }
  }

  @Test
  void whoComesBeforeTheDoorIsThereHasToComeAgain() throws Exception {
    HttpServerOptions options = options(false);
    HttpServer server = listen(options);
    try (Socket early = connect(server, false)) {
      send(early, GET);
      assertEquals('H', early.getInputStream().read());
      open(options);
      readAll(early, Long.MAX_VALUE); // until it ends
    }
    try (Socket again = connect(server, false)) {
      send(again, GET);
      assertEquals('H', again.getInputStream().read());
    }
  }

  private HttpServer start(HttpServerOptions options) {
    HttpServer server = listen(options);
    open(options);
    return server;
  }

  private HttpServer listen(HttpServerOptions options) {
    return vertx
        .createHttpServer(options)
        .requestHandler(this::serve)
        .listen(0)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void open(HttpServerOptions options) {
    new FrontDoor(vertx, config(), new Refusals(new SimpleMeterRegistry()))
        .open(new HttpServerStart(options));
    for (var loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
      loop.submit(() -> {}).syncUninterruptibly();
    }
  }

  private void serve(HttpServerRequest request) {
    asked.incrementAndGet();
    var ignored = request.response().end(Buffer.buffer(new byte[LARGE]));
  }

  private HttpServerOptions options(boolean tls) throws Exception {
    HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
    if (tls) {
      String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      new ProcessBuilder(
              keytool,
              "-genkeypair",
              "-alias",
              "gateway",
              "-keyalg",
              "EC",
              "-dname",
              "CN=localhost",
              "-storetype",
              "PKCS12",
              "-storepass",
              "changeit",
              "-keystore",
              store().toString())
          .start()
          .waitFor();
      options
          .setSsl(true)
          .setPfxKeyCertOptions(
              new PfxOptions().setPath(store().toString()).setPassword("changeit"));
    }
    return options;
  }

  private Path store() {
    return folder.resolve("gateway.p12");
  }

  private Socket connect(HttpServer server, boolean tls) throws Exception {
    Socket socket;
    if (tls) {
      KeyStore known = KeyStore.getInstance(store().toFile(), "changeit".toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      socket = context.getSocketFactory().createSocket("localhost", server.actualPort());
    } else {
      socket = new Socket("localhost", server.actualPort());
    }
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static long readAll(Socket socket, long enough) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[64 * 1024];
    long count = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
        if (count >= enough) {
          return count;
        }
      }
    } catch (SocketException reset) {
      assertEquals("Connection reset", reset.getMessage());
    }
    return count;
  }

  private GatewayConfig config() {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(GatewayConfig.class);
    builder.withDefaultValue("evenhand.gateway.contact.url", "http://localhost:1");
    for (String service : new String[] {"policy", "review", "calibration", "analytics"}) {
      builder.withDefaultValue("evenhand.gateway.upstreams." + service, "http://localhost:1");
    }
    for (String rate : new String[] {"caller", "address", "preflight"}) {
      builder.withDefaultValue("evenhand.gateway.rates." + rate + ".burst", "1");
      builder.withDefaultValue("evenhand.gateway.rates." + rate + ".per-second", "1");
    }
    builder.withDefaultValue("evenhand.gateway.stall-time", stallTime);
    return builder.build().getConfigMapping(GatewayConfig.class);
  }
}
