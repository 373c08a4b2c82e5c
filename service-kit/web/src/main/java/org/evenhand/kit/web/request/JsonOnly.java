package org.evenhand.kit.web.request;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * An operation that takes an object accepts it as JSON only. Quarkus would also create it from
 * plain text where the type has a constructor with one string, and so bypass the checks on JSON.
 */
@Provider
public class JsonOnly implements ReaderInterceptor {

  private static final Set<Class<?>> TEXTS = Set.of(String.class, InputStream.class, byte[].class);

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType media = context.getMediaType();
    if (!TEXTS.contains(context.getType())
        && media != null
        && MediaType.TEXT_PLAIN_TYPE.isCompatible(media)
        && !media.isWildcardType()) {
      throw Problem.of(
          CommonProblem.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is not one taken here.");
    }
    return context.proceed();
  }
}
