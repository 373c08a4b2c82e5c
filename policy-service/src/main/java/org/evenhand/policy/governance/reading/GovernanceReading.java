package org.evenhand.policy.governance.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.governance.GovernanceRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader gets to see of reviews. */
@ApplicationScoped
class GovernanceReading {

  private final Mutiny.SessionFactory sessions;
  private final GovernanceRepository repository;
  private final People people;

  GovernanceReading(
      Mutiny.SessionFactory sessions, GovernanceRepository repository, People people) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
  }

  Uni<Versioned<GovernanceReviewView>> review(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .review(session, id)
                            .map(
                                review ->
                                    new Versioned<>(
                                        review.lockVersion(),
                                        GovernanceReviewView.of(review, reader)))));
  }

  Uni<Page<GovernanceReviewView>> list(PageRequest page) {
    long last = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    int after = (int) Math.min(last, Integer.MAX_VALUE);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .after(session, after, page.limit() + 1)
                            .map(
                                found ->
                                    found.stream()
                                        .map(review -> GovernanceReviewView.of(review, reader))
                                        .toList()))
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.number()))));
  }
}
