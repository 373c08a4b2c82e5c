package org.evenhand.calibration.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.policy.VersionInForce.Scope;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What we read of an event of a policy: which version it is about, and what that says. */
record VersionTold(UUID policyId, int version, @Nullable Content content) {

  record Content(
      Scale scale,
      List<Criterion> criteria,
      @Nullable List<Anchor> anchors,
      @Nullable Scope scope,
      @Nullable CalibrationRules calibration) {}

  record CalibrationRules(@Nullable Integer checksAQuarter) {}

  record Anchor(String criterion, int ordinal, String text) {

    private String key() {
      return criterion + "/" + ordinal;
    }
  }

  record Scale(List<Level> levels) {}

  record Level(int ordinal) {}

  record Criterion(String key) {}

  /**
   * @throws RefusedEvent when it doesn't say which version it is about
   */
  static VersionTold of(ReceivedEvent event) {
    VersionTold told = event.as(VersionTold.class);
    if (told.policyId() == null || told.version() < 1) {
      throw new RefusedEvent("policyId and version must be there");
    }
    return told;
  }

  /**
   * @throws RefusedEvent when a version takes effect that says nothing
   */
  VersionInForce inForce() {
    if (content == null || content.scale() == null || content.criteria() == null) {
      throw new RefusedEvent("content must be there, with its scale and criteria");
    }
    return new VersionInForce(
        version,
        content.scale().levels().size(),
        content.criteria().stream().map(Criterion::key).toList(),
        anchors(content.anchors()),
        Objects.requireNonNullElse(content.scope(), Scope.EVERYONE),
        checks(content.calibration()));
  }

  private static @Nullable Integer checks(@Nullable CalibrationRules rules) {
    Integer asked = rules == null ? null : rules.checksAQuarter();
    if (asked != null && asked < 0) {
      throw new RefusedEvent("checksAQuarter can't be less than none");
    }
    return asked;
  }

  private static Map<String, String> anchors(@Nullable List<Anchor> anchors) {
    return anchors == null
        ? Map.of()
        : anchors.stream()
            .collect(Collectors.toMap(Anchor::key, Anchor::text, (first, second) -> second));
  }
}
