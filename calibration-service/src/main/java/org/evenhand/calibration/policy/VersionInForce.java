package org.evenhand.calibration.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a policy lets people say of a case, and whom it asks for what.
 *
 * @param criteria their keys
 * @param anchors their texts, by criterion and level: {@code delivery/3}
 * @param scope whom it binds
 * @param checksAQuarter of each manager; null where it says nothing
 */
public record VersionInForce(
    int version,
    int scaleSize,
    List<String> criteria,
    Map<String, String> anchors,
    Scope scope,
    @Nullable Integer checksAQuarter) {

  /** An empty list leaves that side open. */
  public record Scope(
      List<String> countries, List<String> legalEntities, List<String> workerTypes) {

    static final Scope EVERYONE = new Scope(List.of(), List.of(), List.of());

    public Scope {
      countries = Objects.requireNonNullElse(countries, List.of());
      legalEntities = Objects.requireNonNullElse(legalEntities, List.of());
      workerTypes = Objects.requireNonNullElse(workerTypes, List.of());
    }
  }
}
