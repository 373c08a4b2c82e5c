package org.evenhand.kit.data.calendar;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a person's calendar shows, and what they were told of it before. */
@ApplicationScoped
class Calendars {

  private static final String CALLING =
      """
      select c.id from colleague c where c.external_id = :id and c.status <> 'TERMINATED'
      order by c.told_at desc, c.id desc limit 1
      """;

  /** Of what isn't kept nobody knows when it was told first; a feed is the same at each reading. */
  private static final Instant UNKNOWN = Instant.EPOCH;

  private final Mutiny.SessionFactory sessions;
  private final List<CalendarSource> sources;
  private final ToldRows rows;
  private final Caller caller;
  private final Clock clock;

  Calendars(
      Mutiny.SessionFactory sessions,
      @All List<CalendarSource> sources,
      ToldRows rows,
      Caller caller,
      Clock clock) {
    this.sessions = sessions;
    this.sources = sources;
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
  }

  /** Fails with 403 for a client, and for a person who doesn't work here. */
  Uni<List<CalendarEntry>> ofCaller(CalendarPeriod period, Set<String> kinds) {
    return sessions.withTransaction(
        session ->
            Uni.createFrom()
                .item(() -> caller.employeeExternalId().orElseThrow(Caller::unknown))
                .chain(
                    id -> Rows.of(session, CALLING).bind("id", id).atMostOne(row -> row.uuid("id")))
                .map(found -> found.orElseThrow(Caller::unknown))
                .chain(person -> shown(session, person, period, kinds)));
  }

  /** Of somebody on whose behalf another service asks. */
  Uni<List<CalendarEntry>> of(UUID person, CalendarPeriod period) {
    return sessions.withTransaction(session -> shown(session, person, period, Set.of()));
  }

  private Uni<List<CalendarEntry>> shown(
      Mutiny.Session session, UUID person, CalendarPeriod period, Set<String> kinds) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Telling telling = new Telling(person, now);
    return told(session, telling)
        .chain(
            kept ->
                dates(session, person, false)
                    .map(dates -> new Telling(person, UNKNOWN).of(dates, List.of()))
                    .map(
                        unkept ->
                            Stream.concat(kept.stream(), unkept.stream())
                                .filter(next -> next.told().isShown(now))
                                .filter(next -> next.told().content().when().isWithin(period))
                                .filter(
                                    next ->
                                        kinds.isEmpty()
                                            || kinds.contains(next.told().content().kind()))
                                .sorted(CalendarEntry.ORDER)
                                .map(CalendarEntry::of)
                                .toList()));
  }

  private Uni<List<Telling.Next>> told(Mutiny.Session session, Telling telling) {
    return dates(session, telling.person(), true)
        .chain(
            dates ->
                rows.of(session, telling.person())
                    .chain(
                        before -> {
                          List<Telling.Next> next = telling.of(dates, before);
                          Set<Told> known = Set.copyOf(before);
                          return rows.write(
                                  session,
                                  telling.person(),
                                  next.stream()
                                      .map(Telling.Next::told)
                                      .filter(told -> !known.contains(told))
                                      .toList())
                              .replaceWith(next);
                        }));
  }

  private Uni<List<CalendarDate>> dates(Mutiny.Session session, UUID person, boolean kept) {
    return Multi.createFrom()
        .iterable(sources)
        .filter(source -> source.isKept() == kept)
        .onItem()
        .transformToUniAndConcatenate(source -> source.of(session, person))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(List::stream).filter(this::isKnown).toList());
  }

  private boolean isKnown(CalendarDate date) {
    return !date.when().lastDay().isBefore(ToldRows.oldest(clock.instant()));
  }
}
