package org.evenhand.analytics.demographics;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a dimension may be kept at all. */
public record Countries(List<Enabled> enabled) {

  public Countries {
    enabled = List.copyOf(enabled);
  }

  /**
   * @param country ISO 3166-1 alpha-2
   * @param legalBasis the provision that the processing rests on, as shown to the person
   */
  @Schema(name = "EnabledCountry")
  public record Enabled(
      @Schema(examples = "GB") String country,
      @Schema(examples = "Equality Act 2010, s. 149; UK GDPR Art. 9(2)(g)") String legalBasis) {}

  Optional<String> legalBasis(@Nullable String country) {
    return enabled.stream()
        .filter(each -> each.country().equals(country))
        .map(Enabled::legalBasis)
        .findFirst();
  }
}
