package org.evenhand.gateway.door;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.Refusals;

/**
 * Puts {@link StrictRequestDecoder} and {@link Turns} into each connection before anything of it is
 * read. Neither Quarkus nor Vert.x has a place for that, so it is done where connections are
 * accepted.
 */
@Singleton
class FrontDoor {

  private static final AttributeKey<Boolean> WATCHED =
      AttributeKey.valueOf(FrontDoor.class, "watched");
  private static final int SMALL_READ = 256;
  private static final int USUAL_READ = 4 * 1024;
  private static final int LARGE_READ = 32 * 1024;

  /** In bytes, of a connection; left to itself, Linux keeps up to four megabytes for a slow one. */
  private static final int SENT_AHEAD = 256 * 1024;

  private static final String DOOR = "door";
  private static final String TLS_READY = "handshaker";
  private static final String DECODER = "httpDecoder";
  private static final String APPLICATION = "handler";

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Refusals refusals;

  FrontDoor(Vertx vertx, GatewayConfig config, Refusals refusals) {
    this.vertx = vertx;
    this.config = config;
    this.refusals = refusals;
  }

  void open(@ObservesAsync HttpServerStart started) {
    VertxInternal loops = (VertxInternal) vertx;
    channels(loops.getAcceptorEventLoopGroup(), channel -> watch(channel, started.options()));
    channels(loops.getEventLoopGroup(), FrontDoor::endEarlyComer);
  }

  private static void channels(EventLoopGroup group, Consumer<Channel> action) {
    for (EventExecutor executor : group) {
      if (executor instanceof SingleThreadEventLoop loop) {
        loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(action));
      }
    }
  }

  private void watch(Channel channel, HttpServerOptions options) {
    if (channel instanceof ServerChannel && channel.pipeline().get(DOOR) == null) {
      channel.pipeline().addFirst(DOOR, new Accepted(options));
    }
  }

  /** A client that connects between the start of listening and this moment has to connect again. */
  private static void endEarlyComer(Channel channel) {
    if (channel.parent() instanceof ServerChannel && channel.attr(WATCHED).get() == null) {
      var ignored = channel.close();
    }
  }

  /** Sees each connection before Vert.x does. */
  private final class Accepted extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;

    Accepted(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object connection) {
      Channel channel = (Channel) connection;
      channel.attr(WATCHED).set(true);
      channel.pipeline().addFirst(DOOR, new Connected(options));
      ctx.fireChannelRead(connection);
    }
  }

  /** By now Vert.x has set up its part, or will have when TLS is ready. */
  private final class Connected extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;

    Connected(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ChannelPipeline pipeline = ctx.pipeline();
      if (pipeline.get(TLS_READY) == null) {
        secure(pipeline, options);
      } else {
        pipeline.addBefore(TLS_READY, "encrypted", new Encrypted(options));
      }
      ctx.fireChannelActive();
      pipeline.remove(this);
    }
  }

  private final class Encrypted extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;

    Encrypted(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      ctx.fireUserEventTriggered(event);
      if (ctx.pipeline().get(DECODER) != null) {
        ctx.pipeline().remove(this);
        secure(ctx.pipeline(), options);
      }
    }
  }

  private void secure(ChannelPipeline pipeline, HttpServerOptions options) {
    if (pipeline.get(DECODER) == null || pipeline.get(APPLICATION) == null) {
      // closing down, or another Vert.x: better no connection than an unwatched one
      var ignored = pipeline.channel().close();
      return;
    }
    // While a request waits, all that was read with it waits too; so little is read at a time
    pipeline
        .channel()
        .config()
        .setRecvByteBufAllocator(
            new AdaptiveRecvByteBufAllocator(SMALL_READ, USUAL_READ, LARGE_READ)
                .maxMessagesPerRead(1));
    pipeline.channel().config().setOption(ChannelOption.SO_SNDBUF, SENT_AHEAD);
    long stall = config.stallTime().toMillis();
    pipeline.replace(DECODER, DECODER, new StrictRequestDecoder(options, config.headTime()));
    pipeline.addBefore(
        APPLICATION, "stalls", new IdleStateHandler(true, 0, stall, 0, TimeUnit.MILLISECONDS));
    pipeline.addBefore(APPLICATION, "turns", new Turns(refusals));
  }
}
