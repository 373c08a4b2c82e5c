package org.evenhand.policy.challenge.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeAnswer;
import org.evenhand.policy.challenge.access.AnswerDays;
import org.evenhand.policy.challenge.access.Standing;
import org.evenhand.policy.challenge.access.Standings;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** Challenges as a reader is shown them. */
@ApplicationScoped
public class ChallengeViews {

  private final Standings standings;
  private final AnswerDays days;
  private final ProgressOfAccepted progress;
  private final PolicySettings settings;
  private final Clock clock;

  ChallengeViews(
      Standings standings,
      AnswerDays days,
      ProgressOfAccepted progress,
      PolicySettings settings,
      Clock clock) {
    this.standings = standings;
    this.days = days;
    this.progress = progress;
    this.settings = settings;
    this.clock = clock;
  }

  public Uni<ChallengeView> of(Mutiny.Session session, Actor reader, Challenge challenge) {
    return of(session, reader, List.of(challenge)).map(views -> views.get(0));
  }

  Uni<List<ChallengeView>> of(Mutiny.Session session, Actor reader, List<Challenge> challenges) {
    return standings
        .of(session, reader, challenges)
        .chain(
            standing ->
                around(session, challenges).map(around -> views(challenges, standing, around)));
  }

  private static List<ChallengeView> views(
      List<Challenge> challenges, Map<UUID, Standing> standing, Surroundings around) {
    return challenges.stream()
        .map(one -> ChallengeView.of(one, Objects.requireNonNull(standing.get(one.id())), around))
        .toList();
  }

  private Uni<Surroundings> around(Mutiny.Session session, List<Challenge> challenges) {
    return days.of(session, challenges.stream().map(Challenge::id).toList())
        .chain(
            until ->
                progress
                    .of(
                        session,
                        challenges.stream()
                            .flatMap(one -> one.answers().stream())
                            .map(ChallengeAnswer::becomes)
                            .flatMap(Stream::ofNullable)
                            .toList())
                    .map(
                        came ->
                            new Surroundings(until, came, settings.leastGroup(), clock.instant())));
  }
}
