package org.evenhand.kit.data.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a work location says about its days. Our services keep it, and tell each other of it, in
 * this form.
 *
 * @param workLocation as the HRIS names it
 * @param country whose public holidays are free, one of {@link PublicHolidays#countries}; null
 *     where only weekends and exceptions are
 * @param region whose public holidays are free besides, one of {@link PublicHolidays#regions}
 * @param weekend not the whole week
 * @param exceptions the place's own free and working days, each day once
 */
public record SiteCalendar(
    String workLocation,
    ZoneId zone,
    Set<DayOfWeek> weekend,
    @Nullable String country,
    @Nullable String region,
    List<ExceptionalDay> exceptions) {

  /**
   * Sorts, so that equal calendars are written alike.
   *
   * @throws IllegalArgumentException without any working day, or with two exceptions for one day
   */
  public SiteCalendar {
    Objects.requireNonNull(workLocation);
    Objects.requireNonNull(zone);
    weekend = Collections.unmodifiableSet(new TreeSet<>(weekend));
    exceptions = exceptions.stream().sorted(Comparator.comparing(ExceptionalDay::date)).toList();
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("a week without working days");
    }
    if (exceptions.stream().map(ExceptionalDay::date).distinct().count() < exceptions.size()) {
      throw new IllegalArgumentException("two exceptions for one day");
    }
  }

  /** Of the place, not of what is said about it: who is removed and comes back has the same one. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(workLocation.getBytes(UTF_8));
  }
}
