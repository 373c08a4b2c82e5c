package org.evenhand.review.growth.mentoring.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whoever leaves offers nothing any more, also when they come back. */
@ApplicationScoped
class ProfilesOfLeavers implements Follower {

  private static final String KIND = "mentor-profile-watch";

  private static final String SYSTEM = "review-service";

  private static final String CONCERNED =
      """
      select m.employee_id
      from told join mentor_profile m on m.employee_id = told.id
      where %s
      """
          .formatted(MentorProfiles.LEFT);

  private final MentorProfiles profiles;
  private final Journal journal;

  ProfilesOfLeavers(MentorProfiles profiles, Journal journal) {
    this.profiles = profiles;
    this.journal = journal;
  }

  @Override
  public String concerned() {
    return CONCERNED;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID person) {
    return profiles
        .hold(session, person)
        .chain(() -> profiles.left(session, person))
        .chain(
            found ->
                found
                    .map(
                        profile ->
                            session
                                .remove(profile)
                                .chain(
                                    () ->
                                        journal.write(
                                            session,
                                            SYSTEM,
                                            () -> List.of(ProfileSteps.fact(profile, "removed")))))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
