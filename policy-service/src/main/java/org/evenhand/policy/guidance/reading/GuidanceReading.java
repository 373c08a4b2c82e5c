package org.evenhand.policy.guidance.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.access.GuidanceAccess;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.evenhand.policy.guidance.access.GuidanceWaits;
import org.evenhand.policy.guidance.access.Waiting;
import org.hibernate.reactive.mutiny.Mutiny;

/** What one has asked or claimed oneself. */
@ApplicationScoped
class GuidanceReading {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final GuidanceRepository requests;
  private final GuidanceAccess access;
  private final GuidanceWaits waits;
  private final People people;

  GuidanceReading(
      Mutiny.SessionFactory sessions,
      GuidanceRepository requests,
      GuidanceAccess access,
      GuidanceWaits waits,
      People people) {
    this.sessions = sessions;
    this.requests = requests;
    this.access = access;
    this.waits = waits;
    this.people = people;
  }

  Uni<Versioned<GuidanceRequestView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .invoke(Actor::requirePerson)
                .chain(
                    reader ->
                        requests
                            .find(session, id)
                            .map(found -> found.orElseThrow(GuidanceRepository::notFound))
                            .chain(found -> view(session, reader, found))));
  }

  private Uni<Versioned<GuidanceRequestView>> view(
      Mutiny.Session session, Actor reader, GuidanceRequest found) {
    return access
        .relation(session, reader, found)
        .map(relation -> relation.orElseThrow(GuidanceRepository::notFound))
        .chain(
            relation ->
                waits
                    .of(session, List.of(found))
                    .map(
                        waiting ->
                            new Versioned<>(
                                found.lockVersion(),
                                GuidanceRequestView.of(found, relation, waiting.get(found.id())))));
  }

  Uni<Page<GuidanceRequestView>> list(PageRequest page) {
    UUID last = page.cursor().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .invoke(Actor::requirePerson)
                .chain(
                    reader ->
                        requests
                            .own(session, reader.person(), last, page.limit() + 1)
                            .map(own -> Page.of(own, page.limit(), one -> Cursor.of(one.id())))
                            .chain(own -> views(session, reader, own))));
  }

  private Uni<Page<GuidanceRequestView>> views(
      Mutiny.Session session, Actor reader, Page<GuidanceRequest> own) {
    return access
        .relations(session, reader, own.items())
        .chain(
            relations ->
                waits
                    .of(session, own.items())
                    .map(
                        waiting -> new Page<>(views(own.items(), relations, waiting), own.next())));
  }

  private static List<GuidanceRequestView> views(
      List<GuidanceRequest> own,
      Map<UUID, GuidanceRelation> relations,
      Map<UUID, Waiting> waiting) {
    return own.stream()
        .flatMap(
            one ->
                Stream.ofNullable(relations.get(one.id()))
                    .filter(GuidanceRelation::isParty)
                    .map(relation -> GuidanceRequestView.of(one, relation, waiting.get(one.id()))))
        .toList();
  }
}
