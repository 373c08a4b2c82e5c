package org.evenhand.review.growth.checklist.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.jspecify.annotations.Nullable;

/** What callers send to a checklist. */
final class ChecklistRequests {

  private ChecklistRequests() {}

  /**
   * @param assignmentId which of their assignments, by the HRIS' id; absent for the main one
   * @param startsOn absent for today
   * @param awaySince of a RETURN: since when the person was away
   */
  @Schema(
      name = "ChecklistRequest",
      example =
          """
          {"kind": "LEAVING", "employeeId": "019a8c1e-6f00-7000-8000-000000000021",
           "startsOn": "2027-03-31"}
          """)
  record ChecklistRequest(
      @NotNull ChecklistKind kind,
      @NotNull UUID employeeId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate awaySince) {}

  /**
   * @param outcome DONE, or NOT_NEEDED
   * @param reason needed for NOT_NEEDED
   */
  @Schema(
      name = "ChecklistItemClosingRequest",
      example = "{\"outcome\": \"NOT_NEEDED\", \"reason\": \"They know the house\"}")
  record ItemClosingRequest(
      @NotNull ItemOutcome outcome, @PlainText @Size(max = 2000) @Nullable String reason) {}

  /**
   * @param employeeId null to name nobody any more
   */
  @Schema(
      name = "ChecklistBuddyRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000022\"}")
  record BuddyRequest(@Nullable UUID employeeId) {}

  @Schema(
      name = "ChecklistCancellationRequest",
      example = "{\"reason\": \"The move was called off\"}")
  record CancellationRequest(@NotNull @PlainText @Size(max = 2000) String reason) {}
}
