package org.evenhand.analytics.rater;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.Person;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Publications;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.rater.RatersView.ProfileState;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how a manager's ratings lie beside those of others: BEFORE calibration, as they gave
 * them. The manager sees their own first, and what they see is noted; hr-lead sees the others only
 * then.
 */
@ApplicationScoped
class Raters {

  private static final String MEANING =
      "Live ratings can't tell a lenient manager from a strong team: each manager rates their own."
          + " A profile is a reason to talk, and never one to change a rating.";

  private static final String BLIND_SAMPLES =
      "Not available: severity on the same blind samples, which could tell the two apart, is not"
          + " reported by calibration sessions. They report agreement alone (/v1/agreement).";

  private static final String CONTEST =
      "A manager who thinks that a profile is wrong, or used for what it can't tell, contests it to"
          + " an hr-lead, who can have everything counted anew (POST /v1/rebuilds) or switch"
          + " profiling off (/v1/rater-profiling), and owes an answer.";

  private static final String OFF =
      "It is switched off: managers' ratings are profiled only in countries where an hr-lead has"
          + " switched it on (/v1/rater-profiling).";

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Directory directory;
  private final Publications publications;
  private final ProfiledRaters profiled;
  private final AnalyticsConfig config;

  Raters(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Directory directory,
      Publications publications,
      ProfiledRaters profiled,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.directory = directory;
    this.publications = publications;
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
                    : Uni.createFrom().item(off(cycle, View.Scope.OWN)));
  }

  private Uni<RatersView> own(Mutiny.Session session, Person person, Cycle cycle, Look look) {
    if (!(look instanceof Look.Shown shown)) {
      return Uni.createFrom().item(nothing(cycle, View.Scope.OWN, look));
    }
    return own(session, person, cycle, shown)
        .map(
            view ->
                view(
                    cycle,
                    View.Scope.OWN,
                    Visibility.SHOWN,
                    "Your own profile. HR sees it only after you have.",
                    List.of(view)));
  }

  private Uni<RaterView> own(Mutiny.Session session, Person person, Cycle cycle, Look.Shown shown) {
    RaterView view = answer(shown).own(person.employeeId().toString());
    return view.state() == ProfileState.SHOWN
        ? profiled.show(session, cycle, person.employeeId()).replaceWith(view)
        : Uni.createFrom().item(view);
  }

  private Uni<RatersView> ofOthers(Mutiny.Session session, Caller caller, Cycle cycle) {
    return look(session, cycle)
        .chain(
            look ->
                look instanceof Look.Shown shown
                    ? ofOthers(session, caller, cycle, shown)
                    : Uni.createFrom().item(nothing(cycle, View.Scope.WHOLE, look)));
  }

  private Uni<RatersView> ofOthers(
      Mutiny.Session session, Caller caller, Cycle cycle, Look.Shown shown) {
    return profiled
        .openTo(session, cycle, caller.employeeExternalId().orElse(""))
        .chain(open -> profiled.shown(session, cycle).map(seen -> answer(shown).others(open, seen)))
        .chain(
            others ->
                ownToo(session, caller, cycle, shown)
                    .map(own -> Stream.concat(own.stream(), others.stream()).toList()))
        .map(
            all ->
                all.isEmpty()
                    ? off(cycle, View.Scope.WHOLE)
                    : view(
                        cycle,
                        View.Scope.WHOLE,
                        Visibility.SHOWN,
                        "Raters in countries where it is on, but for those above you.",
                        all));
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

  private RaterAnswer answer(Look.Shown shown) {
    return new RaterAnswer(
        RaterGroups.of(shown, config.leastGroup(), config.leastDistribution()),
        config.leastGroup());
  }

  private static RatersView off(Cycle cycle, View.Scope scope) {
    return view(cycle, scope, Visibility.SWITCHED_OFF, OFF, List.of());
  }

  private static RatersView nothing(Cycle cycle, View.Scope scope, Look look) {
    Visibility state =
        look instanceof Look.Gathering ? Visibility.GATHERING : Visibility.NO_RATINGS;
    return view(cycle, scope, state, state.words(), List.of());
  }

  private static RatersView view(
      Cycle cycle, View.Scope scope, Visibility state, String note, List<RaterView> raters) {
    return new RatersView(
        CycleView.of(cycle), scope, state, note, MEANING, BLIND_SAMPLES, CONTEST, raters);
  }
}
