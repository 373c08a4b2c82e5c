package org.evenhand.review.growth.guide;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One side writes a text, the other one signs it or puts it otherwise. */
@ApplicationScoped
class GuideSteps {

  private static final String AGGREGATE = "conversation-guide";

  private record Writing(Mutiny.Session session, ConversationGuide guide, Viewer viewer, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    /** The roles of the operation see to it that there is a side. */
    private Signature signature() {
      return new Signature(actor(), Writers.side(viewer).orElseThrow(), at);
    }
  }

  private final Steps steps;
  private final GuideRepository guides;
  private final GuideReading reading;
  private final Access access;
  private final Clock clock;

  GuideSteps(
      Steps steps, GuideRepository guides, GuideReading reading, Access access, Clock clock) {
    this.steps = steps;
    this.guides = guides;
    this.reading = reading;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> draft(Situation situation, @Nullable String ifMatch, GuideRequest request) {
    return step(situation, ifMatch)
        .takeNow(
            writing -> {
              writing.guide().draft(request.words(), writing.signature());
              return "drafted";
            })
        .tell((writing, word) -> List.of(fact(writing.guide(), word)))
        .answer((writing, word) -> answer(writing));
  }

  /** A first text, where none waits; nobody has to have read a guide for that. */
  Uni<Answer> begin(Situation situation, GuideRequest request) {
    return permitted(session -> guides.hold(session, situation))
        .add()
        .takeNow(
            writing -> {
              writing.guide().begin(request.words(), writing.signature());
              return "drafted";
            })
        .tell((writing, word) -> List.of(fact(writing.guide(), word)))
        .answer(
            (writing, word) ->
                view(writing)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/conversation-guides/" + situation),
                                writing.guide().version(),
                                view)));
  }

  Uni<Answer> sign(Situation situation, @Nullable String ifMatch) {
    return step(situation, ifMatch)
        .take(
            writing ->
                writing
                    .session()
                    .persist(writing.guide().sign(Ids.next(), writing.signature()))
                    .replaceWith("signed"))
        .tell((writing, word) -> List.of(fact(writing.guide(), word)))
        .answer((writing, word) -> answer(writing));
  }

  private Steps.Matched<Writing> step(Situation situation, @Nullable String ifMatch) {
    return permitted(session -> guides.get(session, situation))
        .match(ifMatch, writing -> writing.guide().version());
  }

  private Steps.Permitted<Writing> permitted(
      Function<Mutiny.Session, Uni<ConversationGuide>> loaded) {
    return steps
        .load(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            loaded
                                .apply(session)
                                .map(guide -> new Writing(session, guide, viewer, now()))))
        .permitAll();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Uni<Answer> answer(Writing writing) {
    return view(writing).map(view -> Answer.ok(writing.guide().version(), view));
  }

  private Uni<GuideView> view(Writing writing) {
    return reading.of(writing.session(), writing.guide(), writing.viewer());
  }

  private static Fact fact(ConversationGuide guide, String word) {
    return Fact.noted(
        AGGREGATE,
        guide.id(),
        word,
        Map.of("edition", guide.edition(), "version", guide.version()));
  }
}
