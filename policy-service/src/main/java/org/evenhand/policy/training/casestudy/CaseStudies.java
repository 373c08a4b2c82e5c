package org.evenhand.policy.training.casestudy;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingFormat;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.casestudy.PublishedPrecedents.Precedent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Somebody scores cases, each once; what was agreed on they learn when all are scored. */
@ApplicationScoped
class CaseStudies {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final TrainingRepository repository;
  private final CaseScores scores;
  private final PublishedPrecedents precedents;
  private final People people;

  CaseStudies(
      Mutiny.SessionFactory sessions,
      Steps steps,
      TrainingRepository repository,
      CaseScores scores,
      PublishedPrecedents precedents,
      People people) {
    this.sessions = sessions;
    this.steps = steps;
    this.repository = repository;
    this.scores = scores;
    this.precedents = precedents;
    this.people = people;
  }

  /** The completion is held meanwhile. */
  private record Studying(
      Mutiny.Session session,
      TrainingCompletion completion,
      TrainingModule module,
      List<CaseScore> cases,
      Actor caller)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  Uni<Answer> begin(UUID id) {
    return steps
        .load(session -> studying(session, id))
        .permitAll()
        .add()
        .take(this::begin)
        .tell((studying, view) -> List.of(fact(studying, "case-study-begun")))
        .answerNow(
            (studying, begun) ->
                Answer.created(
                    URI.create("/v1/training-completions/" + id + "/case-study"), null, begun));
  }

  private Uni<CaseStudyBegun> begin(Studying studying) {
    if (studying.module().terms().format() != TrainingFormat.CASE_STUDY
        || !studying.module().isOffered()) {
      throw refused("The module is no case study, or isn't offered.");
    }
    List<UUID> named = studying.module().terms().precedents();
    return precedents
        .of(studying.session(), named)
        .invoke(published -> requireOpen(studying, published.keySet()))
        .map(published -> named.stream().filter(published::containsKey).toList())
        .call(cases -> scores.begin(studying.session(), studying.completion().id(), cases))
        .map(cases -> new CaseStudyBegun(cases.size()));
  }

  /** What isn't published any more nobody can score: it holds no study up. */
  private static void requireOpen(Studying studying, Set<UUID> published) {
    if (studying.cases().stream()
        .anyMatch(each -> !each.isScored() && published.contains(each.precedent()))) {
      throw refused("Some cases of the last study aren't scored yet.");
    }
    if (published.size() < PublishedPrecedents.ENOUGH) {
      throw refused("Too few of its precedents are still published to learn from.");
    }
  }

  Uni<Answer> score(UUID id, int number, int ordinal) {
    return steps
        .load(session -> studying(session, id))
        .permitAll()
        .add()
        .take(studying -> score(studying, number, ordinal))
        .tell((studying, view) -> List.of(fact(studying, "case-scored")))
        .answerNow((studying, view) -> Answer.ok(null, view));
  }

  private Uni<CaseStudyView> score(Studying studying, int number, int ordinal) {
    CaseScore its =
        studying.cases().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(CaseStudies::none);
    if (its.isScored()) {
      throw refused("A case is scored once: it stays what was thought alone.");
    }
    return precedents
        .of(studying.session(), List.of(its.precedent()))
        .map(
            found -> Optional.ofNullable(found.get(its.precedent())).orElseThrow(CaseStudies::none))
        .invoke(of -> requireLevel(of, ordinal))
        .chain(() -> scores.score(studying.session(), studying.completion().id(), number, ordinal))
        .chain(() -> view(studying.session(), studying.completion().id()));
  }

  private static void requireLevel(Precedent of, int ordinal) {
    if (ordinal > of.levels()) {
      throw Problem.of(PolicyProblem.TRAINING_INVALID, "The scale has no such level.")
          .with(RANGE.at("/ordinal", "must be 1 to " + of.levels()));
    }
  }

  Uni<CaseStudyView> read(UUID id) {
    return sessions.withTransaction(
        session ->
            studying(session, id)
                .invoke(
                    studying -> {
                      if (studying.cases().isEmpty()) {
                        throw none();
                      }
                    })
                .chain(() -> view(session, id)));
  }

  private Uni<CaseStudyView> view(Mutiny.Session session, UUID id) {
    return scores
        .latest(session, id)
        .chain(
            cases ->
                precedents
                    .of(session, cases.stream().map(CaseScore::precedent).toList())
                    .map(published -> CaseStudyView.of(cases, published)));
  }

  /** To everybody but the one who learns there is no study. */
  private Uni<Studying> studying(Mutiny.Session session, UUID id) {
    return people
        .caller(session)
        .chain(
            caller ->
                repository
                    .holdCompletion(session, id)
                    .map(found -> found.filter(each -> caller.is(each.personId())))
                    .map(found -> found.orElseThrow(CaseStudies::none))
                    .chain(completion -> studying(session, completion, caller)));
  }

  private Uni<Studying> studying(
      Mutiny.Session session, TrainingCompletion completion, Actor caller) {
    return repository
        .moduleOf(session, completion)
        .chain(
            module ->
                scores
                    .latest(session, completion.id())
                    .map(cases -> new Studying(session, completion, module, cases, caller)));
  }

  /** That it was done, and not how. */
  private static Fact fact(Studying studying, String what) {
    return Fact.noted(CompletionFacts.AGGREGATE, studying.completion().id(), what, null);
  }

  private static Problem refused(String why) {
    return Problem.of(PolicyProblem.TRANSITION_REFUSED, why).allowing(List.of());
  }

  private static Problem none() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such case study.");
  }
}
