package org.evenhand.gateway.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.gateway.Refusals;
import org.evenhand.gateway.Refusals.Reason;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time: a connection's next request is handed on when the answer to the last one
 * is completely out, and meanwhile nothing more is read. So a client that sends and doesn't read
 * holds one answer, of which no more than the write buffer's water mark is in memory, and not one
 * for each request.
 *
 * <p>The connection ends when an answer has begun and nothing of it goes out for a while, whichever
 * side is slow, and when a body still comes in that long after its answer. While a request is under
 * way, silence doesn't end the connection: an upload may pause and a service may take its time, and
 * both have limits of their own.
 */
final class Turns extends ChannelDuplexHandler {

  private static final Logger LOG = Logger.getLogger("org.evenhand.access");

  private final Refusals refusals;
  private final Queue<Object> waiting = new ArrayDeque<>();
  private @Nullable HttpRequest present;
  private boolean incoming;
  private boolean begun;
  private boolean over;
  private boolean wantsMore;

  Turns(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (over) {
      ReferenceCountUtil.release(message);
    } else if (!waiting.isEmpty() || mustWait(message)) {
      waiting.add(message);
    } else {
      pass(ctx, message);
    }
  }

  private boolean mustWait(Object message) {
    return message instanceof HttpRequest && present != null;
  }

  private void pass(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      refuse(ctx, PlainAnswers.problem(part.decoderResult().cause()));
      return;
    }
    if (message instanceof HttpRequest request) {
      present = request;
      begun = false;
      incoming = true;
    }
    if (message instanceof LastHttpContent) {
      incoming = false;
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void read(ChannelHandlerContext ctx) {
    if (waiting.isEmpty()) {
      ctx.read();
    } else {
      wantsMore = true;
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (over) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
    } else if (message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      var ignored = ctx.write(message, promise);
    } else {
      begun = begun || message instanceof HttpResponse;
      Object answer = explained(message);
      ChannelPromise done = promise;
      if (message instanceof LastHttpContent) {
        done = promise.unvoid();
        done.addListener(out -> next(ctx));
      }
      var ignored = ctx.write(answer, done);
    }
  }

  private Object explained(Object message) {
    return message instanceof FullHttpResponse answer
            && present != null
            && !present.method().equals(HttpMethod.HEAD)
        ? PlainAnswers.explained(answer, present)
        : message;
  }

  private void next(ChannelHandlerContext ctx) {
    present = null;
    begun = false;
    if (!waiting.isEmpty()) {
      ctx.executor().execute(() -> admit(ctx));
    }
  }

  private void admit(ChannelHandlerContext ctx) {
    while (!waiting.isEmpty() && !mustWait(waiting.element())) {
      pass(ctx, waiting.remove());
    }
    ctx.fireChannelReadComplete();
    if (waiting.isEmpty() && wantsMore) {
      wantsMore = false;
      ctx.read();
    }
  }

  private void refuse(ChannelHandlerContext ctx, Problem problem) {
    boolean late = problem.type() == GatewayProblem.REQUEST_TIMEOUT;
    refusals.count(late ? Reason.SLOW : Reason.MALFORMED, present == null ? "head" : "body");
    over = true;
    dropWaiting();
    if (begun) {
      // half of an answer is out: only by cutting it off can we say that it isn't valid
      var ignored = ctx.close();
    } else {
      FullHttpResponse answer = PlainAnswers.of(problem, present);
      String id = answer.headers().get(RequestId.HEADER);
      LOG.infof("Refused %s with %d: %s", id, problem.status(), problem.detail());
      LastWord.say(ctx, answer);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof IdleStateEvent idle)) {
      ctx.fireUserEventTriggered(event);
    } else if (idle.state() == IdleState.WRITER_IDLE) {
      stalled(ctx, idle.isFirst());
    } else if (present == null) {
      ctx.fireUserEventTriggered(event);
    }
  }

  /** The first time it may be that less than all of one write went out; after that, nothing did. */
  private void stalled(ChannelHandlerContext ctx, boolean first) {
    boolean unread = begun && !over && !first;
    boolean rest = incoming && present == null;
    if (unread || rest || over) {
      refusals.count(unread ? Reason.UNREAD : Reason.SLOW, unread ? "answer" : "rest");
      var ignored = ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    over = true;
    dropWaiting();
    ctx.fireChannelInactive();
  }

  private void dropWaiting() {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }
}
