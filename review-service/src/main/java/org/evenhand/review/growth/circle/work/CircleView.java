package org.evenhand.review.growth.circle.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.circle.CircleState;
import org.evenhand.review.growth.circle.Membership;
import org.jspecify.annotations.Nullable;

/**
 * A circle as its reader may see it. HR reads that there is one, its size and how often it has met.
 *
 * @param size how many have joined
 * @param membership the reader's own; absent for HR
 * @param theme for those who have joined or are asked to, as are members
 * @param nextMeeting for those who have joined
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CoachingCircle",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000601", "state": "ACTIVE", "size": 3,
         "meetingsHeld": 4, "membership": "JOINED", "theme": "Leading for the first time",
         "members": [{"membership": "JOINED",
           "person": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"}}],
         "nextMeeting": {"startsAt": "2026-12-10T15:00:00Z", "locally": [
           {"zone": "Europe/Amsterdam", "day": "2026-12-10", "time": "16:00", "inNight": false,
            "person": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"}}]},
         "actions": ["inviteToCircle", "leaveCircle", "planCircleMeeting", "holdCircleMeeting"]}
        """)
record CircleView(
    UUID id,
    CircleState state,
    int size,
    int meetingsHeld,
    @Nullable Membership membership,
    @Nullable String theme,
    @Nullable List<MemberView> members,
    @Nullable MeetingView nextMeeting,
    List<String> actions) {

  @Schema(name = "CircleMember")
  record MemberView(PersonRef person, Membership membership) {}

  @Schema(name = "CircleMeeting")
  record MeetingView(Instant startsAt, List<LocalHourView> locally) {}

  /**
   * When it is where a member works.
   *
   * @param zone UTC where the place's zone isn't known
   */
  @Schema(name = "CircleLocalHour")
  record LocalHourView(
      PersonRef person, String zone, LocalDate day, String time, boolean inNight) {}
}
