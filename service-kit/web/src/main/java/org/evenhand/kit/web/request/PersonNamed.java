package org.evenhand.kit.web.request;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.evenhand.kit.web.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A person's token has to name an employee; otherwise it opens nothing, whatever its roles. Each
 * service looks up in its own copy of the directory whether that employee works here.
 */
@Singleton
public class PersonNamed {

  private final SecurityIdentity identity;
  private final Caller caller;

  PersonNamed(SecurityIdentity identity, Caller caller) {
    this.identity = identity;
    this.caller = caller;
  }

  @ServerRequestFilter(nonBlocking = true, priority = BodyLimit.ORDER - 10)
  public void check() {
    if (!identity.isAnonymous() && !caller.isClient()) {
      var ignored = caller.employeeExternalId();
    }
  }
}
