package org.evenhand.kit.web.requestid;

import java.util.regex.Pattern;
import org.evenhand.kit.web.id.Ids;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id by which one request can be found in logs, problems and traces. It is taken from the
 * client where it is well formed, so that a chain of systems can share it.
 */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";
  public static final String MDC_KEY = "requestId";

  // The pattern is narrow because the id is written into log lines and answers.
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,128}");

  private RequestId() {}

  /** The client's id when it is well formed, a new one otherwise. */
  public static String from(@Nullable String header) {
    return header != null && WELL_FORMED.matcher(header).matches() ? header : Ids.next().toString();
  }

  /** The id of the request that is being served; a new one outside of any request. */
  public static String current() {
    return MDC.get(MDC_KEY) instanceof String id ? id : Ids.next().toString();
  }
}
