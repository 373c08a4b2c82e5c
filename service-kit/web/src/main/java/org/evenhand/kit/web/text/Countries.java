package org.evenhand.kit.web.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The countries of ISO 3166-1. */
public final class Countries {

  private static final Set<String> CODES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  /** Two letters that are in use elsewhere for a country of another code. */
  private static final Map<String, String> ALIASES = Map.of("UK", "GB", "EL", "GR");

  private Countries() {}

  /** What is wrong with a code, and which would be right; empty when it is one of a country. */
  public static Optional<String> fault(String code) {
    return CODES.contains(code)
        ? Optional.empty()
        : Optional.of(
            "is not a country of ISO 3166-1 alpha-2"
                + meant(code)
                    .map(
                        right ->
                            ": "
                                + new Locale("", right).getDisplayCountry(Locale.ENGLISH)
                                + " is "
                                + right)
                    .orElse(", such as NL"));
  }

  private static Optional<String> meant(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    if (CODES.contains(upper)) {
      return Optional.of(upper);
    }
    return Optional.ofNullable(ALIASES.get(upper))
        .or(
            () ->
                Arrays.stream(Locale.getISOCountries())
                    .filter(each -> new Locale("", each).getISO3Country().equals(upper))
                    .findFirst());
  }
}
