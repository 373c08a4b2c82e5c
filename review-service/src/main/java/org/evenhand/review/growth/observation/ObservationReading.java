package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single observations, through the same doors. */
@ApplicationScoped
class ObservationReading {

  private final Mutiny.SessionFactory sessions;
  private final ObservationContexts contexts;
  private final ObservationAccess doors;
  private final ObservationRepository observations;
  private final Directory directory;
  private final Access access;

  ObservationReading(
      Mutiny.SessionFactory sessions,
      ObservationContexts contexts,
      ObservationAccess doors,
      ObservationRepository observations,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.observations = observations;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<GatheredObservationView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context ->
                        of(context)
                            .map(view -> new Versioned<>(context.observation().version(), view))));
  }

  Uni<GatheredObservationView> of(ObservationContext context) {
    return views(
            context.session(),
            List.of(context.observation()),
            Map.of(context.observation().id(), context.relations()),
            context.viewer())
        .map(views -> views.get(0));
  }

  /**
   * @param review the only one whose observations are wanted
   */
  Uni<Page<GatheredObservationView>> list(@Nullable UUID review, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            doors
                                .list(session, viewer, review, after, page.limit() + 1)
                                .chain(
                                    seen ->
                                        observations
                                            .byIds(session, seen.keySet())
                                            .chain(found -> views(session, found, seen, viewer)))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<GatheredObservationView>> views(
      Mutiny.Session session,
      List<GatheredObservation> found,
      Map<UUID, Set<ObservationRelation>> relations,
      Viewer viewer) {
    return directory
        .names(
            session,
            found.stream()
                .flatMap(one -> Stream.of(one.authorId(), one.subjectId()))
                .collect(Collectors.toSet()))
        .map(
            names ->
                found.stream()
                    .map(
                        one ->
                            GatheredObservationView.of(
                                one, relations.getOrDefault(one.id(), Set.of()), viewer, names))
                    .toList());
  }
}
