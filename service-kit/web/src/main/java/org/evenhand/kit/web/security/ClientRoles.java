package org.evenhand.kit.web.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Leaves a client that calls for itself only the roles that a client can have, whatever else its
 * account was given. A person's roles are narrowed by record, line and units, and a client has none
 * of these.
 */
@Singleton
class ClientRoles implements SecurityIdentityAugmentor {

  private static final Set<String> OF_CLIENTS = Set.of(Roles.HRIS, Roles.INSIGHT, Roles.SERVICE);

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(() -> narrowed(identity));
  }

  private static SecurityIdentity narrowed(SecurityIdentity identity) {
    boolean client =
        identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim(Caller.CLIENT) != null;
    if (!client || OF_CLIENTS.containsAll(identity.getRoles())) {
      return identity;
    }
    Set<String> roles =
        identity.getRoles().stream().filter(OF_CLIENTS::contains).collect(Collectors.toSet());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(roles)
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .build();
  }
}
