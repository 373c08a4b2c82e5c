package org.evenhand.review.appeal.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What a company says of the ways beside an appeal. */
@ConfigMapping(prefix = "evenhand.appeal")
public interface AppealSettings {

  /** Where discrimination can be complained of by law, by country (ISO 3166-1 alpha-2). */
  Map<String, String> statutoryChannel();

  /** Of other countries. */
  @WithDefault(
      "An appeal replaces neither the equality body nor the courts of your country, and doesn't"
          + " stop their time limits.")
  String otherStatutoryChannel();
}
