package org.evenhand.review.delegation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who is to act for whom.
 *
 * @param fromExternalId for whom; absent for the caller themself
 */
@Schema(
    example =
        """
        {"toExternalId": "L003", "kinds": ["REVIEW"], "firstDay": "2026-12-07",
         "lastDay": "2026-12-18"}
        """)
record DelegationRequest(
    @PlainText @Size(max = 100) @Schema(examples = "L002") @Nullable String fromExternalId,
    @NotNull @PlainText @Size(max = 100) @Schema(examples = "L003") String toExternalId,
    @NotEmpty @Size(max = 10) List<@NotNull DelegatedWork> kinds,
    @NotNull @Schema(examples = "2026-12-07") LocalDate firstDay,
    @NotNull @Schema(examples = "2026-12-18") LocalDate lastDay) {

  DelegationRequest {
    kinds = Objects.requireNonNullElse(kinds, List.of());
  }

  Delegation.Days days() {
    return new Delegation.Days(firstDay, lastDay);
  }
}
