package org.evenhand.attack;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Somebody with a token.
 *
 * @param name the user name of a person, or the id of a client
 * @param externalId of a person; empty for a client
 * @param roles that the token carries
 * @param bearer a valid token, fetched anew when it would expire
 */
public record Caller(String name, String externalId, Set<String> roles, Supplier<String> bearer) {

  public String authorization() {
    return "Bearer " + bearer.get();
  }

  public boolean hasAny(Set<String> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }
}
