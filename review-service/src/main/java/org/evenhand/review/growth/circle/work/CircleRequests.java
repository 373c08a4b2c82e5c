package org.evenhand.review.growth.circle.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What callers send to a circle. */
final class CircleRequests {

  private CircleRequests() {}

  /**
   * @param invited beside the caller
   */
  @Schema(
      name = "CoachingCircleRequest",
      example =
          """
          {"theme": "Leading for the first time",
           "invited": ["019a8c1e-6f00-7000-8000-000000000021",
             "019a8c1e-6f00-7000-8000-000000000022"]}
          """)
  record CircleRequest(
      @NotNull @PlainText @Size(max = 200) String theme,
      @NotNull @Size(min = 2, max = 7) List<@NotNull UUID> invited) {}

  @Schema(
      name = "CircleInvitationRequest",
      example = "{\"employeeId\": \"019a8c1e-6f00-7000-8000-000000000021\"}")
  record InvitationRequest(@NotNull UUID employeeId) {}

  @Schema(name = "CircleMeetingRequest", example = "{\"day\": \"2026-12-10\"}")
  record MeetingRequest(@NotNull LocalDate day) {}

  /** Which meeting is meant. */
  enum WhichMeeting {
    /** The one that is planned, also when its hour has come. */
    NEXT,
    /** The one that was recorded last, by mistake. */
    LAST
  }

  @Schema(name = "CircleMeetingCancellationRequest", example = "{\"meeting\": \"NEXT\"}")
  record CancellationRequest(@NotNull WhichMeeting meeting) {}
}
