package org.evenhand.review.growth.observation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What callers send to observations. */
final class ObservationRequests {

  private static final int LONG_TEXT = 8000;

  private ObservationRequests() {}

  /**
   * What was seen, and of whom.
   *
   * @param employeeId absent for the caller themself
   * @param impact absent where that isn't known
   */
  @Schema(
      name = "NewObservation",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000021", "criterion": "delivery",
           "situation": "The release was at risk",
           "behaviour": "Split it and said what would not be in it",
           "impact": "The first half shipped in time", "observedOn": "2026-05-12"}
          """)
  record NewObservation(
      @Nullable UUID employeeId,
      @NotNull @PlainText @Size(max = 100) String criterion,
      @NotNull @PlainText @Size(max = LONG_TEXT) String situation,
      @NotNull @PlainText @Size(max = LONG_TEXT) String behaviour,
      @PlainText @Size(max = LONG_TEXT) @Nullable String impact,
      @NotNull LocalDate observedOn) {

    ObservedWords words() {
      return new ObservedWords(situation, behaviour, impact);
    }
  }

  @Schema(name = "ObservationReply", example = "{\"text\": \"Two of us split it\"}")
  record ReplyRequest(@NotNull @PlainText @Size(max = LONG_TEXT) String text) {}

  /**
   * In which review.
   *
   * @param criterion of the policy of its cycle; absent for that of the observation
   */
  @Schema(
      name = "ObservationCitation",
      example = "{\"reviewId\": \"019a8c1e-6f00-7000-8000-000000000112\"}")
  record CitationRequest(
      @NotNull UUID reviewId, @PlainText @Size(max = 100) @Nullable String criterion) {}
}
