package org.evenhand.gateway;

import org.evenhand.kit.web.problem.ProblemType;

/** Refusals of the gateway alone: how a request is written and arrives, and the feed. */
public enum GatewayProblem implements ProblemType {
  REQUEST_TIMEOUT(
      408,
      "The request did not come in within its time",
      "Send the request again, without pausing in the middle of it."),
  POSITION_GONE(
      410,
      "This position in the events no longer exists",
      "Delete what was made of the events and read again from the beginning, without a cursor."),
  URI_TOO_LONG(
      414,
      "The target of the request is too long",
      "Shorten the query: fewer or shorter parameters."),
  EXPECTATION_FAILED(
      417,
      "This expectation is not met here",
      "Leave the header Expect out, or send 100-continue."),
  HEADERS_TOO_LARGE(
      431,
      "The header fields are too large",
      "Send fewer or shorter header fields; often it is a token or a cookie that has grown."),
  NOT_IMPLEMENTED(
      501,
      "This is not implemented here",
      "Use another method or transfer coding: the document names those that are taken."),
  HTTP_VERSION_NOT_SUPPORTED(505, "This version of HTTP is not spoken here", "Send HTTP/1.1.");

  private final int status;
  private final String title;
  private final String remedy;

  GatewayProblem(int status, String title, String remedy) {
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
