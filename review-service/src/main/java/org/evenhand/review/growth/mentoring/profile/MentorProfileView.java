package org.evenhand.review.growth.mentoring.profile;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;

/** What somebody offers as a mentor. Others read whether a place is free, and not who has one. */
@Schema(
    name = "MentorProfile",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000021",
         "mentor": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "skills": ["planning"], "languages": ["nl", "en"], "capacity": 2}
        """)
record MentorProfileView(
    UUID id, PersonRef mentor, List<String> skills, List<String> languages, int capacity) {

  static MentorProfileView of(MentorProfile profile, PersonRef mentor) {
    return new MentorProfileView(
        profile.employeeId(), mentor, profile.skills(), profile.languages(), profile.capacity());
  }
}
