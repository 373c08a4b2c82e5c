package org.evenhand.calibration.precedent.duty;

import static org.evenhand.calibration.precedent.duty.PrecedentDuty.PRECEDENT_CHECK;
import static org.evenhand.calibration.precedent.duty.PrecedentDuty.PRECEDENT_OBJECTION;
import static org.evenhand.calibration.precedent.duty.PrecedentDuty.PRECEDENT_REDACTION;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The checker reads, the author takes out what was found, whoever it is about may object. */
@Singleton
class PrecedentDuties implements DutyRule {

  private static final String ASKED =
      """
      select p.id, p.state, p.objection is not null as found, p.author_side,
             author.id as author, author.work_location as author_place,
             checker.id as checker, checker.work_location as checker_place,
             reviewee.id as reviewee, reviewee.work_location as reviewee_place,
             s.objectable_until
      from precedent p
      left join person author on author.id = p.author_id and author.status <> 'TERMINATED'
      left join person checker on checker.id = p.checker_id and checker.status <> 'TERMINATED'
      left join precedent_source s on s.precedent_id = p.id
      left join person reviewee
        on reviewee.id = s.employee_id and reviewee.status <> 'TERMINATED'
      where p.id = any (cast(:ids as uuid[])) and p.state <> 'WITHDRAWN'
      order by p.id
      """;

  /** Somebody of whom something is asked. */
  private record Member(UUID person, @Nullable String place) {

    static @Nullable Member read(Row row, String who) {
      UUID person = row.orNull(who, Row::uuid);
      return person == null ? null : new Member(person, row.orNull(who + "_place", Row::text));
    }
  }

  @Override
  public String aggregateType() {
    return PrecedentFacts.AGGREGATE;
  }

  @Override
  public List<PrecedentDuty> kinds() {
    return List.of(PrecedentDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("precedent", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session db, Collection<UUID> ids) {
    return Rows.of(db, ASKED)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(PrecedentDuties::owed)
        .map(found -> found.stream().flatMap(List::stream).toList());
  }

  private static List<Owed> owed(Row row) {
    UUID id = row.uuid("id");
    PrecedentState state = row.constant("state", PrecedentState.class);
    Pair.Side author = row.constant("author_side", Pair.Side.class);
    boolean found = row.flag("found");
    boolean proposed = state == PrecedentState.PROPOSED;
    return Stream.of(
            of(id, PRECEDENT_CHECK, side(author.other()), Member.read(row, "checker"))
                .map(owed -> owed.metIf(!proposed || found)),
            of(id, PRECEDENT_REDACTION, side(author), Member.read(row, "author"))
                .map(owed -> owed.metIf(!proposed || !found)),
            state == PrecedentState.CHECKED
                ? objection(id, Member.read(row, "reviewee"), row)
                : Stream.<Owed>empty())
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Owed> objection(UUID id, @Nullable Member reviewee, Row row) {
    LocalDate until = row.orNull("objectable_until", Row::day);
    return of(id, PRECEDENT_OBJECTION, Side.EMPLOYEE, reviewee).map(owed -> due(owed, until));
  }

  private static Owed due(Owed owed, @Nullable LocalDate until) {
    return new Owed(
        owed.kind(),
        owed.side(),
        owed.subject(),
        owed.part(),
        owed.holder(),
        owed.holder().person(),
        owed.place(),
        until,
        false);
  }

  /** Who has left owes nothing: the other of the two can withdraw it. */
  private static Stream<Owed> of(UUID id, PrecedentDuty kind, Side side, @Nullable Member member) {
    return member == null
        ? Stream.empty()
        : Stream.of(
            new Owed(
                kind, side, id, "", Holder.of(member.person()), null, member.place(), null, false));
  }

  private static Side side(Pair.Side of) {
    return of == Pair.Side.HR ? Side.HR : Side.MANAGER;
  }
}
