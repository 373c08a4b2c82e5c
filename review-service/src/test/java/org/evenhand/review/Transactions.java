package org.evenhand.review;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets a test do in one transaction what no operation offers. */
@ApplicationScoped
public class Transactions {

  private final Mutiny.SessionFactory sessions;

  Transactions(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  public <T> T run(Function<Mutiny.Session, Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
