package org.evenhand.review.growth.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads private notes, each for its author. */
@ApplicationScoped
public class PrivateNoteRepository {

  /** Both have one from the beginning, so that nobody sees by its being there that it was used. */
  public Uni<Void> begin(Mutiny.Session session, CheckIn checkIn) {
    return session.persistAll(
        new PrivateNote(checkIn.id(), checkIn.pair().employeeId()),
        new PrivateNote(checkIn.id(), checkIn.pair().managerId()));
  }

  /** Empty for whoever isn't one of the two. */
  public Uni<Optional<PrivateNote>> find(Mutiny.Session session, UUID checkIn, UUID author) {
    return session
        .createSelectionQuery(
            "from PrivateNote n where n.checkInId = :checkIn and n.authorId = :author",
            PrivateNote.class)
        .setParameter("checkIn", checkIn)
        .setParameter("author", author)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }
}
