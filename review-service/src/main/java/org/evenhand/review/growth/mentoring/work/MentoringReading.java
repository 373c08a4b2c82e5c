package org.evenhand.review.growth.mentoring.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringPart;
import org.evenhand.review.growth.mentoring.MentoringRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single mentorings, for their two and for HR. */
@ApplicationScoped
class MentoringReading {

  private final Mutiny.SessionFactory sessions;
  private final MentoringRepository mentorings;
  private final Directory directory;
  private final Access access;

  MentoringReading(
      Mutiny.SessionFactory sessions,
      MentoringRepository mentorings,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.mentorings = mentorings;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<MentoringView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> context(session, id, viewer))
                .chain(
                    context ->
                        view(context)
                            .map(view -> new Versioned<>(context.mentoring().version(), view))));
  }

  /** 404 for whoever is neither of the two nor of HR. */
  Uni<MentoringContext> context(Mutiny.Session session, UUID id, Viewer viewer) {
    return mentorings
        .get(session, id)
        .map(
            mentoring -> new MentoringContext(session, mentoring, viewer, part(mentoring, viewer)));
  }

  private static MentoringPart part(Mentoring mentoring, Viewer viewer) {
    return mentoring
        .part(viewer.employeeId())
        .orElseGet(
            () -> {
              if (!isHr(viewer)) {
                throw MentoringRepository.unknown();
              }
              return MentoringPart.HR;
            });
  }

  private static Set<MentoringPart> parts(Viewer viewer, @Nullable MentoringPart wanted) {
    Set<MentoringPart> parts = EnumSet.allOf(MentoringPart.class);
    parts.removeIf(
        each -> each == MentoringPart.HR && !isHr(viewer) || wanted != null && each != wanted);
    return parts;
  }

  private static boolean isHr(Viewer viewer) {
    return viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD);
  }

  /**
   * @param part only those in which the caller has it; null for all that they may see
   */
  Uni<Page<MentoringView>> list(@Nullable MentoringPart part, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            mentorings
                                .page(
                                    session,
                                    viewer.employeeId(),
                                    parts(viewer, part),
                                    after,
                                    page.limit() + 1)
                                .chain(found -> views(session, found, viewer))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  Uni<MentoringView> view(MentoringContext context) {
    return views(context.session(), List.of(context.mentoring()), context.viewer())
        .map(views -> views.get(0));
  }

  private Uni<List<MentoringView>> views(
      Mutiny.Session session, List<Mentoring> found, Viewer viewer) {
    return directory
        .names(
            session,
            found.stream()
                .filter(each -> part(each, viewer) != MentoringPart.HR)
                .flatMap(each -> Stream.of(each.mentorId(), each.menteeId()))
                .collect(Collectors.toSet()))
        .map(
            names ->
                found.stream()
                    .map(each -> MentoringView.of(each, part(each, viewer), names))
                    .toList());
  }
}
