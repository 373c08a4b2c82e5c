package org.evenhand.review.growth.catalogue;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What HR writes of an entry.
 *
 * @param seats missing where there is no end of them
 */
@Schema(
    name = "CatalogueEntryRequest",
    example =
        """
        {"kind": "COURSE", "title": "Planning with others", "description": "Two days, in a group",
         "tags": ["planning"], "languages": ["en", "nl-NL"], "places": ["Utrecht"],
         "accessibility": ["STEP_FREE", "CAPTIONS"], "hours": 16,
         "cost": {"amount": "450.00", "currency": "EUR"}, "startsOn": "2027-03-08", "seats": 12}
        """)
record CatalogueRequest(
    @NotNull EntryKind kind,
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @PlainText @Size(max = 4000) String description,
    @Size(max = 20) @Nullable List<@NotNull @PlainText @Size(max = 100) String> criteria,
    @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = CatalogueRequest.TAG) String> tags,
    @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Pattern(regexp = CatalogueRequest.LANGUAGE) String> languages,
    @Size(max = 50) @Nullable List<@NotNull @PlainText @Size(max = 100) String> places,
    @Size(max = 10) @Nullable List<@NotNull AccessFeature> accessibility,
    @Min(1) @Max(10_000) @Nullable Integer hours,
    @Valid @Nullable CostRequest cost,
    @Nullable LocalDate startsOn,
    @Min(1) @Max(100_000) @Nullable Integer seats) {

  /** Plain, so that no two look alike. */
  static final String TAG = "^[a-z0-9][a-z0-9-]{0,39}$";

  /** The part of BCP 47 that names a language, a script and a region. */
  static final String LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$";

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  @Schema(name = "CatalogueCost", example = "{\"amount\": \"450.00\", \"currency\": \"EUR\"}")
  record CostRequest(
      @NotNull @Pattern(regexp = "^(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?$") String amount,
      @NotNull @Pattern(regexp = "^[A-Z]{3}$") String currency) {

    Cost cost() {
      return new Cost(amount, currency);
    }
  }

  /**
   * @param known the keys of the criteria of policies in force
   * @throws Problem RULE_VIOLATED
   */
  EntryContent content(Set<String> known) {
    List<Violation> found = new ArrayList<>();
    List<String> named = orNone(criteria);
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        found.add(NOT_FOUND.at("/criteria/" + i, "is no criterion of a policy in force"));
      }
    }
    if (cost != null && !CURRENCIES.contains(cost.currency())) {
      found.add(MALFORMED.at("/cost/currency", "is no currency of ISO 4217"));
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "An entry can't be put so.").with(found);
    }
    return new EntryContent(
        kind,
        title,
        description,
        named,
        orNone(tags),
        languages.stream().distinct().toList(),
        languages.stream().flatMap(CatalogueRequest::ranges).distinct().toList(),
        orNone(places),
        orNone(accessibility),
        hours,
        cost == null ? null : cost.cost(),
        startsOn);
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().distinct().toList();
  }

  /** Of {@code sr-Latn-RS} that, {@code sr-Latn} and {@code sr} (RFC 4647, basic filtering). */
  private static Stream<String> ranges(String language) {
    return Stream.iterate(
        language,
        range -> !range.isEmpty(),
        range -> range.substring(0, Math.max(range.lastIndexOf('-'), 0)));
  }
}
