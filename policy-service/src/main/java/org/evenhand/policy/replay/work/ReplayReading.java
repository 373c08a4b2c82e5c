package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  ReplayReading(
      Mutiny.SessionFactory sessions,
      PolicyRepository policies,
      ReplayRepository replays,
      People people) {
    this.sessions = sessions;
    this.policies = policies;
    this.replays = replays;
    this.people = people;
  }

  Uni<ImpactReplayView> one(VersionAddress address, int number) {
    return of(
        address,
        (session, version, reader) ->
            replays
                .get(session, version.id(), number)
                .map(replay -> ImpactReplayView.of(address, replay, reader)));
  }

  Uni<Page<ImpactReplayView>> list(VersionAddress address, PageRequest page) {
    int limit = page.limit();
    long last = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    return of(
        address,
        (session, version, reader) ->
            replays
                .after(session, version.id(), (int) Math.min(last, Integer.MAX_VALUE), limit + 1)
                .map(found -> Page.of(found, limit, replay -> Cursor.of(replay.number())))
                .map(found -> found.map(replay -> ImpactReplayView.of(address, replay, reader))));
  }

  /** What somebody reads of a version that they may see. */
  private interface Look<T> {
    Uni<T> of(Mutiny.Session session, PolicyVersion version, Actor reader);
  }

  private <T> Uni<T> of(VersionAddress address, Look<T> look) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        policies
                            .version(session, address, reader.hr())
                            .chain(version -> look.of(session, version, reader))));
  }
}
