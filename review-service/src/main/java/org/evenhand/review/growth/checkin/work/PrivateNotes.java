package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.PrivateNote;
import org.evenhand.review.growth.checkin.PrivateNoteRepository;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.access.CheckInContexts;
import org.evenhand.review.growth.checkin.reading.PrivateNoteView;
import org.evenhand.review.growth.checkin.work.CheckInRequests.NoteRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What each of the two keeps to themself, also when the check-in has ended. */
@ApplicationScoped
class PrivateNotes {

  /**
   * @param found empty for whoever reads the check-in without being one of the two
   */
  private record Keeping(CheckInContext checkIn, Optional<PrivateNote> found)
      implements Steps.Context {

    @Override
    public Mutiny.Session session() {
      return checkIn.session();
    }

    @Override
    public UUID actor() {
      return checkIn.actor();
    }

    private PrivateNote note() {
      return found.orElseThrow(
          () -> Problem.of(CommonProblem.FORBIDDEN, "Only the two keep notes of a check-in."));
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final CheckInContexts contexts;
  private final PrivateNoteRepository notes;
  private final Access access;

  PrivateNotes(
      Mutiny.SessionFactory sessions,
      Steps steps,
      CheckInContexts contexts,
      PrivateNoteRepository notes,
      Access access) {
    this.sessions = sessions;
    this.steps = steps;
    this.contexts = contexts;
    this.notes = notes;
    this.access = access;
  }

  Uni<Versioned<PrivateNoteView>> one(UUID checkIn) {
    return sessions.withTransaction(
        session ->
            keeping(session, checkIn)
                .map(Keeping::note)
                .map(note -> new Versioned<>(note.version(), PrivateNoteView.of(note))));
  }

  Uni<Answer> put(UUID checkIn, @Nullable String ifMatch, NoteRequest request) {
    return steps
        .load(session -> keeping(session, checkIn))
        .permit(Keeping::note)
        .match(ifMatch, keeping -> keeping.note().version())
        .takeNow(
            keeping -> {
              keeping.checkIn().checkIn().require(CheckInStep.PRIVATE_NOTE);
              keeping.note().put(request.text());
              return keeping.note();
            })
        .tell((keeping, note) -> List.of(keeping.checkIn().noted(CheckInStep.PRIVATE_NOTE)))
        .answerNow((keeping, note) -> Answer.ok(note.version(), PrivateNoteView.of(note)));
  }

  private Uni<Keeping> keeping(Mutiny.Session session, UUID checkIn) {
    return access
        .person(session)
        .chain(viewer -> contexts.of(session, checkIn, viewer))
        .chain(
            context ->
                notes
                    .find(session, checkIn, context.actor())
                    .map(note -> new Keeping(context, note)));
  }
}
