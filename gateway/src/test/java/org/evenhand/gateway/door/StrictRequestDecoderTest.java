package org.evenhand.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestDecoderTest {

  private static final String GET = "GET /v1/me HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST =
      "POST /v1/me HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String PUT = "PUT /v1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void requestsAreReadHoweverTheyAreCut(int piece) {
    String all =
        GET + POST + "3\r\nabc\r\n10;x=y\r\n0123456789abcdef\r\n0\r\n\r\n" + PUT + "\r\n\r\n" + GET;
    EmbeddedChannel channel = channel();
    send(channel, all, piece);
    List<String> read = read(channel);
    assertEquals(List.of("GET ", "POST abc0123456789abcdef", "PUT \r\n\r\n", "GET "), read);
    assertTrue(channel.finish() || channel.inboundMessages().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void nothingIsReadAfterWhatIsRefused(int piece) {
    for (String bad :
        List.of("GET /v1/me HTTP/1.1\r\nA : b\r\n\r\n", POST + "1\r\nab\r\n", POST + "g\r\n")) {
      EmbeddedChannel channel = channel();
      send(channel, bad + GET + GET, piece);
      List<HttpObject> failed = new ArrayList<>();
      long requests = 0;
      for (HttpObject m = channel.readInbound(); m != null; m = channel.readInbound()) {
        requests += m instanceof HttpRequest ? 1 : 0;
        if (m.decoderResult().isFailure()) {
          failed.add(m);
        }
      }
      assertEquals(1, failed.size(), bad);
      assertEquals(1, requests, bad);
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void aHeadIsBoundedWhileItComesIn() {
    EmbeddedChannel channel = channel();
    send(channel, "GET /" + "a".repeat(5000), 1000);
    assertEquals(414, refusal(channel).status());
    channel = channel();
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(2000), 1000);
    assertEquals(431, refusal(channel).status());
  }

  @Test
  void nothingComesOutOfHalfAHead() {
    EmbeddedChannel channel = channel();
    send(channel, GET.substring(0, GET.length() - 1), 4);
    assertNull(channel.readInbound());
    channel.finishAndReleaseAll();
  }

  private static EmbeddedChannel channel() {
    return new EmbeddedChannel(
        new StrictRequestDecoder(new HttpServerOptions(), Duration.ofSeconds(30)));
  }

  private static void send(EmbeddedChannel channel, String text, int piece) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i += piece) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, i, Math.min(piece, bytes.length - i)));
    }
  }

  private static Problem refusal(EmbeddedChannel channel) {
    HttpObject message = channel.readInbound();
    Problem problem = (Problem) message.decoderResult().cause();
    channel.finishAndReleaseAll();
    return problem;
  }

  private static List<String> read(EmbeddedChannel channel) {
    List<String> read = new ArrayList<>();
    StringBuilder request = new StringBuilder();
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      if (message instanceof HttpRequest head) {
        request = new StringBuilder(head.method() + " ");
      }
      if (message instanceof HttpContent content) {
        assertTrue(content.decoderResult().isSuccess(), () -> "failed: " + content);
        request.append(content.content().toString(StandardCharsets.ISO_8859_1));
        content.release();
      }
      if (message instanceof LastHttpContent) {
        read.add(request.toString());
      }
    }
    return read;
  }
}
