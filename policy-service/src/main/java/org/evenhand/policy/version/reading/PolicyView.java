package org.evenhand.policy.version.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.Policy;
import org.evenhand.policy.version.VersionState;
import org.evenhand.policy.version.VersionSummary;
import org.jspecify.annotations.Nullable;

/** A policy as a client reads it: its versions in short, as far as they may be seen. */
@Schema(name = "Policy", description = "A line of versions.")
public record PolicyView(
    UUID id,
    @Schema(description = "The name in the version in force, else in the latest one") String name,
    @Schema(description = "The number of the version that binds today") @Nullable Integer inForce,
    @Schema(description = "The number of the version announced to follow")
        @Nullable Integer announced,
    VersionSummary latest,
    PersonRef createdBy,
    Instant createdAt,
    @Schema(description = "draftNextVersion where a new draft can be begun") List<String> actions) {

  /**
   * @param visible the versions that the reader may see, at least one
   */
  static PolicyView of(Policy policy, List<VersionSummary> visible, Actor reader) {
    VersionSummary latest =
        visible.stream().max(Comparator.comparingInt(VersionSummary::version)).orElseThrow();
    var inForce = in(VersionState.EFFECTIVE, visible);
    return new PolicyView(
        policy.id(),
        inForce.orElse(latest).name(),
        inForce.map(VersionSummary::version).orElse(null),
        in(VersionState.ANNOUNCED, visible).map(VersionSummary::version).orElse(null),
        latest,
        PersonRef.of(policy.createdBy()),
        policy.createdAt(),
        reader.hr() && reader.employeeId() != null && !latest.state().underWay()
            ? List.of("draftNextVersion")
            : List.of());
  }

  private static Optional<VersionSummary> in(VersionState state, List<VersionSummary> versions) {
    return versions.stream().filter(v -> v.state() == state).findFirst();
  }
}
