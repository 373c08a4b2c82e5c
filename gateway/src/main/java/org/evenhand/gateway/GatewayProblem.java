package org.evenhand.gateway;

import org.evenhand.kit.web.problem.ProblemType;

/** Refusals of the gateway alone: how a request is written, and how it arrives. */
public enum GatewayProblem implements ProblemType {
  REQUEST_TIMEOUT(408, "The request did not come in within its time"),
  URI_TOO_LONG(414, "The target of the request is too long"),
  EXPECTATION_FAILED(417, "This expectation is not met here"),
  HEADERS_TOO_LARGE(431, "The header fields are too large"),
  NOT_IMPLEMENTED(501, "This is not implemented here"),
  HTTP_VERSION_NOT_SUPPORTED(505, "This version of HTTP is not spoken here");

  private final int status;
  private final String title;

  GatewayProblem(int status, String title) {
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
