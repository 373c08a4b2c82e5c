package org.evenhand.kit.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, as the verified token says. Reporting lines are never in a token: what this caller may
 * do with an object is the service's own question.
 */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  @Inject
  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The account's stable id at the identity provider ({@code sub}). */
  public String subject() {
    return claim("sub").orElseThrow(Caller::unauthenticated);
  }

  /** The client that the token was issued to ({@code azp}), a UI or a system. */
  public String clientId() {
    return claim("azp").or(() -> claim("client_id")).orElseThrow(Caller::unauthenticated);
  }

  /** The HRIS' id of the person; empty for a system. */
  public Optional<String> employeeExternalId() {
    return claim("employee_id");
  }

  public Set<String> roles() {
    return identity.getRoles();
  }

  public boolean has(String role) {
    return identity.hasRole(role);
  }

  private Optional<String> claim(String name) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw unauthenticated();
    }
    Object value = token.getClaim(name);
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }

  private static Problem unauthenticated() {
    return Problem.of(CommonProblem.UNAUTHENTICATED, "The token does not say who calls.");
  }
}
