package org.evenhand.review.growth.feedback.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.feedback.Addressee;
import org.evenhand.review.growth.feedback.FeedbackVisibility;
import org.evenhand.review.growth.feedback.request.FeedbackRequest;
import org.evenhand.review.growth.feedback.request.FeedbackRequestRepository;
import org.jspecify.annotations.Nullable;

/**
 * Who would read what somebody writes. It is said by the same rules before they write and when they
 * give it, so that both agree.
 */
@ApplicationScoped
class Addressing {

  /**
   * Those whom feedback goes to.
   *
   * @param request the one that it answers; null where nobody asked
   */
  record Addressed(
      List<Employee> people,
      List<Addressee> recipients,
      @Nullable FeedbackRequest request,
      Instant at) {}

  private final Directory directory;
  private final FeedbackRequestRepository requests;
  private final Leaders leaders;
  private final Clock clock;

  Addressing(
      Directory directory, FeedbackRequestRepository requests, Leaders leaders, Clock clock) {
    this.directory = directory;
    this.requests = requests;
    this.leaders = leaders;
    this.clock = clock;
  }

  /**
   * @param request the id of the one that it answers
   * @return fails with 422 where they can't be written to, 409 where the request is over
   */
  Uni<Addressed> of(
      Author author, List<UUID> recipients, FeedbackVisibility visibility, @Nullable UUID request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return request(author, request)
        .invoke(asked -> asked.ifPresent(one -> requireAnswer(one, recipients, visibility, now)))
        .chain(
            asked ->
                directory
                    .byIds(author.session(), recipients)
                    .invoke(found -> requireHere(author, recipients, found))
                    .chain(
                        found ->
                            recipients(author, recipients, visibility, asked.orElse(null))
                                .map(
                                    opened ->
                                        new Addressed(
                                            List.copyOf(found.values()),
                                            opened,
                                            asked.orElse(null),
                                            now))));
  }

  private Uni<List<Addressee>> recipients(
      Author author,
      List<UUID> recipients,
      FeedbackVisibility visibility,
      @Nullable FeedbackRequest asked) {
    return switch (visibility) {
      case RECIPIENT -> each(recipients, Addressee::alone);
      case PUBLIC -> each(recipients, Addressee::beforeEverybody);
      case RECIPIENT_AND_MANAGER ->
          asked != null && !asked.isOwn()
              ? each(recipients, one -> Addressee.withReaders(one, List.of(asked.askerId())))
              : leaders
                  .of(author.session(), recipients)
                  .chain(
                      led ->
                          each(
                              recipients,
                              one -> Addressee.withReaders(one, led.getOrDefault(one, List.of()))));
    };
  }

  private static Uni<List<Addressee>> each(
      List<UUID> recipients, Function<UUID, Addressee> addressed) {
    return Uni.createFrom().item(() -> recipients.stream().map(addressed).toList());
  }

  private Uni<Optional<FeedbackRequest>> request(Author author, @Nullable UUID id) {
    return id == null
        ? Uni.createFrom().item(Optional.empty())
        : requests
            .hold(author.session(), id)
            .map(found -> found.filter(one -> one.askedId().equals(author.actor())))
            .invoke(
                found -> {
                  if (found.isEmpty()) {
                    throw Problem.of(CommonProblem.RULE_VIOLATED, "Nobody has asked you so.")
                        .with(NOT_FOUND.at("/requestId", "is no request to you"));
                  }
                })
            .call(found -> requirePurpose(author, found.orElseThrow()));
  }

  /** Who led somebody when they asked, and does so no more, reads nothing more of them. */
  private Uni<Void> requirePurpose(Author author, FeedbackRequest request) {
    return requests
        .isPointless(author.session(), request.id())
        .invoke(
            pointless -> {
              if (pointless) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT,
                        "The request is over: one of its people has left, or who asked leads whom"
                            + " it is about no more.")
                    .allowing(List.of());
              }
            })
        .replaceWithVoid();
  }

  private static void requireAnswer(
      FeedbackRequest asked, List<UUID> recipients, FeedbackVisibility visibility, Instant now) {
    asked.requireOpen(now);
    List<Violation> violations = new ArrayList<>();
    if (!recipients.equals(List.of(asked.aboutId()))) {
      violations.add(
          INCONSISTENT.at("/recipientIds", "has to be whom the request is about, alone"));
    }
    if (!asked.isOwn() && visibility != FeedbackVisibility.RECIPIENT_AND_MANAGER) {
      violations.add(
          INCONSISTENT.at("/visibility", "whoever leads them has asked, so they read it too"));
    }
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "This does not answer the request.")
          .with(violations);
    }
  }

  private static void requireHere(Author author, List<UUID> recipients, Map<UUID, Employee> found) {
    List<Violation> violations =
        IntStream.range(0, recipients.size())
            .mapToObj(i -> against(author, found, recipients.get(i), "/recipientIds/" + i))
            .flatMap(Optional::stream)
            .toList();
    if (!violations.isEmpty()) {
      throw Problem.of(ReviewProblem.FEEDBACK_NOT_POSSIBLE, "Feedback goes to colleagues.")
          .with(violations);
    }
  }

  private static Optional<Violation> against(
      Author author, Map<UUID, Employee> found, UUID recipient, String pointer) {
    if (recipient.equals(author.actor())) {
      return Optional.of(NOT_ALLOWED.at(pointer, "is yourself"));
    }
    return Optional.ofNullable(found.get(recipient)).filter(one -> !one.left()).isPresent()
        ? Optional.empty()
        : Optional.of(NOT_FOUND.at(pointer, "is nobody who works here"));
  }
}
