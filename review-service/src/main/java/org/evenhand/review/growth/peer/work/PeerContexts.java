package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.peer.PeerAccess;
import org.evenhand.review.growth.peer.PeerRelation;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds requests to peers with all that belongs to them, for those who may see them. */
@ApplicationScoped
class PeerContexts {

  private final PeerAccess doors;
  private final PeerRepository requests;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;

  PeerContexts(
      PeerAccess doors, PeerRepository requests, ReviewRepository reviews, CycleRepository cycles) {
    this.doors = doors;
    this.requests = requests;
    this.reviews = reviews;
    this.cycles = cycles;
  }

  /** The request as this viewer may see it; 404 where they may not. */
  Uni<PeerContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(relations -> of(session, viewer, Map.of(id, relations)))
        .map(found -> found.get(0));
  }

  /** In the order of their ids. */
  Uni<List<PeerContext>> of(
      Mutiny.Session session, Viewer viewer, Map<UUID, Set<PeerRelation>> seen) {
    return requests
        .byIds(session, seen.keySet())
        .chain(
            found ->
                reviews
                    .byIds(session, found.stream().map(PeerRequest::reviewId).distinct().toList())
                    .chain(
                        of ->
                            cycles
                                .byIds(
                                    session, of.stream().map(Review::cycleId).distinct().toList())
                                .map(in -> contexts(session, viewer, seen, found, of, in))));
  }

  private static List<PeerContext> contexts(
      Mutiny.Session session,
      Viewer viewer,
      Map<UUID, Set<PeerRelation>> seen,
      List<PeerRequest> found,
      List<Review> reviews,
      List<Cycle> cycles) {
    Map<UUID, Review> of =
        reviews.stream().collect(Collectors.toMap(Review::id, Function.identity()));
    Map<UUID, Cycle> in = cycles.stream().collect(Collectors.toMap(Cycle::id, Function.identity()));
    List<PeerContext> contexts = new ArrayList<>();
    for (PeerRequest request : found) {
      Review review = Objects.requireNonNull(of.get(request.reviewId()));
      contexts.add(
          new PeerContext(
              session,
              request,
              review,
              Objects.requireNonNull(in.get(review.cycleId())),
              viewer,
              seen.getOrDefault(request.id(), Set.of())));
    }
    return contexts;
  }
}
