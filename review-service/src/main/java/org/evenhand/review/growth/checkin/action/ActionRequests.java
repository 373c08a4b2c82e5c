package org.evenhand.review.growth.checkin.action;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.checkin.Party;
import org.jspecify.annotations.Nullable;

/** What callers send of actions. */
final class ActionRequests {

  private ActionRequests() {}

  @Schema(
      name = "CheckInActionRequest",
      example =
          """
          {"owedBy": "MANAGER", "title": "Ask for a second tester", "dueOn": "2026-12-18"}
          """)
  record ActionRequest(
      @NotNull Party owedBy,
      @NotNull @PlainText @Size(max = 200) String title,
      @NotNull LocalDate dueOn) {}

  /** How an action can end. */
  enum ActionOutcome {
    DONE,
    DROPPED
  }

  /**
   * @param reason needed for DROPPED
   */
  @Schema(name = "CheckInActionClosingRequest", example = "{\"outcome\": \"DONE\"}")
  record ClosingRequest(
      @NotNull ActionOutcome outcome, @PlainText @Size(max = 2000) @Nullable String reason) {}
}
