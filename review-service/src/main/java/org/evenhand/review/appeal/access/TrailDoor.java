package org.evenhand.review.appeal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who reads the trail of a review because of an appeal against its result. */
@ApplicationScoped
public class TrailDoor {

  /** How far the door is open. */
  public enum Opening {
    CLOSED,
    /** As the reviewee reads it. */
    AS_REVIEWEE,
    WHOLE
  }

  private final AppealAccess doors;
  private final AppealRepository appeals;

  TrailDoor(AppealAccess doors, AppealRepository appeals) {
    this.doors = doors;
    this.appeals = appeals;
  }

  public Uni<Opening> of(Mutiny.Session session, Viewer viewer, UUID review) {
    return doors
        .ofReview(session, viewer, review)
        .chain(
            relations ->
                appeals
                    .byIds(session, relations.keySet())
                    .map(
                        found ->
                            found.stream()
                                .map(
                                    appeal ->
                                        opening(
                                            appeal, relations.getOrDefault(appeal.id(), Set.of())))
                                .max(Opening::compareTo)
                                .orElse(Opening.CLOSED)));
  }

  /**
   * The panel sees nothing but the redacted evidence until all of it have scored. With the appeal
   * the door closes: what comes later is of another revision, and nobody else's. As long as an
   * appeal is open its revision is the last one.
   */
  static Opening opening(Appeal appeal, Set<AppealRelation> relations) {
    if (appeal.endedAt().isPresent()) {
      return Opening.CLOSED;
    }
    if (relations.contains(AppealRelation.PANEL)
        && appeal.panel().filter(Panel::revealed).isPresent()) {
      return Opening.WHOLE;
    }
    return relations.contains(AppealRelation.COMPANION) ? Opening.AS_REVIEWEE : Opening.CLOSED;
  }
}
