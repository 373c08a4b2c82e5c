package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Whom a policy version binds; an empty list leaves that side open. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Scope(List<String> countries, List<String> legalEntities, List<String> workerTypes) {

  static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

  public Scope {
    countries = countries == null ? List.of() : List.copyOf(countries);
    legalEntities = legalEntities == null ? List.of() : List.copyOf(legalEntities);
    workerTypes = workerTypes == null ? List.of() : List.copyOf(workerTypes);
  }

  public boolean binds(String country, String legalEntity, String workerType) {
    return covers(countries, country)
        && covers(legalEntities, legalEntity)
        && covers(workerTypes, workerType);
  }

  private static boolean covers(List<String> named, String value) {
    return named.isEmpty() || named.contains(value);
  }
}
