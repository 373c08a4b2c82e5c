package org.evenhand.kit.web.request;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.Texts;

/**
 * Holds the text in an address to the rules for text in a body: it is refused when it isn't UTF-8
 * or holds characters that no text may hold. The routes behind this filter would read question
 * marks instead.
 */
@Singleton
class AddressFilter {

  private static final int AFTER_REQUEST_ID = 900;

  void register(@Observes Filters filters) {
    filters.register(AddressFilter::refuse, AFTER_REQUEST_ID);
  }

  private static void refuse(RoutingContext request) {
    fault(request.request().uri())
        .ifPresentOrElse(
            fault ->
                ProblemWriter.write(
                    request,
                    Problem.of(CommonProblem.INVALID_PARAMETER, "The address " + fault + ".")),
            request::next);
  }

  static Optional<String> fault(String address) {
    if (address.indexOf('%') < 0) {
      return Optional.empty();
    }
    try {
      // One byte a character: so nothing is lost before it is known whether it is UTF-8
      byte[] bytes =
          QueryStringDecoder.decodeComponent(address, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Texts.fault(text).map(fault -> "holds " + fault);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.of("is not in UTF-8, percent-encoded");
    }
  }
}
