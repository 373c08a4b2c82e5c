package org.evenhand.policy.challenge.reading;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.challenge.Becoming;
import org.evenhand.policy.challenge.ChallengeAnswer;
import org.evenhand.policy.challenge.ChallengeOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, and by whom.
 *
 * @param becomes the path of what an accepted challenge becomes
 * @param progress what came of that
 * @param notOwnPractice whether whoever answered has declared that it isn't in their hands
 */
@Schema(name = "ChallengeAnswer")
public record AnswerView(
    ChallengeOutcome outcome,
    String text,
    List<String> links,
    @Nullable String becomes,
    @Nullable Progress progress,
    PersonRef by,
    Instant at,
    boolean late,
    boolean notOwnPractice) {

  static AnswerView of(ChallengeAnswer answer, Surroundings around) {
    Becoming becomes = answer.becomes();
    return new AnswerView(
        answer.outcome(),
        answer.text(),
        answer.links(),
        becomes == null ? null : becomes.path(),
        becomes == null ? null : around.progress().get(becomes),
        PersonRef.of(answer.by()),
        answer.at(),
        answer.late(),
        answer.notOwnPractice());
  }
}
