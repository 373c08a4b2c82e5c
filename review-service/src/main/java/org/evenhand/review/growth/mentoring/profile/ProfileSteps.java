package org.evenhand.review.growth.mentoring.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.mentoring.profile.MentorProfiles.Filter;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One's own profile, and the list of those who offer themselves. */
@ApplicationScoped
class ProfileSteps {

  private static final String AGGREGATE = "mentor-profile";

  private record Own(Mutiny.Session session, Viewer viewer, Optional<MentorProfile> profile)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    OptionalLong version() {
      return profile.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final MentorProfiles profiles;
  private final Directory directory;
  private final Access access;

  ProfileSteps(
      Mutiny.SessionFactory sessions,
      Steps steps,
      MentorProfiles profiles,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.steps = steps;
    this.profiles = profiles;
    this.directory = directory;
    this.access = access;
  }

  Uni<Page<MentorProfileView>> list(Filter filter, PageRequest page) {
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            profiles
                                .page(
                                    session,
                                    viewer,
                                    filter,
                                    page.cursor().map(cursor -> cursor.uuid(0)),
                                    page.limit() + 1)
                                .chain(found -> views(session, viewer, found))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<MentorProfileView>> views(
      Mutiny.Session session, Viewer viewer, List<MentorProfile> found) {
    Set<UUID> mentors =
        found.stream().map(MentorProfile::employeeId).collect(Collectors.toUnmodifiableSet());
    return directory
        .names(session, mentors)
        .chain(
            names ->
                profiles
                    .asked(session, viewer, mentors)
                    .map(
                        asked ->
                            found.stream()
                                .map(
                                    each ->
                                        MentorProfileView.of(
                                            each,
                                            names.of(each.employeeId()),
                                            open(viewer, each, asked)))
                                .toList()));
  }

  private static List<String> open(Viewer viewer, MentorProfile profile, Set<UUID> asked) {
    if (viewer.is(profile.employeeId())) {
      return List.of("putMentorProfile", "removeMentorProfile");
    }
    return asked.contains(profile.employeeId()) ? List.of() : List.of("askForMentoring");
  }

  Uni<Versioned<MentorProfileView>> own() {
    return sessions.withTransaction(
        session ->
            own(session)
                .chain(
                    own -> {
                      MentorProfile profile = own.profile().orElseThrow(ProfileSteps::none);
                      return views(session, own.viewer(), List.of(profile))
                          .map(views -> new Versioned<>(profile.version(), views.get(0)));
                    }));
  }

  private static Problem none() {
    return Problem.of(CommonProblem.NOT_FOUND, "You haven't offered to be a mentor.");
  }

  private Uni<Own> own(Mutiny.Session session) {
    return access
        .person(session)
        .call(viewer -> profiles.hold(session, viewer.employeeId()))
        .chain(
            viewer ->
                profiles
                    .find(session, viewer.employeeId())
                    .map(profile -> new Own(session, viewer, profile)));
  }

  /** Fewer places than are taken end nothing: nobody more is taken until there are. */
  Uni<Answer> put(@Nullable String ifMatch, MentorProfileRequest request) {
    return steps
        .load(this::own)
        .permitAll()
        .matchIfThere(ifMatch, Own::version)
        .take(own -> put(own, request))
        .tell((own, profile) -> List.of(fact(profile, "put")))
        .answer(
            (own, profile) ->
                views(own.session(), own.viewer(), List.of(profile))
                    .map(views -> Answer.ok(profile.version(), views.get(0))));
  }

  /** What is agreed already goes on. */
  Uni<Answer> remove(@Nullable String ifMatch) {
    return steps
        .load(this::own)
        .permit(
            own -> {
              if (own.profile().isEmpty()) {
                throw none();
              }
            })
        .matchIfThere(ifMatch, Own::version)
        .take(
            own -> {
              MentorProfile profile = own.profile().orElseThrow();
              return own.session().remove(profile).replaceWith(profile);
            })
        .tell((own, profile) -> List.of(fact(profile, "removed")))
        .answer((own, profile) -> Uni.createFrom().item(new Answer(204, null, null, null)));
  }

  private static Uni<MentorProfile> put(Own own, MentorProfileRequest request) {
    MentorProfile profile = own.profile().orElseGet(() -> new MentorProfile(own.actor()));
    return Exits.seen(own.session(), List.of(own.actor()))
        .invoke(
            seen ->
                profile.put(
                    request.skills().stream().distinct().toList(),
                    request.languages().stream().distinct().toList(),
                    request.capacity(),
                    seen.getOrDefault(own.actor(), 0L)))
        .chain(() -> own.session().persist(profile))
        .replaceWith(profile);
  }

  static Fact fact(MentorProfile profile, String what) {
    return Fact.noted(AGGREGATE, profile.employeeId(), what, null);
  }
}
