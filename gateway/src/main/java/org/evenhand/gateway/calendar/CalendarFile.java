package org.evenhand.gateway.calendar;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * A person's dates as an iCalendar file (RFC 5545, 7986). It is made of the entries alone: the same
 * entries give the same bytes. It names nobody, no organizer either, and so has no method (RFC
 * 5546); how many things fall together is a number.
 */
final class CalendarFile {

  static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

  private static final String NAME = "Evenhand";
  private static final Duration REFRESH = Duration.ofHours(6);

  String of(List<FeedEntry> entries) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Evenhand//Calendar//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Name(NAME));
    calendar.add(new XProperty("X-WR-CALNAME", NAME));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    zones(entries).map(CalendarZone::written).forEach(calendar::add);
    entries.stream().sorted(FeedEntry.ORDER).map(CalendarFile::event).forEach(calendar::add);
    return written(calendar);
  }

  /** Of all that are used. A calendar needs something in it (RFC 5545, 3.6): without dates, UTC. */
  private static Stream<CalendarZone> zones(List<FeedEntry> entries) {
    if (entries.isEmpty()) {
      return Stream.of(new CalendarZone(ZoneId.of("Etc/UTC"), Instant.EPOCH, Instant.EPOCH));
    }
    return entries.stream()
        .filter(entry -> zone(entry).isPresent())
        .collect(
            Collectors.groupingBy(
                entry -> Objects.requireNonNull(entry.zone()).getId(),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(CalendarFile::zone);
  }

  private static CalendarZone zone(List<FeedEntry> entries) {
    return new CalendarZone(
        Objects.requireNonNull(entries.get(0).zone()),
        entries.stream().map(entry -> seconds(entry.start())).min(naturalOrder()).orElseThrow(),
        entries.stream().map(entry -> seconds(entry.end())).max(naturalOrder()).orElseThrow());
  }

  private static VEvent event(FeedEntry entry) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.id().toString()));
    event.add(new DtStamp(entry.changedAt().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new LastModified(entry.changedAt().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new Sequence(entry.sequence()));
    event.add(
        entry.state() == FeedEntry.State.CANCELLED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(new Summary(summary(entry)));
    event.add(new Categories(entry.kind()));
    event.add(ImmutableTransp.TRANSPARENT);
    when(event, entry);
    return event;
  }

  /** The words of its kind, such as "Self review", and how many there are. */
  static String summary(FeedEntry entry) {
    String words = entry.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + (entry.count() > 1 ? " (" + entry.count() + ")" : "");
  }

  /** The end doesn't belong to it: for whole days it is the day after; a moment has none. */
  private static void when(VEvent event, FeedEntry entry) {
    LocalDate first = entry.first();
    if (first != null) {
      event.add(new DtStart<>(first));
      event.add(new DtEnd<>(Objects.requireNonNull(entry.last()).plusDays(1)));
      return;
    }
    Instant start = seconds(entry.start());
    Instant end = seconds(entry.end());
    ParameterList in =
        zone(entry)
            .map(zone -> new ParameterList(List.of(new TzId(zone.getId()))))
            .orElseGet(ParameterList::new);
    event.add(new DtStart<>(in, local(start, entry)));
    if (end.isAfter(start)) {
      event.add(new DtEnd<>(in, local(end, entry)));
    }
  }

  /** As the clocks at the place show it: ical4j would ask rules of its own, which are others. */
  private static Temporal local(Instant moment, FeedEntry entry) {
    return zone(entry).<Temporal>map(zone -> LocalDateTime.ofInstant(moment, zone)).orElse(moment);
  }

  private static Instant seconds(@Nullable Instant moment) {
    return Objects.requireNonNull(moment).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Empty for whole days and for UTC, which needs no rules; and for an hour that the clocks show
   * twice, which UTC alone tells apart.
   */
  private static Optional<ZoneId> zone(FeedEntry entry) {
    return Optional.ofNullable(entry.zone())
        .filter(zone -> !(zone.normalized() instanceof ZoneOffset))
        .filter(zone -> isOnce(seconds(entry.start()), zone) && isOnce(seconds(entry.end()), zone));
  }

  private static boolean isOnce(Instant moment, ZoneId zone) {
    return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(moment, zone)).size() == 1;
  }

  private static String written(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter().output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
