package org.evenhand.local.company;

import java.util.Set;

/**
 * A person of the sample company, as far as signing in is concerned.
 *
 * @param familyName empty for a person with one name only
 * @param roles realm roles
 * @param hrUnits the units that an HR partner serves; empty for everybody else
 */
public record Person(
    String externalId,
    String username,
    String givenName,
    String familyName,
    String email,
    String managerExternalId,
    String orgUnit,
    Set<String> roles,
    Set<String> hrUnits) {

  public String name() {
    return (givenName + " " + familyName).strip();
  }

  public boolean has(String role) {
    return roles.contains(role);
  }
}
