package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.access.Claims;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Claims, and what becomes of those that don't hold any more: others of HR owe the answer, and no
 * repeat of what the claimer has done says the words again. No event comes on the day on which
 * somebody ceases to serve a unit, so that day is kept as due work.
 */
@ApplicationScoped
class ClaimWatch implements DueTask {

  static final String KIND = "guidance-claim";

  private static final String LAST_DAYS =
      """
      select g.id, min(u.valid_to) as day from guidance_request g
      join colleague_hr_unit u on u.person_id = g.claimer_id
      where g.id = any (cast(:requests as uuid[])) and g.state = 'CLAIMED' and g.claimer_served
        and u.valid_from <= :today and u.valid_to >= :today
      group by g.id
      """;

  private record LastDay(UUID request, LocalDate day) {}

  private final GuidanceRepository requests;
  private final Claims claims;
  private final People people;
  private final RepeatedWords words;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  ClaimWatch(
      GuidanceRepository requests,
      Claims claims,
      People people,
      RepeatedWords words,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.requests = requests;
    this.claims = claims;
    this.people = people;
    this.words = words;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  /** The request is held meanwhile. */
  Uni<Void> claim(Mutiny.Session session, GuidanceRequest request, UUID person) {
    return people
        .servingAsHr(session, Set.of(person), LocalDate.now(clock))
        .invoke(serving -> request.claim(person, serving.contains(person)))
        .chain(() -> plan(session, List.of(request)));
  }

  /** Who has given it back reads it no more; the request is held meanwhile. */
  Uni<Void> giveBack(Mutiny.Session session, GuidanceRequest request, UUID person) {
    request.giveBack(person);
    return words.take(session, List.of(request.id()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID request) {
    return look(session);
  }

  Uni<Void> look(Mutiny.Session session) {
    return lookAtOwed(session).chain(() -> words.takeOfAnswered(session));
  }

  /** At all that are owed by whoever claimed them: few are at a time. */
  private Uni<Void> lookAtOwed(Mutiny.Session session) {
    return requests
        .owedByClaimers(session)
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : claims
                        .abandoned(session, claimed)
                        .chain(abandoned -> passOn(session, claimed, abandoned))
                        .chain(() -> plan(session, claimed)));
  }

  /** The duty follows the fact. */
  private Uni<Void> passOn(
      Mutiny.Session session, List<GuidanceRequest> claimed, Set<UUID> abandoned) {
    return abandoned.isEmpty()
        ? Uni.createFrom().voidItem()
        : words
            .take(session, abandoned)
            .chain(
                () ->
                    journal.write(
                        session,
                        GuidanceFacts.ACTOR,
                        () ->
                            claimed.stream()
                                .filter(one -> abandoned.contains(one.id()))
                                .map(one -> GuidanceFacts.of(one, "passed-on"))
                                .toList()));
  }

  /** By then they may serve another unit: whoever looks again finds that. */
  private Uni<Void> plan(Mutiny.Session session, Collection<GuidanceRequest> claimed) {
    return Rows.of(session, LAST_DAYS)
        .bind("requests", claimed.stream().map(GuidanceRequest::id).toArray(UUID[]::new))
        .bind("today", LocalDate.now(clock))
        .list(row -> new LastDay(row.uuid("id"), row.day("day")))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(last -> schedule(session, last))
                    .collect()
                    .last());
  }

  private Uni<Void> schedule(Mutiny.Session session, LastDay last) {
    return dueWork.schedule(
        session,
        KIND,
        last.request(),
        last.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
