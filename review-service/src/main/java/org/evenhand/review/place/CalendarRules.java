package org.evenhand.review.place;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.PublicHolidays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.KeyText;
import org.jspecify.annotations.Nullable;

/** What a calendar may say. */
final class CalendarRules {

  /** The zones of IANA; Java has some of its own besides. */
  private static final SortedSet<String> ZONES =
      ZoneRulesProvider.getAvailableZoneIds().stream()
          .filter(zone -> !zone.startsWith("SystemV/"))
          .collect(Collectors.toCollection(TreeSet::new));

  private CalendarRules() {}

  /**
   * @throws Problem 422 that names each place, and what would be known there
   */
  static void check(String workLocation, CalendarBody body) {
    List<Violation> faults = new ArrayList<>();
    place(workLocation).ifPresent(faults::add);
    zone(body.zone()).ifPresent(faults::add);
    repeated("/weekend/%d", body.weekend(), faults);
    holidays(body.country(), body.region()).ifPresent(faults::add);
    List<LocalDate> days =
        body.exceptions().stream().map(CalendarBody.ExceptionBody::date).toList();
    repeated("/exceptions/%d/date", days, faults);
    if (!faults.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "No calendar can be made of this.")
          .with(faults);
    }
  }

  private static Optional<Violation> place(String workLocation) {
    Optional<String> fault =
        workLocation.isEmpty() ? Optional.of("has to be a name") : KeyText.fault(workLocation);
    return fault.map(detail -> MALFORMED.parameter("workLocation", detail));
  }

  private static Optional<Violation> zone(String zone) {
    if (ZONES.contains(zone)) {
      return Optional.empty();
    }
    List<String> near =
        area(zone).stream()
            .flatMap(area -> ZONES.stream().filter(each -> each.startsWith(area + "/")))
            .toList();
    String known = near.isEmpty() ? "areas are " + list(areas()) : "known there are " + list(near);
    return Optional.of(
        NOT_ONE_OF.at("/zone", "is no time zone of IANA, such as Europe/Berlin; " + known));
  }

  private static List<String> areas() {
    return ZONES.stream().flatMap(zone -> area(zone).stream()).distinct().toList();
  }

  /** {@code Europe} of {@code Europe/Berlin}; some old ones are in none. */
  private static Optional<String> area(String zone) {
    int slash = zone.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(zone.substring(0, slash));
  }

  private static Optional<Violation> holidays(@Nullable String country, @Nullable String region) {
    if (country == null) {
      return region == null
          ? Optional.empty()
          : Optional.of(INCONSISTENT.at("/region", "needs the country that it is a part of"));
    }
    Set<String> countries = PublicHolidays.countries();
    if (!countries.contains(country)) {
      return Optional.of(
          NOT_ONE_OF.at(
              "/country",
              "has no holidays here; leave it out and name them as exceptions. Known are "
                  + list(countries)));
    }
    Set<String> regions = PublicHolidays.regions(country);
    return region == null || regions.contains(region)
        ? Optional.empty()
        : Optional.of(NOT_ONE_OF.at("/region", unknownRegion(country, regions)));
  }

  private static String unknownRegion(String country, Set<String> regions) {
    return regions.isEmpty()
        ? "can't be told of " + country + ", whose regions have no holidays of their own"
        : "is no region of " + country + " with holidays of its own; known are " + list(regions);
  }

  private static void repeated(String pointer, List<?> values, List<Violation> faults) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (!seen.add(values.get(i))) {
        faults.add(DUPLICATE.at(pointer.formatted(i), "is named twice"));
      }
    }
  }

  private static String list(Collection<String> known) {
    return String.join(", ", known);
  }
}
