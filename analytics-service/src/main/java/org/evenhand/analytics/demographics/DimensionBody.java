package org.evenhand.analytics.demographics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.CountryCode;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** How hr-lead defines a dimension. */
@Schema(name = "DimensionDefinition")
record DimensionBody(
    @Schema(examples = "Disability") @NotNull @PlainText @Size(max = 100) String label,
    @Schema(description = "What the HRIS may send", examples = "[\"Disabled\", \"Not disabled\"]")
        @NotNull
        @Size(min = 1, max = 100)
        List<@NotNull @PlainText @Size(max = 100) String> values,
    @Schema(
            description =
                "Those of the values that say nothing, such as \"Unknown\": shown as coverage,"
                    + " never the reference and never a finding",
            examples = "[\"Unknown\"]")
        @Nullable List<@NotNull @PlainText @Size(max = 100) String> undeclaredValues,
    @Schema(description = "Values of persons employed elsewhere are refused, and withdrawn if held")
        @NotNull
        @Size(max = 250)
        List<@NotNull @Valid CountryBody> countries) {

  /** A country and what allows the processing there. */
  @Schema(name = "CountryBasis")
  record CountryBody(
      @Schema(description = "ISO 3166-1 alpha-2", examples = "GB") @NotNull @CountryCode
          String country,
      @Schema(examples = "UK GDPR Art. 9(2)(g)") @NotNull @PlainText @Size(max = 500)
          String legalBasis) {}

  Vocabulary vocabulary() {
    return new Vocabulary(values, undeclaredValues == null ? List.of() : undeclaredValues);
  }

  Countries toCountries() {
    return new Countries(
        countries.stream()
            .map(each -> new Countries.Enabled(each.country(), each.legalBasis()))
            .toList());
  }
}
