package org.evenhand.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.evenhand.gateway.Refusals;
import org.junit.jupiter.api.Test;

class TurnsTest {

  /** A client that reads what is written only when the test says so. */
  private static final class Client extends ChannelOutboundHandlerAdapter {
    private final Queue<ChannelPromise> untaken = new ArrayDeque<>();
    private int reads;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      untaken.add(promise);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
      reads++;
      ctx.read();
    }

    void take() {
      while (!untaken.isEmpty()) {
        untaken.remove().trySuccess();
      }
    }
  }

  private final Client client = new Client();
  private final Refusals refusals = new Refusals(new SimpleMeterRegistry());
  private final EmbeddedChannel channel = new EmbeddedChannel(client, new Turns(refusals));

  @Test
  void theNextRequestComesWhenTheAnswerIsTaken() {
    request("/1");
    request("/2");
    request("/3");
    assertEquals(List.of("/1"), served());
    channel.writeOutbound(answer(200));
    channel.runPendingTasks();
    assertEquals(List.of(), served(), "written, but not taken");
    client.take();
    channel.runPendingTasks();
    assertEquals(List.of("/2"), served());
  }

  @Test
  void nothingMoreIsReadWhileRequestsWait() {
    request("/1");
    request("/2");
    int before = client.reads;
    channel.read();
    assertEquals(before, client.reads);
    channel.writeOutbound(answer(200));
    client.take();
    channel.runPendingTasks();
    assertTrue(client.reads > before, "read on");
  }

  @Test
  void silenceIsNoIdlenessWhileARequestIsUnderWay() {
    request("/1");
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.WRITER_IDLE_STATE_EVENT);
    assertTrue(channel.isOpen(), "an upload may pause, a service may think");
  }

  @Test
  void anAnswerOfWhichNothingIsTakenEndsTheConnection() {
    request("/1");
    channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.FIRST_WRITER_IDLE_STATE_EVENT);
    assertTrue(channel.isOpen(), "a part of what is written may have been taken");
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.WRITER_IDLE_STATE_EVENT);
    assertFalse(channel.isOpen());
  }

  @Test
  void aBodyThatGoesOnLongAfterItsAnswerEndsTheConnection() {
    channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/1"));
    channel.writeOutbound(answer(413));
    client.take();
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.WRITER_IDLE_STATE_EVENT);
    assertFalse(channel.isOpen());
  }

  @Test
  void aRefusalWithoutAWordIsAProblem() {
    EmbeddedChannel open = new EmbeddedChannel(new Turns(refusals));
    open.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/1"));
    open.writeOutbound(answer(403));
    FullHttpResponse answer = open.readOutbound();
    String body = answer.content().toString(StandardCharsets.UTF_8);
    assertEquals("application/problem+json", answer.headers().get("Content-Type"));
    assertTrue(body.contains("problems/forbidden"), body);
    assertTrue(body.contains(answer.headers().get("X-Request-Id")), body);
  }

  private void request(String path) {
    channel.writeInbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path),
        LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private static FullHttpResponse answer(int status) {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
  }

  private List<String> served() {
    List<String> served = new ArrayList<>();
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      if (message instanceof HttpRequest request) {
        served.add(request.uri());
      }
    }
    return served;
  }
}
