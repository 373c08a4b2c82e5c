package org.evenhand.review.growth.plan.terms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What the company owes for an action.
 *
 * @param id of one that stays; absent for one that is new
 * @param deliverer absent for the manager
 * @param catalogueEntryId where the seat is; of a SEAT alone
 */
@Schema(
    name = "DevelopmentMeansRequest",
    example =
        """
        {"kind": "BUDGET", "amount": "900", "unit": "EUR", "text": "The course on planning",
         "dueOn": "2027-02-15", "deliverer": "HR"}
        """)
public record MeansBody(
    @Nullable UUID id,
    @NotNull MeansKind kind,
    @Pattern(regexp = MeansBody.DECIMAL) @Nullable String amount,
    @PlainText @Size(max = 60) @Nullable String unit,
    @PlainText @Size(max = 2000) @Nullable String text,
    @NotNull LocalDate dueOn,
    @Nullable Deliverer deliverer,
    @Nullable UUID catalogueEntryId) {

  /** A text, because a number would be read in more than one way; nothing is owed by less. */
  static final String DECIMAL = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?$";
}
