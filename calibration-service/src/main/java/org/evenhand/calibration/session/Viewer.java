package org.evenhand.calibration.session;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who looks at sessions. Members read what their seat shows, hr-lead reads how the raters
 * agree; an auditor reads that a session is held, by whom and how far it is, and no score, no
 * rating and no text.
 *
 * @param person empty for an auditor who is no employee
 * @param lead whether they come by hr-lead's door
 */
record Viewer(Optional<UUID> person, boolean lead) {

  boolean facilitates(Session session) {
    return person.map(session::facilitates).orElse(false);
  }

  boolean coFacilitates(Session session) {
    return person.map(session.coFacilitatorId()::equals).orElse(false);
  }

  boolean rates(Session session) {
    return person.map(session.raterIds()::contains).orElse(false);
  }

  /** Whether they may know more of the session than that it is held. */
  boolean reads(Session session) {
    return lead || person.map(session::member).orElse(false);
  }

  /** Whether they may fill a seat anew or end the session. */
  boolean oversees(Session session) {
    return lead || facilitates(session);
  }
}
