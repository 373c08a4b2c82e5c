package org.evenhand.kit.data.place;

import static java.util.stream.Collectors.toCollection;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public holidays of countries and their regions, as Jollyday knows them. */
public final class PublicHolidays {

  /** The years that the calendars of all religions in use are computed for. */
  public static final int FIRST_YEAR = 1900;

  public static final int LAST_YEAR = 2100;

  private static final Set<String> ISO_COUNTRIES = Set.of(Locale.getISOCountries());

  private PublicHolidays() {}

  /** The countries that are known, by ISO 3166-1 alpha-2. */
  public static SortedSet<String> countries() {
    return Stream.of(HolidayCalendar.values())
        .map(HolidayCalendar::getId)
        .filter(ISO_COUNTRIES::contains)
        .collect(toCollection(TreeSet::new));
  }

  /**
   * The regions of a known country that have holidays of their own: mostly the second half of ISO
   * 3166-2, such as BY for Bavaria, and parts of them below, such as BY-AG for Augsburg.
   */
  public static SortedSet<String> regions(String country) {
    return below(manager(country).getCalendarHierarchy(), "").collect(toCollection(TreeSet::new));
  }

  private static Stream<String> below(CalendarHierarchy part, String prefix) {
    return part.getChildren().values().stream()
        .flatMap(
            child -> {
              String region = prefix + child.getId().toUpperCase(Locale.ROOT);
              return Stream.concat(Stream.of(region), below(child, region + "-"));
            });
  }

  /** The holidays that are kept in a year, by name; those that fall on one day joined. */
  static Map<LocalDate, String> of(String country, @Nullable String region, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Map.of();
    }
    HolidayManager manager = manager(country);
    String[] path = Optional.ofNullable(region).map(PublicHolidays::path).orElse(new String[0]);
    Map<LocalDate, String> names = new TreeMap<>();
    // Jollyday counts a holiday to the year it is of, though it may be kept in the next or the
    // last.
    IntStream.rangeClosed(Math.max(FIRST_YEAR, year - 1), Math.min(LAST_YEAR, year + 1))
        .mapToObj(each -> manager.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY, path))
        .flatMap(Set::stream)
        .filter(holiday -> holiday.getDate().getYear() == year)
        .sorted(Comparator.comparing(PublicHolidays::name))
        .forEach(holiday -> names.merge(holiday.getDate(), name(holiday), PublicHolidays::both));
    return Map.copyOf(names);
  }

  /** English whatever the machine's language: the library's root texts are. */
  private static String name(Holiday holiday) {
    String name = holiday.getDescription(Locale.ROOT);
    return name.equals(ResourceUtil.UNDEFINED) ? spelt(holiday.getPropertiesKey()) : name;
  }

  /** Some have only a key: {@code WORKERS_MEMORIAL} is Workers memorial. */
  private static String spelt(String key) {
    String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
    return words.isEmpty()
        ? "Public holiday"
        : words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String both(String known, String other) {
    return known.equals(other) ? known : known + ", " + other;
  }

  private static String[] path(String region) {
    return region.split("-", -1);
  }

  /** Kept by the library, which reads a country once. */
  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
  }
}
