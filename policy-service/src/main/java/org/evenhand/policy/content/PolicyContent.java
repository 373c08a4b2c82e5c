package org.evenhand.policy.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The whole text of a version: what a signature covers and what an event carries. Parts that may be
 * left out have a default here, so that the hash of what is stored is the hash of what is read.
 *
 * @param appeals 20 working days where nothing is said; it stays left out then, for there are
 *     signed versions that don't have it, and their hash stays as it was signed
 * @param checkIns as the two agree where nothing is said; it stays left out then, as with appeals
 * @param consultationDays least days of consultation of the version that replaces this one
 * @param noticeDays least days between announcement and effect of the version that replaces this
 */
@Schema(
    description =
        "The whole text of a policy version. consultationDays and noticeDays bind the version that"
            + " will replace this one.")
public record PolicyContent(
    @NotNull @PlainText @Size(max = 200) String name,
    @Valid Scope scope,
    @NotNull @Valid Scale scale,
    @NotEmpty @Size(max = 30) List<@NotNull @Valid Criterion> criteria,
    @Size(max = 300) List<@NotNull @Valid Anchor> anchors,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Question> form,
    @NotNull Overall overall,
    @Valid Evidence evidence,
    @Valid Eligibility eligibility,
    @Valid CalibrationRules calibration,
    @Nullable @Valid AppealRules appeals,
    @Nullable @Valid CheckInRules checkIns,
    @Size(max = 100) List<@NotNull @PlainText @Size(max = 4000) String> pathways,
    @Valid Outcomes outcomes,
    @Size(max = 100) List<@NotNull @Valid Exemplar> exemplars,
    @NotNull @Min(0) @Max(365) Integer consultationDays,
    @NotNull @Min(0) @Max(365) Integer noticeDays) {

  public PolicyContent {
    scope = Objects.requireNonNullElse(scope, Scope.EVERYONE);
    anchors = Objects.requireNonNullElse(anchors, List.of());
    evidence = Objects.requireNonNullElse(evidence, Evidence.DEFAULT);
    eligibility = Objects.requireNonNullElse(eligibility, Eligibility.DEFAULT);
    calibration = Objects.requireNonNullElse(calibration, CalibrationRules.DEFAULT);
    pathways = Objects.requireNonNullElse(pathways, List.of());
    outcomes = Objects.requireNonNullElse(outcomes, Outcomes.NONE);
    exemplars = Objects.requireNonNullElse(exemplars, List.of());
  }
}
