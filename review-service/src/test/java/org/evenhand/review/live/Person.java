package org.evenhand.review.live;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;

/** Somebody who works here, with the roles of their token. */
public record Person(String externalId, String givenName, String familyName, List<String> roles) {

  public String name() {
    return givenName + " " + familyName;
  }

  public Tokens token() {
    return Tokens.forEmployee(externalId, roles.toArray(String[]::new));
  }

  /** A request of theirs; what it answers is held against the OpenAPI document. */
  public RequestSpecification ask() {
    return Hris.as(token()).contentType("application/json");
  }
}
