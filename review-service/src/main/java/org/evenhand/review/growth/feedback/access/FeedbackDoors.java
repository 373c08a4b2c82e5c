package org.evenhand.review.growth.feedback.access;

import java.util.EnumMap;
import java.util.Map;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;

/**
 * The clause of each relation to the feedback {@code f}, over the parameters {@code :viewer},
 * {@code :today} and {@code :now}.
 */
final class FeedbackDoors {

  static final String READABLE = "f.state in ('GIVEN', 'ADDED_TO')";

  private static final String RECEIVED =
      """
      exists (select 1 from feedback_recipient got
              where got.feedback_id = f.id and got.employee_id = :viewer)
      """;

  /** On its day, or when a result of the person was shared after it, be it revised since. */
  private static final String OPEN_TO_RECIPIENT =
      """
      (f.opens_at is null or f.opens_at <= :now or exists (
        select 1 from review told
        where told.employee_id = :viewer
          and (told.shared_at >= f.given_at or exists (
            select 1 from jsonb_array_elements(told.past -> 'revisions') earlier
            where cast(earlier ->> 'sharedAt' as timestamptz) >= f.given_at))))
      """;

  private static final String OPENED_BY_NAME =
      """
      exists (select 1 from feedback_recipient got
              where got.feedback_id = f.id
                and got.readers @> jsonb_build_array(cast(cast(:viewer as uuid) as text)))
      """;

  /** It went to nobody, and came from nobody, of whom HR would judge as one of their chain. */
  private static final String OUTSIDE_OWN_CHAIN =
      """
      (%s and not exists (select 1 from feedback_recipient near
         where near.feedback_id = f.id and not %s))
      """
          .formatted(
              AccessClauses.outsideOwnChain("f.author_id"),
              AccessClauses.outsideOwnChain("near.employee_id"));

  private FeedbackDoors() {}

  static Map<FeedbackRelation, String> of(Viewer viewer) {
    Map<FeedbackRelation, String> doors = new EnumMap<>(FeedbackRelation.class);
    doors.put(FeedbackRelation.AUTHOR, "(f.author_id = :viewer)");
    doors.put(FeedbackRelation.RECIPIENT, "(%s and %s)".formatted(RECEIVED, OPEN_TO_RECIPIENT));
    doors.put(FeedbackRelation.READER, "(%s and %s)".formatted(READABLE, OPENED_BY_NAME));
    doors.put(FeedbackRelation.PUBLIC, "(%s and f.is_public)".formatted(READABLE));
    if (viewer.has(Roles.HR)) {
      doors.put(FeedbackRelation.HR, hr(AccessClauses.hrOf("shown.employee_id", "a.org_unit")));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(FeedbackRelation.HR_LEAD, hr("true"));
    }
    return doors;
  }

  private static String hr(String servesRecipient) {
    return """
    (%s and %s and exists (
      select 1 from feedback_recipient shown
      join assignment a on a.employee_id = shown.employee_id and a.main
      where shown.feedback_id = f.id and (f.is_public or shown.hr_since is not null) and %s))
    """
        .formatted(READABLE, OUTSIDE_OWN_CHAIN, servesRecipient);
  }

  /** What is public is in everybody's list; in HR's is what recipients show them. */
  static String listed(FeedbackRelation door) {
    return switch (door) {
      case HR, HR_LEAD ->
          """
           and f.id in (select shown.feedback_id from feedback_recipient shown
                        where shown.hr_since is not null)
          """;
      case AUTHOR, RECIPIENT, READER, PUBLIC -> "";
    };
  }
}
