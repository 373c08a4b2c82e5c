package org.evenhand.kit.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.Texts;

/**
 * The caller, as the verified token describes them. A token never holds reporting lines: what this
 * caller may do with an object is for the service to decide.
 */
@RequestScoped
public class Caller {

  /** The claim that a client's own token has. */
  static final String CLIENT = "client_id";

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
    return claim("azp").or(() -> claim(CLIENT)).orElseThrow(Caller::unauthenticated);
  }

  /**
   * Whether a client calls for itself, by client credentials. Only such a token has {@code
   * client_id}; in a person's token {@code azp} says which client they use.
   */
  public boolean isClient() {
    return claim(CLIENT).isPresent();
  }

  /**
   * The person's id in the HRIS; empty only for a client.
   *
   * @throws Problem EMPLOYEE_UNKNOWN for a person's token that names no employee
   */
  public Optional<String> employeeExternalId() {
    if (isClient()) {
      return Optional.empty();
    }
    return Optional.of(claim("employee_id").map(Texts::normal).orElseThrow(Caller::unknown));
  }

  /**
   * The answer to a person's token that names no employee, or one who doesn't work here. It is the
   * same in all services.
   */
  public static Problem unknown() {
    return Problem.of(
        CommonProblem.EMPLOYEE_UNKNOWN, "The token names nobody who works here at present.");
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
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !Texts.isBlank(text));
  }

  private static Problem unauthenticated() {
    return Problem.of(CommonProblem.UNAUTHENTICATED, "The token does not say who calls.");
  }
}
