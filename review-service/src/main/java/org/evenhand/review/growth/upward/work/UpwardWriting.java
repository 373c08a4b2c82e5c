package org.evenhand.review.growth.upward.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.upward.UpwardAnswer;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.UpwardStep;
import org.evenhand.review.growth.upward.UpwardWriter;
import org.evenhand.review.growth.upward.access.UpwardContext;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.evenhand.review.growth.upward.work.UpwardRequests.AnswerRequest;
import org.evenhand.review.growth.upward.work.UpwardRequests.AnswersRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What each of those who are asked writes for themself, changes, and takes back. It moves nothing
 * that anybody else reads: no version, no event, no entry of the audit, no remembered answer. It is
 * answered without a body, whose size would tell operators whether and how much was written.
 */
@ApplicationScoped
class UpwardWriting {

  /**
   * @param found empty for whoever sees the round and isn't asked
   */
  private record Part(UpwardContext context, Optional<UpwardWriter> found)
      implements Steps.Context {

    @Override
    public Mutiny.Session session() {
      return context.session();
    }

    @Override
    public UUID actor() {
      return context.actor();
    }

    private UpwardRound round() {
      return context.round();
    }

    private UpwardWriter writer() {
      return found.orElseThrow(
          () -> Problem.of(CommonProblem.FORBIDDEN, "Only those who are asked answer."));
    }

    private UpwardFormView view() {
      return UpwardFormView.of(round(), writer(), context.open());
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final UpwardContexts contexts;
  private final UpwardRepository rounds;
  private final Access access;

  UpwardWriting(
      Mutiny.SessionFactory sessions,
      Steps steps,
      UpwardContexts contexts,
      UpwardRepository rounds,
      Access access) {
    this.sessions = sessions;
    this.steps = steps;
    this.contexts = contexts;
    this.rounds = rounds;
    this.access = access;
  }

  Uni<Versioned<UpwardFormView>> form(UUID round) {
    return sessions.withTransaction(
        session ->
            part(session, round)
                .map(part -> new Versioned<>(part.writer().version(), part.view())));
  }

  Uni<Answer> write(UUID round, @Nullable String ifMatch, AnswersRequest request) {
    return put(
        round,
        ifMatch,
        UpwardStep.WRITING,
        part -> {
          requireQuestions(part.round(), request.answers());
          return request.answers().stream()
              .map(answer -> new UpwardAnswer(answer.question(), answer.text()))
              .toList();
        });
  }

  Uni<Answer> withdraw(UUID round, @Nullable String ifMatch) {
    return put(round, ifMatch, UpwardStep.WITHDRAWAL, part -> List.of());
  }

  /** What is to stand there; fails with 422. */
  @FunctionalInterface
  private interface Written {
    List<UpwardAnswer> by(Part part);
  }

  private Uni<Answer> put(UUID round, @Nullable String ifMatch, UpwardStep step, Written written) {
    return steps
        .load(session -> part(session, round))
        .permit(Part::writer)
        .match(ifMatch, part -> part.writer().version())
        .takeNow(
            part -> {
              part.context().require(step);
              part.writer().put(written.by(part));
              return part;
            })
        .tell((part, put) -> List.of())
        .answerNow((part, put) -> Answer.done(part.writer().version()));
  }

  private Uni<Part> part(Mutiny.Session session, UUID round) {
    return access
        .person(session)
        .chain(viewer -> contexts.of(session, round, viewer))
        .chain(
            context ->
                rounds
                    .part(session, round, context.actor())
                    .map(found -> new Part(context, found)));
  }

  private static void requireQuestions(UpwardRound round, List<AnswerRequest> answers) {
    Set<Integer> asked = new HashSet<>();
    IntStream.rangeClosed(1, round.questions().size()).forEach(asked::add);
    for (int index = 0; index < answers.size(); index++) {
      if (!asked.remove(answers.get(index).question())) {
        throw Problem.of(
                ReviewProblem.QUESTION_UNKNOWN, "Each question of the round is answered once.")
            .with(NOT_FOUND.at("/answers/" + index + "/question", "is not asked, or twice"));
      }
    }
  }
}
