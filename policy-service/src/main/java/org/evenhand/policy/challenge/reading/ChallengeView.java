package org.evenhand.policy.challenge.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeKind;
import org.evenhand.policy.challenge.ChallengeState;
import org.evenhand.policy.challenge.FollowUp;
import org.evenhand.policy.challenge.Practice;
import org.evenhand.policy.challenge.VersionPart;
import org.evenhand.policy.challenge.access.ChallengePermissions;
import org.evenhand.policy.challenge.access.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as a client reads it.
 *
 * @param author only for HR outside the chains of those concerned, and for the author
 * @param dueOn while it waits for an answer
 * @param supporters from the least group on; missing below
 */
@Schema(
    name = "Challenge",
    description =
        "Everybody reads what was said and what was answered. Who raised it, which practice it is"
            + " and in whose hands, the author reads, and HR that is neither challenged nor in the"
            + " chain of anybody concerned.")
public record ChallengeView(
    UUID id,
    ChallengeState state,
    ChallengeKind kind,
    String text,
    @Nullable VersionPart part,
    @Nullable Practice practice,
    @Nullable PersonRef author,
    boolean mine,
    Instant raisedAt,
    @Nullable LocalDate dueOn,
    boolean late,
    List<AnswerView> answers,
    @Nullable FollowUpView followUp,
    @Nullable UUID mergedInto,
    @Nullable Long supporters,
    boolean supported,
    @Nullable Instant closedAt,
    List<String> actions) {

  static ChallengeView of(Challenge challenge, Standing standing, Surroundings around) {
    long supporters = standing.support().number();
    return new ChallengeView(
        challenge.id(),
        challenge.state(),
        challenge.kind(),
        challenge.text(),
        challenge.part().orElse(null),
        challenge
            .practice()
            .map(practice -> standing.seesNames() ? practice : practice.unnamed())
            .orElse(null),
        standing.seesNames() ? PersonRef.of(challenge.authorId()) : null,
        standing.author(),
        challenge.raisedAt(),
        around.dueOn(challenge),
        around.isLate(challenge),
        challenge.answers().stream().map(answer -> AnswerView.of(answer, around)).toList(),
        challenge.followUp().map(FollowUpView::of).orElse(null),
        challenge.mergedInto().orElse(null),
        supporters < around.leastGroup() ? null : supporters,
        standing.support().mine(),
        challenge.closedAt().orElse(null),
        ChallengePermissions.open(challenge, standing));
  }

  /** What the first answer left open. */
  @Schema(name = "ChallengeFollowUp")
  public record FollowUpView(String text, Instant at) {
    static FollowUpView of(FollowUp said) {
      return new FollowUpView(said.text(), said.at());
    }
  }
}
