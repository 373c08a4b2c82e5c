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
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Publications;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.Roles;
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
  private final Publications publications;
  private final BlindSessions blindSessions;
  private final ObjectionMarks objections;
  private final ProfiledRaters profiled;
  private final AnalyticsConfig config;

  Raters(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Directory directory,
      Publications publications,
      BlindSessions blindSessions,
      ObjectionMarks objections,
      ProfiledRaters profiled,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.directory = directory;
    this.publications = publications;
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
                .chain(
                    found ->
                        caller.has(Roles.HR_LEAD)
                            ? ofOthers(session, caller, found)
                            : directory
                                .require(session, caller)
                                .chain(person -> own(session, person, found))));
  }

  private Uni<RatersView> own(Mutiny.Session session, Person person, Cycle cycle) {
    return profiled
        .isEnabled(session, person.employeeId())
        .chain(
            enabled ->
                enabled
                    ? look(session, cycle).chain(look -> own(session, person, cycle, look))
                    : Uni.createFrom().item(RatersWords.off(cycle, View.Scope.OWN)));
  }

  private Uni<RatersView> own(Mutiny.Session session, Person person, Cycle cycle, Look look) {
    return look instanceof Look.Shown shown
        ? own(session, person, cycle, shown).map(view -> RatersWords.own(cycle, view))
        : Uni.createFrom().item(RatersWords.nothing(cycle, View.Scope.OWN, look));
  }

  private Uni<RaterView> own(Mutiny.Session session, Person person, Cycle cycle, Look.Shown shown) {
    UUID rater = person.employeeId();
    return answer(session, cycle, shown, Optional.of(rater))
        .map(answer -> answer.own(rater))
        .call(view -> profiled.show(session, cycle, shown, view));
  }

  private Uni<RatersView> ofOthers(Mutiny.Session session, Caller caller, Cycle cycle) {
    return look(session, cycle)
        .chain(
            look ->
                look instanceof Look.Shown shown
                    ? ofOthers(session, caller, cycle, shown)
                    : Uni.createFrom().item(RatersWords.nothing(cycle, View.Scope.WHOLE, look)));
  }

  private Uni<RatersView> ofOthers(
      Mutiny.Session session, Caller caller, Cycle cycle, Look.Shown shown) {
    return ownToo(session, caller, cycle, shown)
        .chain(
            own ->
                others(session, caller, cycle, shown)
                    .map(others -> Stream.concat(own.stream(), others.stream()).toList()))
        .chain(
            all ->
                all.isEmpty()
                    ? nobody(session, cycle)
                    : Uni.createFrom().item(RatersWords.others(cycle, all)));
  }

  private Uni<RatersView> nobody(Mutiny.Session session, Cycle cycle) {
    return profiled
        .isOnAnywhere(session)
        .map(on -> on ? RatersWords.tooFew(cycle) : RatersWords.off(cycle, View.Scope.WHOLE));
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
    return publications.look(session, cycle, Phase.BEFORE, Dimensions.REVIEWER);
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
