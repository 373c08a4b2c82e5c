package org.evenhand.policy.challenge.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.ChallengeState;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a reader gets to see of challenges. */
@ApplicationScoped
class ChallengeReading {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final ChallengeRepository challenges;
  private final ChallengeViews views;
  private final People people;

  ChallengeReading(
      Mutiny.SessionFactory sessions,
      ChallengeRepository challenges,
      ChallengeViews views,
      People people) {
    this.sessions = sessions;
    this.challenges = challenges;
    this.views = views;
    this.people = people;
  }

  Uni<Versioned<ChallengeView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        challenges
                            .challenge(session, id)
                            .chain(
                                found ->
                                    views
                                        .of(session, reader, found)
                                        .map(view -> new Versioned<>(found.lockVersion(), view)))));
  }

  Uni<Page<ChallengeView>> list(@Nullable ChallengeState wanted, PageRequest page) {
    UUID last = page.cursor().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
    Set<ChallengeState> states =
        wanted == null ? EnumSet.allOf(ChallengeState.class) : EnumSet.of(wanted);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        challenges
                            .after(session, states, last, page.limit() + 1)
                            .chain(found -> views.of(session, reader, found)))
                .map(found -> Page.of(found, page.limit(), view -> Cursor.of(view.id()))));
  }
}
