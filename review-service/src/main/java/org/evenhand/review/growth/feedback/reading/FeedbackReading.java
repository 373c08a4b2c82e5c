package org.evenhand.review.growth.feedback.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackRepository;
import org.evenhand.review.growth.feedback.access.FeedbackAccess;
import org.evenhand.review.growth.feedback.access.FeedbackAccess.Filter;
import org.evenhand.review.growth.feedback.access.FeedbackContext;
import org.evenhand.review.growth.feedback.access.FeedbackContexts;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single feedback, through the same doors. */
@ApplicationScoped
public class FeedbackReading {

  private final Mutiny.SessionFactory sessions;
  private final FeedbackContexts contexts;
  private final FeedbackAccess doors;
  private final FeedbackRepository feedback;
  private final Directory directory;
  private final Access access;

  FeedbackReading(
      Mutiny.SessionFactory sessions,
      FeedbackContexts contexts,
      FeedbackAccess doors,
      FeedbackRepository feedback,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.feedback = feedback;
    this.directory = directory;
    this.access = access;
  }

  public Uni<Versioned<FeedbackView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context -> of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  public Uni<FeedbackView> of(FeedbackContext context) {
    return views(
            context.session(),
            List.of(context.feedback()),
            Map.of(context.feedback().id(), context.relations()),
            context.viewer(),
            context.at())
        .map(views -> views.get(0));
  }

  public Uni<Page<FeedbackView>> list(Filter filter, PageRequest page) {
    return sessions
        .withTransaction(
            session -> access.person(session).chain(viewer -> list(session, viewer, filter, page)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<FeedbackView>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, PageRequest page) {
    Instant now = contexts.now();
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return doors
        .list(session, viewer, now, filter, after, page.limit() + 1)
        .chain(
            seen ->
                feedback
                    .byIds(session, seen.keySet())
                    .chain(found -> views(session, found, seen, viewer, now)));
  }

  private Uni<List<FeedbackView>> views(
      Mutiny.Session session,
      List<Feedback> found,
      Map<UUID, Set<FeedbackRelation>> relations,
      Viewer viewer,
      Instant now) {
    return directory
        .names(session, found.stream().flatMap(FeedbackReading::people).collect(Collectors.toSet()))
        .map(
            names ->
                found.stream()
                    .map(
                        one ->
                            FeedbackView.of(
                                one,
                                new Seen(viewer, relations.getOrDefault(one.id(), Set.of()), now),
                                names))
                    .toList());
  }

  private static Stream<UUID> people(Feedback one) {
    return Stream.concat(
        Stream.of(one.authorId()),
        one.recipients().stream()
            .flatMap(each -> Stream.concat(Stream.of(each.employeeId()), each.readers().stream())));
  }
}
