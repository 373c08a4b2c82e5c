package org.evenhand.gateway.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a zone between two moments, each change by its date: so the hours of a file are
 * read as the JDK's rules have made them, however old the rules of its reader are.
 */
record CalendarZone(ZoneId zone, Instant from, Instant to) {

  /** No clock of today began later. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

  VTimeZone written() {
    VTimeZone written = new VTimeZone();
    written.add(new TzId(zone.getId()));
    written.add(usual());
    changes().map(this::observance).forEach(written::add);
    return written;
  }

  private Observance usual() {
    ZoneOffset offset = rules().getStandardOffset(from);
    return observance(new Standard(), ALWAYS, offset, offset);
  }

  /** From the one that made the clocks what they are at the beginning. */
  private Stream<ZoneOffsetTransition> changes() {
    return Stream.iterate(
            first(),
            change -> change != null && !change.getInstant().isAfter(to),
            change -> rules().nextTransition(change.getInstant()))
        .filter(change -> change.getInstant().isAfter(Instant.EPOCH));
  }

  private @Nullable ZoneOffsetTransition first() {
    ZoneOffsetTransition before = rules().previousTransition(from.plusNanos(1));
    return before == null ? rules().nextTransition(from) : before;
  }

  private Observance observance(ZoneOffsetTransition change) {
    return observance(
        rules().isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static Observance observance(
      Observance observance, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(start));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }

  private ZoneRules rules() {
    return zone.getRules();
  }
}
