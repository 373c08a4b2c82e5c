package org.evenhand.policy.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How calibration sessions work.
 *
 * @param targetAgreement ordinal Krippendorff's alpha that a session aims at, 0 to 1; missing it
 *     never blocks
 * @param checksAQuarter how many checks of how they rate a manager owes of a whole quarter; two
 *     where nothing is said. It stays left out then, as with appeals
 * @param guidance soft expectations; nothing is ever forced into them
 */
public record CalibrationRules(
    @Min(1) @Max(20) Integer ratersPerSample,
    @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 3) BigDecimal targetAgreement,
    @Nullable @Min(0) @Max(6) Integer checksAQuarter,
    @Size(max = 10) List<@NotNull @Valid GuidanceRange> guidance) {

  /** What a session aims at where a version says nothing. */
  public static final BigDecimal TARGET = new BigDecimal("0.8");

  static final CalibrationRules DEFAULT = new CalibrationRules(3, TARGET, null, List.of());

  public CalibrationRules {
    ratersPerSample = Objects.requireNonNullElse(ratersPerSample, 3);
    // 0.80 and 0.8 are one number and must give one hash.
    targetAgreement = Objects.requireNonNullElse(targetAgreement, TARGET).stripTrailingZeros();
    guidance = Objects.requireNonNullElse(guidance, List.of());
  }
}
