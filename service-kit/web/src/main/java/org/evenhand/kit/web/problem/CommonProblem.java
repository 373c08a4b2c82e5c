package org.evenhand.kit.web.problem;

/** The problems that any operation of the suite can answer with. */
public enum CommonProblem implements ProblemType {
  MALFORMED_REQUEST(
      400,
      "The request is unreadable or against the schema",
      "Correct the body as `errors` says, by pointer. Nothing was changed."),
  INVALID_PARAMETER(
      400, "A parameter is not valid", "Correct the parameter or header that `errors` names."),
  UNAUTHENTICATED(
      401,
      "A valid access token is needed",
      "Get a new access token for the audience evenhand-api, and send it as a bearer token."),
  FORBIDDEN(
      403,
      "This is not open to the caller",
      "Ask whoever has the role: each operation names its roles. `actions` of an object says what"
          + " its reader may do with it now."),
  EMPLOYEE_UNKNOWN(
      403,
      "The caller is not a known employee",
      "The token's employee_id has to be the externalId of somebody in the organisation. Import the"
          + " person, or correct the claim in the identity provider."),
  CLIENT_NOT_MEANT(
      403, "This is for another service", "Nothing: this operation is between services."),
  NOT_FOUND(
      404,
      "There is no such thing, or the caller may not know of it",
      "Check the id. What the caller may not know of is not told apart from what does not exist."),
  METHOD_NOT_ALLOWED(
      405,
      "This method is not offered here",
      "The header Allow names the methods that are offered."),
  NOT_ACCEPTABLE(
      406,
      "None of the accepted media types is offered here",
      "Accept one of the media types that the document names for this operation."),
  STATE_CONFLICT(
      409,
      "The present state does not allow this",
      "Read the object again: `allowed` and its `actions` name what its present state lets"
          + " happen."),
  IDEMPOTENCY_IN_PROGRESS(
      409,
      "A request with this Idempotency-Key is still running",
      "Send the same request again after a moment; it gets the answer of the first."),
  PRECONDITION_FAILED(
      412,
      "The resource has changed in the meantime",
      "Read the object again, look at what has changed, and send the change with the new ETag."),
  BODY_TOO_LARGE(
      413,
      "The body is too large",
      "Send less at once: a long import can be split into several files."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "This media type is not taken here",
      "Send one of the media types that the document names for this operation, in Content-Type."),
  RULE_VIOLATED(
      422, "A rule is violated", "Correct what `errors` or the detail names. Nothing was changed."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "This Idempotency-Key was used for another request",
      "Take a new key for a new request; a repeat has to be the same to the byte."),
  PRECONDITION_REQUIRED(
      428,
      "A change needs If-Match with the ETag that was read",
      "Read the object first, and send its ETag in If-Match."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "Wait as many seconds as Retry-After says, then send the same request again."),
  INTERNAL_ERROR(
      500,
      "Something went wrong on our side",
      "Send the same request again; if it fails again, tell the operator the requestId."),
  BAD_GATEWAY(
      502,
      "A service behind the gateway could not be reached",
      "Send the same request again after a moment; a repeat under the same Idempotency-Key does"
          + " nothing twice."),
  DEPENDENCY_UNAVAILABLE(
      503,
      "Something that is needed for this is away",
      "Send the same request again after as many seconds as Retry-After says."),
  BUSY(
      503,
      "Others are at work on the same",
      "Send the same request again after as many seconds as Retry-After says."),
  GATEWAY_TIMEOUT(
      504,
      "A service behind the gateway did not answer in time",
      "Send the same request again under the same Idempotency-Key: what was done is not done"
          + " twice.");

  private final int status;
  private final String title;
  private final String remedy;

  CommonProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
