package org.evenhand.analytics.demographics;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dimension as everyone may read it. */
@Schema(name = "DemographicDimension")
public record DimensionView(
    String key,
    String label,
    List<String> values,
    List<String> undeclaredValues,
    List<Countries.Enabled> countries,
    long version) {

  static DimensionView of(Dimension dimension) {
    return new DimensionView(
        dimension.key(),
        dimension.label(),
        dimension.vocabulary().values(),
        dimension.vocabulary().undeclared(),
        dimension.countries().enabled(),
        dimension.version());
  }
}
