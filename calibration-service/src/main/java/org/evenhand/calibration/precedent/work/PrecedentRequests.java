package org.evenhand.calibration.precedent.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.precedent.PrecedentTag;
import org.evenhand.calibration.precedent.PrecedentWords;
import org.evenhand.calibration.precedent.Withdrawal;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What callers send about precedents. */
public final class PrecedentRequests {

  private static final int LONG_TEXT = 4000;

  private PrecedentRequests() {}

  /** A case that never was. */
  @Schema(
      name = "NewPrecedent",
      example =
          """
          {"policyId": "019a8c1e-6f00-7000-8000-0000000000b1", "criterion": "delivery",
           "ordinal": 3,
           "observations": [
             {"situation": "Half of the team was lent to another one",
              "behaviour": "[Reviewee] said in the first week what would not be done",
              "impact": "What was promised was there, in time"}],
           "reason": "The anchor asks for what was agreed; it was agreed anew, openly.",
           "tags": ["WORKLOAD"], "checkerExternalId": "L007"}
          """)
  public record NewPrecedent(
      @NotNull UUID policyId,
      @Schema(description = "A key of the policy; absent for a whole review")
          @PlainText
          @Size(max = 60)
          @Nullable String criterion,
      @NotNull @Min(1) Integer ordinal,
      @NotEmpty @Size(max = 10) List<@NotNull @Valid FictionObservation> observations,
      @PlainText @Size(max = LONG_TEXT) @Nullable String narrative,
      @PlainText @Size(max = LONG_TEXT) @Nullable String contextNote,
      @NotNull @PlainText @Size(max = LONG_TEXT) String reason,
      @PlainText @Size(max = LONG_TEXT) @Nullable String dissent,
      @Size(max = 7) @Nullable List<@NotNull PrecedentTag> tags,
      @Schema(description = "Somebody of the other side", examples = "L007")
          @NotNull
          @PlainText
          @Size(max = 100)
          String checkerExternalId) {

    PrecedentWords words() {
      return new PrecedentWords(
          List.of(
              new RedactedPart(
                  criterion,
                  observations.stream().map(FictionObservation::observed).toList(),
                  narrative,
                  contextNote)),
          reason,
          dissent);
    }

    List<PrecedentTag> tagged() {
      return orNone(tags);
    }
  }

  @Schema(
      name = "FictionObservation",
      example =
          """
          {"situation": "Half of the team was lent to another one",
           "behaviour": "[Reviewee] said in the first week what would not be done",
           "impact": "What was promised was there, in time"}
          """)
  public record FictionObservation(
      @NotNull @PlainText @Size(max = 2000) String situation,
      @NotNull @PlainText @Size(max = 2000) String behaviour,
      @NotNull @PlainText @Size(max = 2000) String impact) {

    private RedactedPart.Observed observed() {
      return new RedactedPart.Observed(situation, behaviour, impact, null);
    }
  }

  /** What is added to what the session came to. */
  @Schema(
      name = "PrecedentOfConsensus",
      example = "{\"dissent\": \"One of four held it for level 4.\", \"tags\": [\"PART_YEAR\"]}")
  public record PrecedentOfConsensus(
      @PlainText @Size(max = LONG_TEXT) @Nullable String dissent,
      @Size(max = 7) @Nullable List<@NotNull PrecedentTag> tags) {

    List<PrecedentTag> tagged() {
      return orNone(tags);
    }
  }

  @Schema(name = "RecognisedPassage", example = "{\"passage\": \"Madame Holt\"}")
  public record RecognisedPassage(
      @NotNull
          @PlainText
          @Size(max = 500)
          @Schema(description = "As it stands in the precedent", examples = "Madame Holt")
          String passage) {}

  @Schema(
      name = "PrecedentRedaction",
      example = "{\"passage\": \"Madame Holt\", \"placeholder\": \"[Colleague A]\"}")
  public record PrecedentRedaction(
      @NotNull
          @PlainText
          @Size(max = 500)
          @Schema(
              description = "As it stands in the precedent; it is taken out wherever it stands",
              examples = "Madame Holt")
          String passage,
      @Pattern(
              regexp = RedactedPart.PLACEHOLDER,
              message = "is a placeholder as samples have them, such as [Colleague A]")
          @Schema(
              description = "What stands there instead; [Removed] by default",
              examples = "[Colleague A]")
          @Nullable String placeholder) {

    String instead() {
      return Optional.ofNullable(placeholder).orElse(RedactedPart.REMOVED);
    }
  }

  @Schema(name = "PrecedentWithdrawal", example = "{\"cause\": \"MISLEADING\"}")
  public record PrecedentWithdrawal(@NotNull Withdrawal.Cause cause) {}

  private static List<PrecedentTag> orNone(@Nullable List<PrecedentTag> tags) {
    return Optional.ofNullable(tags).orElse(List.of());
  }
}
