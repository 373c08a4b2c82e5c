package org.evenhand.gateway.door;

import static io.netty.channel.ChannelFutureListener.CLOSE;
import static io.netty.channel.ChannelFutureListener.CLOSE_ON_FAILURE;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.ssl.SslHandler;

/**
 * An answer after which a connection ends. Writing ends at once; reading ends when the client
 * closes, or when {@link Turns} does after a while. If the connection were closed while bytes still
 * come in, the answer would be lost with them.
 */
final class LastWord {

  private LastWord() {}

  static void say(ChannelHandlerContext ctx, FullHttpResponse answer) {
    boolean plain = ctx.pipeline().get(SslHandler.class) == null;
    ChannelFuture said = ctx.writeAndFlush(answer);
    if (plain && ctx.channel() instanceof SocketChannel socket) {
      said.addListener(out -> socket.shutdownOutput().addListener(CLOSE_ON_FAILURE));
    } else {
      said.addListener(CLOSE);
    }
  }
}
