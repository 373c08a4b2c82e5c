package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Knows what there is to look at. */
public interface PossibleChecks {

  /**
   * Whether a kind of check can be begun.
   *
   * @param reason in words where it can't; the same whatever is hidden
   */
  @Schema(name = "PossibleCheck")
  record PossibleCheck(
      CheckKind kind,
      @Schema(description = "Whether there is something to look at") boolean open,
      @Schema(description = "Why there is nothing; absent where there is")
          @Nullable String reason) {}

  /** For the manager, each kind. */
  Uni<List<PossibleCheck>> kinds(Mutiny.Session db, Obligation of);

  /** Those of the obligations of which more is to be begun than there is to look at. */
  Uni<Set<UUID>> tooFew(Mutiny.Session db, Collection<UUID> obligations);
}
