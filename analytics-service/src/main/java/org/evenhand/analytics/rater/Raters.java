package org.evenhand.analytics.rater;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.Person;
import org.evenhand.analytics.objection.ObjectionMarks;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.analytics.viewer.Access;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how a manager's ratings lie beside those of others: BEFORE calibration, as they gave
 * them, and on blind samples. The manager sees their own first, and what they see is noted; hr-lead
 * sees the others only then.
 */
@ApplicationScoped
class Raters {

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Directory directory;
  private final Editions editions;
  private final BlindSessions blindSessions;
  private final ObjectionMarks objections;
  private final ProfiledRaters profiled;
  private final AnalyticsConfig config;

  Raters(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Directory directory,
      Editions editions,
      BlindSessions blindSessions,
      ObjectionMarks objections,
      ProfiledRaters profiled,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.directory = directory;
    this.editions = editions;
    this.blindSessions = blindSessions;
    this.objections = objections;
    this.profiled = profiled;
    this.config = config;
  }

  Uni<RatersView> of(Caller caller, String cycle) {
    return sessions.withTransaction(
        session ->
            cycles
                .require(session, cycle)
                .chain(found -> words(session, found))
                .chain(
                    words ->
                        caller.has(Roles.HR_LEAD)
                            ? ofOthers(session, caller, words)
                            : directory
                                .require(session, caller)
                                .chain(person -> own(session, person, words))));
  }

  private Uni<RatersWords> words(Mutiny.Session session, Cycle cycle) {
    return editions
        .last(session, cycle)
        .map(last -> new RatersWords(cycle, ReleaseView.of(cycle, last)));
  }

  private Uni<RatersView> own(Mutiny.Session session, Person person, RatersWords words) {
    return profiled
        .isEnabled(session, person.employeeId())
        .chain(
            enabled ->
                enabled
                    ? look(session, words.cycle()).chain(look -> own(session, person, words, look))
                    : Uni.createFrom().item(words.off(View.Scope.OWN)));
  }

  private Uni<RatersView> own(Mutiny.Session session, Person person, RatersWords words, Look look) {
    return look instanceof Look.Shown shown
        ? own(session, person, words.cycle(), shown).map(words::own)
        : Uni.createFrom().item(words.nothing(View.Scope.OWN, look));
  }

  private Uni<RaterView> own(Mutiny.Session session, Person person, Cycle cycle, Look.Shown shown) {
    UUID rater = person.employeeId();
    return answer(session, cycle, shown, Optional.of(rater))
        .map(answer -> answer.own(rater))
        .call(view -> profiled.show(session, cycle, shown, view));
  }

  private Uni<RatersView> ofOthers(Mutiny.Session session, Caller caller, RatersWords words) {
    return look(session, words.cycle())
        .chain(
            look ->
                look instanceof Look.Shown shown
                    ? ofOthers(session, caller, words, shown)
                    : Uni.createFrom().item(words.nothing(View.Scope.WHOLE, look)));
  }

  private Uni<RatersView> ofOthers(
      Mutiny.Session session, Caller caller, RatersWords words, Look.Shown shown) {
    Cycle cycle = words.cycle();
    return ownToo(session, caller, cycle, shown)
        .chain(
            own ->
                others(session, caller, cycle, shown)
                    .map(others -> Stream.concat(own.stream(), others.stream()).toList()))
        .chain(
            all ->
                all.isEmpty() ? nobody(session, words) : Uni.createFrom().item(words.others(all)));
  }

  private Uni<RatersView> nobody(Mutiny.Session session, RatersWords words) {
    return profiled
        .isOnAnywhere(session)
        .map(on -> on ? words.tooFew() : words.off(View.Scope.WHOLE));
  }

  private Uni<List<RaterView>> others(
      Mutiny.Session session, Caller caller, Cycle cycle, Look.Shown shown) {
    return profiled
        .openTo(session, cycle, caller.employeeExternalId().orElse(""))
        .chain(
            open ->
                profiled
                    .seen(session, cycle, shown)
                    .chain(
                        seen ->
                            answer(session, cycle, shown, Optional.empty())
                                .map(answer -> answer.others(open, seen))));
  }

  /** An hr-lead who rates sees their own as every manager does. */
  private Uni<List<RaterView>> ownToo(
      Mutiny.Session session, Caller caller, Cycle cycle, Look.Shown shown) {
    if (!caller.has(Roles.MANAGER)) {
      return Uni.createFrom().item(List.of());
    }
    return directory
        .require(session, caller)
        .chain(
            person ->
                profiled
                    .isEnabled(session, person.employeeId())
                    .chain(
                        enabled ->
                            enabled
                                ? own(session, person, cycle, shown).map(List::of)
                                : Uni.createFrom().item(List.<RaterView>of())));
  }

  private Uni<Look> look(Mutiny.Session session, Cycle cycle) {
    // Which of the raters are hidden, a profile decides among those that it is held against.
    return editions.byWorkAttribute(
        session, cycle, Phase.BEFORE, Dimensions.REVIEWER, Access.EXACT, config.leastGroup());
  }

  private Uni<RaterAnswer> answer(
      Mutiny.Session session, Cycle cycle, Look.Shown shown, Optional<UUID> rater) {
    return blindSessions
        .of(session, cycle, shown.scale().size(), rater)
        .chain(
            severities ->
                objections
                    .of(session, cycle)
                    .map(
                        marks ->
                            new RaterAnswer(
                                RaterGroups.of(
                                    shown, config.leastGroup(), config.leastDistribution()),
                                new BlindAnswer(severities),
                                marks,
                                config.leastGroup())));
  }
}
