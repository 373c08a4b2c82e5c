package org.evenhand.kit.data.calendar;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.SilentDuties;
import org.evenhand.kit.data.duty.Worker;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a person is asked for where no row may say whether and when they did it. */
@Singleton
class SilentDutyDates implements CalendarSource {

  private record Due(DutyKind kind, LocalDate on) {}

  private final List<SilentDuties> silent;

  SilentDutyDates(@All List<SilentDuties> silent) {
    this.silent = silent;
  }

  @Override
  public boolean isKept() {
    return false;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    Worker worker = new Worker(person, Set.of(), Set.of(), Map.of(), Set.of());
    return Multi.createFrom()
        .iterable(silent)
        .onItem()
        .transformToUniAndConcatenate(duties -> duties.of(session, worker))
        .collect()
        .asList()
        .map(asked -> dates(asked.stream().flatMap(List::stream)));
  }

  private static List<CalendarDate> dates(Stream<Owed> owed) {
    return owed
        .flatMap(each -> Stream.ofNullable(each.dueOn()).map(day -> new Due(each.kind(), day)))
        .collect(Collectors.groupingBy(due -> due, Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            each ->
                DutyDates.of(
                    each.getKey().kind(),
                    each.getKey().on().toString(),
                    When.on(each.getKey().on()),
                    null,
                    each.getValue()))
        .toList();
  }
}
