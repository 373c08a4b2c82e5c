package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.replay.ReplayRepository;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** What HR and managers read of replays: managers of versions that they are asked to sign. */
@ApplicationScoped
class ReplayReading {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository policies;
  private final ReplayRepository replays;
  private final People people;
  private final ReplayActions actions;
  private final Clock clock;

  ReplayReading(
      Mutiny.SessionFactory sessions,
      PolicyRepository policies,
      ReplayRepository replays,
      People people,
      ReplayActions actions,
      Clock clock) {
    this.sessions = sessions;
    this.policies = policies;
    this.replays = replays;
    this.people = people;
    this.actions = actions;
    this.clock = clock;
  }

  Uni<ImpactReplayView> one(VersionAddress address, int number) {
    return of(
        address,
        (session, version, reader, open) ->
            replays
                .get(session, version.id(), number)
                .map(replay -> ImpactReplayView.of(address, replay, reader, open)));
  }

  Uni<Page<ImpactReplayView>> list(VersionAddress address, PageRequest page) {
    int limit = page.limit();
    long last = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    return of(
        address,
        (session, version, reader, open) ->
            replays
                .after(session, version.id(), (int) Math.min(last, Integer.MAX_VALUE), limit + 1)
                .map(found -> Page.of(found, limit, replay -> Cursor.of(replay.number())))
                .map(
                    found ->
                        found.map(replay -> ImpactReplayView.of(address, replay, reader, open))));
  }

  @FunctionalInterface
  private interface Reading<T> {
    /**
     * @param open what the reader may do besides
     */
    Uni<T> of(Mutiny.Session session, PolicyVersion version, Actor reader, List<String> open);
  }

  private <T> Uni<T> of(VersionAddress address, Reading<T> reading) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        policies
                            .version(session, address, reader.hr())
                            .chain(
                                version ->
                                    actions
                                        .of(session, version, reader, clock.instant())
                                        .chain(
                                            open -> reading.of(session, version, reader, open)))));
  }
}
