package org.evenhand.review.growth.feedback.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.CriteriaInForce;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackFacts;
import org.evenhand.review.growth.feedback.FeedbackWords;
import org.evenhand.review.growth.feedback.access.FeedbackContexts;
import org.evenhand.review.growth.feedback.reading.FeedbackReading;
import org.evenhand.review.growth.feedback.request.FeedbackRequest;
import org.evenhand.review.growth.feedback.work.Addressing.Addressed;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.NewFeedback;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.PreviewRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Somebody says something to a colleague or several, of themself or because they were asked. */
@ApplicationScoped
class Giving {

  private record Given(Feedback feedback, Addressed to) {

    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(new FeedbackFacts(feedback, to.at()).given());
      FeedbackRequest request = to.request();
      if (request != null) {
        facts.add(request.fact("given"));
      }
      return facts;
    }
  }

  private final Steps steps;
  private final Addressing addressing;
  private final CriteriaInForce criteria;
  private final FeedbackContexts contexts;
  private final FeedbackReading reading;
  private final Mutiny.SessionFactory sessions;
  private final Directory directory;
  private final Access access;

  Giving(
      Steps steps,
      Addressing addressing,
      CriteriaInForce criteria,
      FeedbackContexts contexts,
      FeedbackReading reading,
      Mutiny.SessionFactory sessions,
      Directory directory,
      Access access) {
    this.steps = steps;
    this.addressing = addressing;
    this.criteria = criteria;
    this.contexts = contexts;
    this.reading = reading;
    this.sessions = sessions;
    this.directory = directory;
    this.access = access;
  }

  /** Who would read it; writes nothing. */
  Uni<AudienceView> audience(PreviewRequest body) {
    FeedbackForm.requireAddressed(body.kind(), body.recipientIds(), body.visibility());
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .map(viewer -> new Author(session, viewer))
                .chain(
                    author ->
                        addressing.of(
                            author, body.recipientIds(), body.visibility(), body.requestId()))
                .chain(
                    addressed ->
                        directory
                            .names(session, AudienceView.people(addressed))
                            .map(names -> AudienceView.of(addressed, names))));
  }

  Uni<Answer> give(NewFeedback body) {
    return steps
        .load(session -> access.person(session).map(viewer -> new Author(session, viewer)))
        .permitAll()
        .add()
        .take(author -> given(author, body))
        .tell((author, given) -> given.facts())
        .answer(
            (author, given) ->
                contexts
                    .of(author.session(), given.feedback().id())
                    .chain(reading::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/feedback/" + view.id()),
                                given.feedback().version(),
                                view)));
  }

  private Uni<Given> given(Author author, NewFeedback body) {
    FeedbackWords words = FeedbackForm.words(body);
    return addressing
        .of(author, body.recipientIds(), body.visibility(), body.requestId())
        .call(to -> requireCriterion(author, to.people(), body.criterion()))
        .map(to -> new Given(feedback(author, body, words, to), to))
        .call(given -> author.session().persist(given.feedback()))
        .invoke(
            given -> {
              FeedbackRequest request = given.to().request();
              if (request != null) {
                request.give(given.feedback().id(), given.to().at());
              }
            });
  }

  private Uni<Void> requireCriterion(
      Author author, List<Employee> people, @Nullable String criterion) {
    return criteria.require(
        author.session(),
        people.stream().map(one -> one.main().id()).toList(),
        criterion,
        "/criterion");
  }

  private static Feedback feedback(
      Author author, NewFeedback body, FeedbackWords words, Addressed to) {
    FeedbackRequest request = to.request();
    return new Feedback(
        Ids.next(),
        author.actor(),
        new Feedback.Subject(body.kind(), body.visibility(), body.criterion(), body.value()),
        words,
        to.recipients(),
        request == null
            ? null
            : new Feedback.Answered(
                request.id(), request.askerId(), request.opensAt().orElse(null)),
        to.at());
  }
}
