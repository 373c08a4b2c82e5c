package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.evenhand.review.directory.people.Names;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single requests: each stands in the list of all of its people. */
@ApplicationScoped
class FeedbackRequestReading {

  private final Mutiny.SessionFactory sessions;
  private final FeedbackRequestContexts contexts;
  private final FeedbackRequestRepository requests;
  private final AnswersSeen answers;
  private final Directory directory;
  private final Access access;

  FeedbackRequestReading(
      Mutiny.SessionFactory sessions,
      FeedbackRequestContexts contexts,
      FeedbackRequestRepository requests,
      AnswersSeen answers,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.requests = requests;
    this.answers = answers;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<FeedbackRequestView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context ->
                        of(context)
                            .map(view -> new Versioned<>(context.request().version(), view))));
  }

  Uni<FeedbackRequestView> of(FeedbackRequestContext context) {
    return views(context.session(), List.of(context.request()), context.viewer())
        .map(views -> views.get(0));
  }

  Uni<Page<FeedbackRequestView>> list(PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            requests
                                .of(session, viewer.employeeId(), after, page.limit() + 1)
                                .chain(found -> views(session, found, viewer))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<FeedbackRequestView>> views(
      Mutiny.Session session, List<FeedbackRequest> found, Viewer viewer) {
    Instant now = contexts.now();
    return answers
        .of(session, viewer, found, now)
        .chain(seen -> names(session, found).map(names -> views(found, seen, viewer, names, now)));
  }

  private Uni<Names> names(Mutiny.Session session, List<FeedbackRequest> found) {
    return directory.names(
        session,
        found.stream()
            .flatMap(one -> Stream.of(one.askerId(), one.askedId(), one.aboutId()))
            .collect(Collectors.toSet()));
  }

  private static List<FeedbackRequestView> views(
      List<FeedbackRequest> found,
      Map<UUID, AnswerSeen> seen,
      Viewer viewer,
      Names names,
      Instant now) {
    return found.stream()
        .map(
            one ->
                FeedbackRequestView.of(
                    one,
                    one.feedbackId().map(seen::get).orElse(null),
                    viewer.employeeId(),
                    names,
                    now))
        .toList();
  }
}
