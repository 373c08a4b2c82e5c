package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A peer who goes or is away isn't waited for: others may be named, and they anew when back. Nor is
 * whoever has become the reviewer, or has come below the reviewee.
 */
@ApplicationScoped
class PeerWatch implements Follower {

  static final String KIND = "peer-watch";
  private static final String SYSTEM = "review-service";

  private static final String BELOW =
      """
      exists (select 1 from reporting_line below
        where below.employee = q.peer_id and below.above = r.employee_id)
      """;

  private static final String NO_PEER =
      """
      (q.state in ('AGREED', 'ASKED') and e.status <> 'ACTIVE'
       or q.state in ('NOMINATED', 'AGREED', 'ASKED')
         and (q.peer_id = r.reviewer_id or %s or %s))
      """
          .formatted(BELOW, Exits.since("q.peer_id", "q.status_seen"));

  /** Whoever is below somebody who moves may have come below a reviewee with them. */
  private static final String CONCERNED =
      """
      select q.id
      from (select told.id from told
            union
            select sub.employee from told join reporting_line sub on sub.above = told.id) peer
      join peer_request q on q.peer_id = peer.id and q.state in ('NOMINATED', 'AGREED', 'ASKED')
      join employee e on e.id = q.peer_id join review r on r.id = q.review_id
      where %s
      """
          .formatted(NO_PEER);

  private static final String STILL =
      """
      select q.review_id from peer_request q
      join employee e on e.id = q.peer_id join review r on r.id = q.review_id
      where q.id = :id and %s
      """
          .formatted(NO_PEER);

  private final PeerRepository requests;
  private final ReviewRepository reviews;
  private final PeerReleasing releasing;
  private final SteadyLines lines;
  private final Journal journal;

  PeerWatch(
      PeerRepository requests,
      ReviewRepository reviews,
      PeerReleasing releasing,
      SteadyLines lines,
      Journal journal) {
    this.requests = requests;
    this.reviews = reviews;
    this.releasing = releasing;
    this.lines = lines;
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
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lines
        .hold(session)
        .chain(() -> Rows.of(session, STILL).bind("id", id).atMostOne(row -> row.uuid("review_id")))
        .chain(
            review ->
                review
                    .map(found -> lapse(session, found, id))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> lapse(Mutiny.Session session, UUID review, UUID id) {
    return requests
        .holdReview(session, review)
        .chain(() -> requests.find(session, id))
        .map(found -> found.filter(PeerRequest::waits))
        .chain(
            found ->
                found
                    .map(request -> lapse(session, review, request))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> lapse(Mutiny.Session session, UUID review, PeerRequest request) {
    request.lapse();
    return reviews
        .find(session, review)
        .chain(found -> releasing.release(session, found.orElseThrow(), request))
        .chain(() -> journal.write(session, SYSTEM, () -> List.of(request.fact("lapsed"))));
  }
}
