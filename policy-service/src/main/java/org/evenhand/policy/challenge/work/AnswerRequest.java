package org.evenhand.policy.challenge.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.challenge.Becoming;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What is answered. All employees read it, so links lead to what is of nobody alone.
 *
 * @param links paths of what it refers to, such as a later version; where it is referred, of that
 * @param notOwnPractice that the practice isn't in the hands of whoever answers, nor of anybody
 *     above or below them; needed where nobody knows in whose it is
 * @param becomes the version under way or the decision that an accepted one becomes
 */
@Schema(
    name = "ChallengeAnswerRequest",
    example =
        """
        {"outcome": "ACCEPTED", "text": "The next version names listening.",
         "becomes": "/v1/policies/0198f2a0-0000-7000-8000-000000000010/versions/2"}
        """)
public record AnswerRequest(
    @NotNull ChallengeOutcome outcome,
    @NotNull @PlainText @Size(max = 4000) String text,
    @Size(max = 5)
        List<
                @NotNull @Size(max = 300)
                @Pattern(
                    regexp =
                        "^/v1/(policies|charters|governance-reviews|findings|cycles"
                            + "|calibration-sessions|challenges)/[A-Za-z0-9/_-]+$",
                    message = "must be a path of the API that leads to nobody's own")
                String>
            links,
    @Nullable
        @Size(max = 120)
        @Pattern(
            regexp = Becoming.PATH,
            message = "must be the path of a version or of a decision of a review of governance")
        String becomes,
    @Nullable Boolean notOwnPractice) {

  public AnswerRequest {
    links = Objects.requireNonNullElse(links, List.of());
    notOwnPractice = Objects.requireNonNullElse(notOwnPractice, false);
  }

  boolean declaresNotOwn() {
    return Boolean.TRUE.equals(notOwnPractice);
  }

  Optional<Becoming> becoming() {
    return Optional.ofNullable(becomes).map(Becoming::at);
  }

  /**
   * @throws Problem 422 where the outcome asks for more, or for less
   */
  void requireWhole(Challenge challenge) {
    if (outcome == ChallengeOutcome.ACCEPTED && becomes == null) {
      throw invalid(REQUIRED.at("/becomes", "says what an accepted challenge becomes"));
    }
    if (outcome != ChallengeOutcome.ACCEPTED && becomes != null) {
      throw invalid(NOT_ALLOWED.at("/becomes", "is only of an accepted challenge"));
    }
    if (outcome == ChallengeOutcome.REFERRED && links.isEmpty()) {
      throw invalid(REQUIRED.at("/links", "says where a referred challenge belongs"));
    }
    if (challenge.isOfUnknownHands() && !declaresNotOwn()) {
      throw invalid(
          REQUIRED.at(
              "/notOwnPractice", "says that it isn't your own, as nobody knows whose it is"));
    }
    if (declaresNotOwn() && challenge.practice().isEmpty()) {
      throw invalid(NOT_ALLOWED.at("/notOwnPractice", "is only of a practice"));
    }
  }

  static Problem invalid(Violation why) {
    return Problem.of(PolicyProblem.CHALLENGE_INVALID, "An answer can't be given so.").with(why);
  }
}
