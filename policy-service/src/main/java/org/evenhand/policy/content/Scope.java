package org.evenhand.policy.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.evenhand.kit.web.text.CountryCode;
import org.evenhand.kit.web.text.PlainText;

/**
 * Whom a version binds. An empty list leaves that dimension open.
 *
 * @param countries ISO 3166-1 alpha-2
 */
public record Scope(
    @Size(max = 250) List<@NotNull @CountryCode String> countries,
    @Size(max = 500) List<@NotNull @PlainText @Size(max = 100) String> legalEntities,
    @Size(max = 50) List<@NotNull @PlainText @Size(max = 100) String> workerTypes) {

  public static final Scope EVERYONE = new Scope(List.of(), List.of(), List.of());

  public Scope {
    countries = Objects.requireNonNullElse(countries, List.of());
    legalEntities = Objects.requireNonNullElse(legalEntities, List.of());
    workerTypes = Objects.requireNonNullElse(workerTypes, List.of());
  }

  /** Whether there can be a person whom both scopes bind. */
  public boolean overlaps(Scope other) {
    return meet(countries, other.countries)
        && meet(legalEntities, other.legalEntities)
        && meet(workerTypes, other.workerTypes);
  }

  /** Whether this one binds all whom the other binds. */
  public boolean covers(Scope other) {
    return covers(countries, other.countries)
        && covers(legalEntities, other.legalEntities)
        && covers(workerTypes, other.workerTypes);
  }

  /** Whom both bind, of two scopes that overlap. */
  public Scope sharedWith(Scope other) {
    return new Scope(
        shared(countries, other.countries),
        shared(legalEntities, other.legalEntities),
        shared(workerTypes, other.workerTypes));
  }

  private static boolean covers(List<String> one, List<String> other) {
    return one.isEmpty() || !other.isEmpty() && one.containsAll(other);
  }

  private static List<String> shared(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.stream().filter(other::contains).toList();
  }

  private static boolean meet(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }
}
