package org.evenhand.gateway.door;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.json.Json;
import java.util.Optional;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * Gives refusals by Netty and Vert.x, which have no body or one in HTML, the form of all other
 * problems.
 */
final class PlainAnswers {

  private static final int ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private PlainAnswers() {}

  static Problem problem(@Nullable Throwable failure) {
    return failure instanceof Problem problem
        ? problem
        : HeadRules.malformed("The request is not written as HTTP has it.");
  }

  static FullHttpResponse of(Problem problem, @Nullable HttpRequest request) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    String claimed = request == null ? null : request.headers().get(RequestId.HEADER);
    headers.set(RequestId.HEADER, RequestId.from(claimed));
    return written(problem, headers);
  }

  /** The same answer, or a problem with the same status. */
  static FullHttpResponse explained(FullHttpResponse answer, HttpRequest request) {
    String type = answer.headers().get(HttpHeaderNames.CONTENT_TYPE);
    int status = answer.status().code();
    if (status < ERROR || type != null && !type.startsWith("text/")) {
      return answer;
    }
    HttpHeaders headers = new DefaultHttpHeaders().add(answer.headers());
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    if (!headers.contains(RequestId.HEADER)) {
      headers.set(RequestId.HEADER, RequestId.from(request.headers().get(RequestId.HEADER)));
    }
    answer.release();
    return written(ofStatus(status), headers);
  }

  private static FullHttpResponse written(Problem problem, HttpHeaders headers) {
    String id = Optional.ofNullable(headers.get(RequestId.HEADER)).orElseThrow();
    ByteBuf json = Json.encodeToBuffer(ProblemBody.of(problem, id)).getByteBuf();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set(HttpHeaderNames.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, json.readableBytes());
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1,
        HttpResponseStatus.valueOf(problem.status()),
        Unpooled.wrappedBuffer(json),
        headers,
        EmptyHttpHeaders.INSTANCE);
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> Problem.of(CommonProblem.UNAUTHENTICATED, "Send a valid access token.");
      case 403 -> Problem.of(CommonProblem.FORBIDDEN, "Pages of this origin may not ask.");
      case 404 -> Problem.of(CommonProblem.NOT_FOUND, "No operation has this path.");
      case 405 -> Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "This method is not offered here.");
      case 501 -> Problem.of(GatewayProblem.NOT_IMPLEMENTED, "Send HTTP/1.1 in its usual form.");
      case 503 -> Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "Try again in a little while.");
      default ->
          status >= SERVER_ERROR
              ? Problem.of(CommonProblem.INTERNAL_ERROR, "It is in our log under this request id.")
              : HeadRules.malformed("The request could not be read.");
    };
  }
}
