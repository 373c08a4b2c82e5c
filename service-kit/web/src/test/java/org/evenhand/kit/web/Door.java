package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.security.Roles;

/** Callers at the trial service's door. */
final class Door {

  static final String ID = "0190a5c0-0000-7000-8000-000000000001";

  private Door() {}

  static RequestSpecification employee() {
    return as(Tokens.forEmployee("E001", Roles.EMPLOYEE));
  }

  static RequestSpecification manager() {
    return as(Tokens.forEmployee("E002", Roles.EMPLOYEE, Roles.MANAGER));
  }

  static RequestSpecification hris() {
    return as(Tokens.forClient("evenhand-hris", Roles.HRIS));
  }

  static RequestSpecification as(Tokens token) {
    return given().header("Authorization", token.bearer());
  }
}
