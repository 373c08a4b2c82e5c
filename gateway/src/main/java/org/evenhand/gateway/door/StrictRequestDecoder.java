package org.evenhand.gateway.door;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Netty's decoder behind a check: it sees a head only when the head is whole and keeps the {@link
 * HeadRules}, and a chunk's size line only when it is a plain hexadecimal number. Anything else is
 * passed on as a failed message that carries the problem, and nothing more is read from that
 * connection.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

  private enum Phase {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    LAST_CHUNK,
    REFUSED
  }

  private static final int LONGEST_CHUNK_LINE = 256;
  private static final int LINE_END = 2;
  private static final int HEXADECIMAL = 16;

  /** Chunk extensions have no meaning here and are ignored. */
  private static final Pattern CHUNK =
      Pattern.compile("(?=[0-9a-fA-F])0*+[0-9a-fA-F]{0,7}(?:;[!-~]*+)?\r\n");

  private final int longestLine;
  private final int longestFields;
  private final Duration headTime;
  private final Lines lines = new Lines();
  private Phase phase = Phase.HEAD;
  private boolean chunked;
  private int restOfChunk;
  private @Nullable ScheduledFuture<?> deadline;

  StrictRequestDecoder(HttpServerOptions options, Duration headTime) {
    super(options);
    longestLine = options.getMaxInitialLineLength();
    longestFields = options.getMaxHeaderSize();
    this.headTime = headTime;
  }

  /** A head that has begun has to be whole within its time. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    boolean within = phase == Phase.HEAD && actualReadableBytes() > 0;
    if (within && deadline == null) {
      deadline =
          ctx.executor().schedule(() -> late(ctx), headTime.toMillis(), TimeUnit.MILLISECONDS);
    } else if (!within && deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
    super.channelReadComplete(ctx);
  }

  private void late(ChannelHandlerContext ctx) {
    if (phase == Phase.HEAD && ctx.channel().isActive()) {
      HttpObject refused = refused(Problem.of(GatewayProblem.REQUEST_TIMEOUT, "Send it faster."));
      phase = Phase.REFUSED;
      ctx.fireChannelRead(refused);
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out)
      throws Exception {
    try {
      if (phase == Phase.REFUSED) {
        bytes.skipBytes(bytes.readableBytes());
      } else if (isNextWhole(bytes)) {
        int before = bytes.readerIndex();
        super.decode(ctx, bytes, out);
        advance(bytes.readerIndex() - before, out);
      }
    } catch (Problem problem) {
      out.add(refused(problem));
      phase = Phase.REFUSED;
      bytes.skipBytes(bytes.readableBytes());
    }
  }

  private boolean isNextWhole(ByteBuf bytes) {
    return switch (phase) {
      case HEAD -> isHeadWhole(bytes);
      case CHUNK_SIZE -> isChunkLineWhole(bytes);
      case LAST_CHUNK -> isEndWhole(bytes);
      default -> true;
    };
  }

  private boolean isHeadWhole(ByteBuf bytes) {
    int length = lines.head(bytes);
    if (length == Lines.INCOMPLETE) {
      boolean first = lines.lastLine() == 0;
      bound(first ? bytes.readableBytes() : 0, first ? 0 : bytes.readableBytes());
      return false;
    }
    if (length == LINE_END) {
      // RFC 9112, 2.2: an empty line before the request line is ignored
      bytes.skipBytes(length);
      return false;
    }
    String head = Lines.text(bytes, length);
    int firstLine = head.indexOf("\r\n");
    bound(firstLine, length - firstLine);
    chunked = HeadRules.check(head);
    return true;
  }

  private void bound(int line, int fields) {
    if (line > longestLine) {
      throw Problem.of(
          GatewayProblem.URI_TOO_LONG, "The first line may have " + longestLine + " bytes.");
    }
    if (fields > longestFields) {
      throw Problem.of(
          GatewayProblem.HEADERS_TOO_LARGE, "Headers may have " + longestFields + " bytes.");
    }
  }

  private boolean isChunkLineWhole(ByteBuf bytes) {
    int length = lines.line(bytes);
    if (length == Lines.INCOMPLETE && bytes.readableBytes() <= LONGEST_CHUNK_LINE) {
      return false;
    }
    String line = Lines.text(bytes, Math.min(Math.max(length, 0), LONGEST_CHUNK_LINE));
    if (!CHUNK.matcher(line).matches()) {
      throw HeadRules.malformed("The size of a chunk must be a hexadecimal number on its line.");
    }
    int size = Integer.parseInt(line.split("[;\r]", 2)[0], HEXADECIMAL);
    phase = size == 0 ? Phase.LAST_CHUNK : Phase.CHUNK;
    restOfChunk = length + size + LINE_END;
    return true;
  }

  /** The line of the last chunk is read by now; the empty line must follow it. */
  private static boolean isEndWhole(ByteBuf bytes) {
    if (bytes.readableBytes() < LINE_END) {
      return false;
    }
    if (bytes.getShort(bytes.readerIndex()) != ('\r' << Byte.SIZE | '\n')) {
      throw HeadRules.malformed("Trailers are not taken: end with an empty line.");
    }
    return true;
  }

  private void advance(int read, List<Object> out) {
    HttpObject last = out.isEmpty() ? null : (HttpObject) out.get(out.size() - 1);
    if (last != null && last.decoderResult().isFailure()) {
      phase = Phase.REFUSED;
    } else if (last instanceof LastHttpContent) {
      phase = Phase.HEAD;
    } else if (phase == Phase.HEAD && last != null) {
      phase = chunked ? Phase.CHUNK_SIZE : Phase.BODY;
    } else if (phase == Phase.CHUNK) {
      restOfChunk -= read;
      phase = restOfChunk == 0 ? Phase.CHUNK_SIZE : Phase.CHUNK;
    }
  }

  private HttpObject refused(Problem problem) {
    HttpObject message =
        phase == Phase.HEAD
            ? new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/")
            : new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
    message.setDecoderResult(DecoderResult.failure(problem));
    return message;
  }
}
