package org.evenhand.review.growth.checkin.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.growth.WorkPlaces;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** What check-ins ask of their two. */
@Singleton
class CheckInDuties implements DutyRule {

  private final CheckInRepository checkIns;

  CheckInDuties(CheckInRepository checkIns) {
    this.checkIns = checkIns;
  }

  @Override
  public String aggregateType() {
    return CheckInFacts.AGGREGATE;
  }

  @Override
  public List<CheckInDuty> kinds() {
    return List.of(CheckInDuty.CHECK_IN);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("check_in", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return checkIns
        .byIds(session, ids)
        .chain(
            found ->
                WorkPlaces.of(session, people(found))
                    .map(
                        places ->
                            found.stream()
                                .flatMap(checkIn -> new DutiesOfCheckIn(checkIn, places).owed())
                                .toList()));
  }

  private static List<UUID> people(List<CheckIn> found) {
    return found.stream()
        .map(CheckIn::pair)
        .flatMap(pair -> Stream.of(pair.employeeId(), pair.managerId()))
        .toList();
  }

  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return Uni.createFrom().item(closed(subjects));
  }

  /** No role opens anything of what two say to one another. */
  static Map<UUID, Set<String>> closed(Set<UUID> subjects) {
    return subjects.stream().collect(Collectors.toMap(Function.identity(), subject -> Set.of()));
  }
}
