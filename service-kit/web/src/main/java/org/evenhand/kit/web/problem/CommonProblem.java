package org.evenhand.kit.web.problem;

/** The problems that any operation of the suite can answer with. */
public enum CommonProblem implements ProblemType {
  MALFORMED_REQUEST(400, "The request is unreadable or against the schema"),
  INVALID_PARAMETER(400, "A parameter is not valid"),
  UNAUTHENTICATED(401, "A valid access token is needed"),
  FORBIDDEN(403, "This is not open to the caller"),
  EMPLOYEE_UNKNOWN(403, "The caller is not a known employee"),
  NOT_FOUND(404, "There is no such thing, or the caller may not know of it"),
  METHOD_NOT_ALLOWED(405, "This method is not offered here"),
  NOT_ACCEPTABLE(406, "None of the accepted media types is offered here"),
  STATE_CONFLICT(409, "The present state does not allow this"),
  IDEMPOTENCY_IN_PROGRESS(409, "A request with this Idempotency-Key is still running"),
  PRECONDITION_FAILED(412, "The resource has changed in the meantime"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type is not taken here"),
  RULE_VIOLATED(422, "A rule is violated"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),
  PRECONDITION_REQUIRED(428, "A change needs If-Match with the ETag that was read"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  BAD_GATEWAY(502, "A service behind the gateway could not be reached"),
  DEPENDENCY_UNAVAILABLE(503, "Something that is needed for this is away"),
  BUSY(503, "Others are at work on the same"),
  GATEWAY_TIMEOUT(504, "A service behind the gateway did not answer in time");

  private final int status;
  private final String title;

  CommonProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
