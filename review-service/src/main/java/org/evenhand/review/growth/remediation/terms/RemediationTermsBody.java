package org.evenhand.review.growth.remediation.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a plan as the API writes them.
 *
 * @param said absent as long as nobody has named it; needed for the review by HR
 */
@Schema(
    name = "RemediationTerms",
    example =
        """
        {"criterion": "delivery", "ordinal": 3, "shortfall": "Releases come without a plan",
         "observations": ["019a8c1e-6f00-7000-8000-000000000501",
           "019a8c1e-6f00-7000-8000-000000000502"],
         "said": {"kind": "CHECK_IN", "id": "019a8c1e-6f00-7000-8000-000000000601",
           "support": "An hour a week with a colleague who plans releases"},
         "days": 60, "checkpoints": [{"day": 15}, {"day": 30}, {"day": 45}],
         "means": [{"kind": "MENTOR", "text": "An hour a week", "day": 7}]}
        """)
public record RemediationTermsBody(
    @NotNull @PlainText @Size(max = 100) String criterion,
    @NotNull @Min(1) @Max(20) Integer ordinal,
    @NotNull @PlainText @Size(max = 4000) String shortfall,
    @NotNull @Size(max = 20) List<@NotNull UUID> observations,
    @Valid @Nullable SaidBody said,
    @NotNull @Min(1) @Max(366) Integer days,
    @NotNull @Size(max = 30) List<@NotNull @Valid CheckDayBody> checkpoints,
    @NotNull @Size(max = 20) List<@NotNull @Valid OwedMeansBody> means) {

  @Schema(name = "RemediationSaid")
  public record SaidBody(
      @NotNull SaidKind kind,
      @NotNull UUID id,
      @NotNull @PlainText @Size(max = 4000) String support) {}

  /**
   * @param id of one that stays; absent for one that is new
   */
  @Schema(name = "RemediationCheckDay")
  public record CheckDayBody(@Nullable UUID id, @NotNull @Min(1) @Max(366) Integer day) {}

  /**
   * @param id of one that stays; absent for one that is new
   * @param deliverer absent for the manager
   */
  @Schema(name = "RemediationMeans")
  public record OwedMeansBody(
      @Nullable UUID id,
      @NotNull MeansKind kind,
      @Pattern(regexp = DECIMAL) @Nullable String amount,
      @PlainText @Size(max = 60) @Nullable String unit,
      @PlainText @Size(max = 2000) @Nullable String text,
      @NotNull @Min(1) @Max(366) Integer day,
      @Nullable Deliverer deliverer) {

    /** A text, because a number would be read in more than one way. */
    static final String DECIMAL = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?$";
  }

  public static RemediationTermsBody of(RemediationTerms terms) {
    Said said = terms.said();
    return new RemediationTermsBody(
        terms.criterion(),
        terms.ordinal(),
        terms.shortfall(),
        terms.observations(),
        said == null ? null : new SaidBody(said.kind(), said.id(), said.support()),
        terms.days(),
        terms.checkpoints().stream().map(each -> new CheckDayBody(each.id(), each.day())).toList(),
        terms.means().stream()
            .map(
                each ->
                    new OwedMeansBody(
                        each.id(),
                        each.kind(),
                        each.amount(),
                        each.unit(),
                        each.text(),
                        each.day(),
                        each.deliverer()))
            .toList());
  }
}
