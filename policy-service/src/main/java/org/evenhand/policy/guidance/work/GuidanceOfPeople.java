package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.directory.PeopleListener;
import org.evenhand.policy.directory.ToldPeople;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What becomes of requests with the people: of whoever is erased nothing is left, what a leaver has
 * asked is closed as nobody would read the answer, and a claim that doesn't hold any more is owed
 * by others.
 */
@Singleton
class GuidanceOfPeople implements PeopleListener {

  private final GuidanceRepository requests;
  private final ClaimWatch watch;
  private final Erasing erasing;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  GuidanceOfPeople(
      GuidanceRepository requests,
      ClaimWatch watch,
      Erasing erasing,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.requests = requests;
    this.watch = watch;
    this.erasing = erasing;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Uni<Void> peopleChanged(Mutiny.Session session, ToldPeople people) {
    return erase(session, people.erased())
        .chain(() -> close(session, people.left()))
        .chain(() -> watch.look(session));
  }

  private Uni<Void> erase(Mutiny.Session session, Set<UUID> erased) {
    return erased.isEmpty()
        ? Uni.createFrom().voidItem()
        : requests
            .holdAllOf(session, erased)
            .chain(found -> each(session, found, "erased", one -> erase(session, one)));
  }

  private Uni<Void> erase(Mutiny.Session session, GuidanceRequest request) {
    request.erase();
    return erasing.follow(session, request.id());
  }

  private Uni<Void> close(Mutiny.Session session, Set<UUID> left) {
    return left.isEmpty()
        ? Uni.createFrom().voidItem()
        : requests
            .holdWaitingOf(session, left)
            .chain(found -> each(session, found, "closed", one -> close(session, one)));
  }

  private Uni<Void> close(Mutiny.Session session, GuidanceRequest request) {
    request.closeUnanswered(now());
    return dueWork.schedule(session, GuidanceForgetting.KIND, request.id(), request.goneAt());
  }

  private Uni<Void> each(
      Mutiny.Session session,
      List<GuidanceRequest> found,
      String action,
      Function<GuidanceRequest, Uni<Void>> step) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (GuidanceRequest one : found) {
      done = done.chain(() -> step.apply(one));
    }
    return found.isEmpty()
        ? done
        : done.chain(
            () ->
                journal.write(
                    session,
                    GuidanceFacts.ACTOR,
                    () -> found.stream().map(one -> GuidanceFacts.of(one, action)).toList()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
