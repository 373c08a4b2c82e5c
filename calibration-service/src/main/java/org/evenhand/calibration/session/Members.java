package org.evenhand.calibration.session;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds a session, and who scores in it. */
@Embeddable
public class Members {

  private UUID facilitatorId;
  private UUID coFacilitatorId;
  private @Nullable Instant coAgreedAt;

  private UUID[] raterIds;

  /** Who has given up a seat; nobody of them takes another one. */
  private UUID[] formerMembers;

  protected Members() {}

  Members(UUID facilitator, UUID coFacilitator, List<UUID> raters) {
    this.facilitatorId = facilitator;
    this.coFacilitatorId = coFacilitator;
    this.raterIds = raters.toArray(UUID[]::new);
    this.formerMembers = new UUID[0];
  }

  void agree(Instant now) {
    coAgreedAt = now;
  }

  /** A new co-facilitator has to agree as the first one had. */
  void replace(UUID leaving, UUID joining) {
    if (isFacilitator(leaving)) {
      facilitatorId = joining;
    } else if (isCoFacilitator(leaving)) {
      coFacilitatorId = joining;
      coAgreedAt = null;
    } else {
      raterIds =
          Stream.of(raterIds)
              .map(rater -> rater.equals(leaving) ? joining : rater)
              .sorted()
              .toArray(UUID[]::new);
    }
    formerMembers =
        Stream.concat(Stream.of(formerMembers), Stream.of(leaving)).toArray(UUID[]::new);
  }

  /** Whether the co-facilitator has taken the seat beside the facilitator. */
  public boolean isAgreed() {
    return coAgreedAt != null;
  }

  /** The one of HR. */
  public boolean isFacilitator(UUID person) {
    return facilitatorId.equals(person);
  }

  /** The manager, who countersigns. */
  public boolean isCoFacilitator(UUID person) {
    return coFacilitatorId.equals(person);
  }

  /** Either of the two. */
  public boolean facilitates(UUID person) {
    return isFacilitator(person) || isCoFacilitator(person);
  }

  public boolean isRater(UUID person) {
    return raterIds().contains(person);
  }

  public boolean contains(UUID person) {
    return facilitates(person) || isRater(person);
  }

  /** Whether somebody has or had a seat. */
  public boolean everContained(UUID person) {
    return contains(person) || List.of(formerMembers).contains(person);
  }

  /** Everybody who has or had a seat. */
  public List<UUID> ever() {
    return Stream.of(
            Stream.of(facilitatorId, coFacilitatorId),
            Stream.of(raterIds),
            Stream.of(formerMembers))
        .flatMap(people -> people)
        .distinct()
        .toList();
  }

  public UUID facilitatorId() {
    return facilitatorId;
  }

  public UUID coFacilitatorId() {
    return coFacilitatorId;
  }

  public List<UUID> raterIds() {
    return List.of(raterIds);
  }
}
