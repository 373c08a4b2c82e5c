package org.evenhand.review.growth.mentoring.profile;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;

/**
 * What somebody offers as a mentor. Others read whether a place is free, and not who has one.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "MentorProfile",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000021",
         "mentor": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "skills": ["planning"], "languages": ["nl", "en"], "capacity": 2,
         "actions": ["askForMentoring"]}
        """)
record MentorProfileView(
    UUID id,
    PersonRef mentor,
    List<String> skills,
    List<String> languages,
    int capacity,
    List<String> actions) {

  static MentorProfileView of(MentorProfile profile, PersonRef mentor, List<String> actions) {
    return new MentorProfileView(
        profile.employeeId(),
        mentor,
        profile.skills(),
        profile.languages(),
        profile.capacity(),
        actions);
  }
}
