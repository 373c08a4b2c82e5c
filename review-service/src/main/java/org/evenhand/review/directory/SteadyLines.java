package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.imports.ImportPause;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * People and lines that stay as they are for a while. What somebody does because they lead another
 * is done before an import takes that from them, or not at all.
 */
@ApplicationScoped
public class SteadyLines {

  /** The kind of the imports that tell of people. */
  public static final String IMPORTS = "org";

  private final ImportPause imports;

  SteadyLines(ImportPause imports) {
    this.imports = imports;
  }

  /** Until the transaction ends, and so before anything is read by which somebody may act. */
  public Uni<Void> hold(Mutiny.Session session) {
    return imports.hold(session, IMPORTS);
  }
}
