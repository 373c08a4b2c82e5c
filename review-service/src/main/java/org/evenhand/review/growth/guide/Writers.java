package org.evenhand.review.growth.guide;

import java.util.Optional;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.directory.lines.Viewer;

/** For which side somebody writes guides and signs them. */
final class Writers {

  private Writers() {}

  /** A manager of HR speaks for HR: the other side is to hear those whom HR doesn't lead. */
  static Optional<Side> side(Viewer viewer) {
    if (viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD)) {
      return Optional.of(Side.HR);
    }
    return viewer.has(Roles.MANAGER) ? Optional.of(Side.MANAGER) : Optional.empty();
  }
}
