package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Duties for those who may say that they needn't be done. */
@ApplicationScoped
public class WaivableDuties {

  private final Colleagues colleagues;
  private final Standings standings;
  private final DutyRows rows;
  private final Duties duties;
  private final DutyKinds kinds;

  WaivableDuties(
      Colleagues colleagues, Standings standings, DutyRows rows, Duties duties, DutyKinds kinds) {
    this.colleagues = colleagues;
    this.standings = standings;
    this.rows = rows;
    this.duties = duties;
    this.kinds = kinds;
  }

  /**
   * @return fails with 403 for a client and for whoever doesn't work here, with 404 where the
   *     caller may not know of it
   */
  public Uni<WaivableDuty> find(Mutiny.Session session, UUID id) {
    return rows.find(session, id).chain(found -> asked(session, found));
  }

  /** As {@link #find}, held against its being done or moved on until the transaction ends. */
  public Uni<WaivableDuty> hold(Mutiny.Session session, UUID id) {
    return rows.hold(session, id).chain(found -> asked(session, found));
  }

  private Uni<WaivableDuty> asked(Mutiny.Session session, Optional<Duty> found) {
    return colleagues
        .caller(session)
        .chain(worker -> asked(session, found.orElseThrow(WaivableDuties::unknown), worker));
  }

  private Uni<WaivableDuty> asked(Mutiny.Session session, Duty duty, Worker worker) {
    return standings
        .of(session, worker, List.of(duty))
        .map(
            of -> {
              Standing standing = of.getOrDefault(duty.id(), Standing.UNKNOWN);
              if (standing == Standing.UNKNOWN) {
                throw unknown();
              }
              return new WaivableDuty(duty, worker.person(), standing);
            });
  }

  /** Closes it; tasks, calendars and the measure of who was late follow from that. */
  public Uni<Void> waive(Mutiny.Session session, WaivableDuty held, Instant now) {
    Duty duty = held.duty();
    return duties
        .write(session, List.of(duty.waived(now)))
        .chain(
            () -> kinds.rule(duty.kind()).waived(session, duty.matter().subject(), held.caller()));
  }

  private static Problem unknown() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such task.");
  }
}
