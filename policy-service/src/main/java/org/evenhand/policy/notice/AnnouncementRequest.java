package org.evenhand.policy.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.policy.version.Announcement;

/** What HR sends to announce. */
@Schema(
    description = "effectiveOn is a date in UTC and respects the notice.",
    example =
        """
        {
          "rationale": "Two criteria measured the same thing",
          "expectedImpact": "Fewer ratings off the middle without evidence",
          "effectiveOn": "2027-01-01"
        }
        """)
public record AnnouncementRequest(
    @NotNull @PlainText @Size(max = 4000) String rationale,
    @NotNull @PlainText @Size(max = 4000) String expectedImpact,
    @NotNull LocalDate effectiveOn) {

  Announcement.Draft draft() {
    return new Announcement.Draft(rationale, expectedImpact, effectiveOn);
  }
}
