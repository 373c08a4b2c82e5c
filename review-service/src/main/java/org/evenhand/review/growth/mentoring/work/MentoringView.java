package org.evenhand.review.growth.mentoring.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringPart;
import org.evenhand.review.growth.mentoring.MentoringState;
import org.jspecify.annotations.Nullable;

/**
 * A mentoring, as its two see it. HR reads that there is one and how it stands, and not between
 * whom.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "MentoringView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000901", "state": "ASKED", "part": "MENTEE",
         "mentor": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "mentee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "topic": "How to plan with more than one team", "askedOn": "2027-02-01",
         "actions": ["withdrawMentoring"]}
        """)
record MentoringView(
    UUID id,
    MentoringState state,
    MentoringPart part,
    @Nullable PersonRef mentor,
    @Nullable PersonRef mentee,
    @Nullable String topic,
    @Nullable LocalDate askedOn,
    List<String> actions) {

  static MentoringView of(Mentoring mentoring, MentoringPart part, Names names) {
    boolean all = part != MentoringPart.HR;
    return new MentoringView(
        mentoring.id(),
        mentoring.state(),
        part,
        all ? names.of(mentoring.mentorId()) : null,
        all ? names.of(mentoring.menteeId()) : null,
        all ? mentoring.topic().orElse(null) : null,
        all ? mentoring.askedOn() : null,
        mentoring.open(part));
  }
}
