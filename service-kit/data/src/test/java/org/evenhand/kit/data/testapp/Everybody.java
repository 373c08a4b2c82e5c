package org.evenhand.kit.data.testapp;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.evenhand.kit.data.caller.CallerDirectory;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** A directory that knows every caller except one who has left. */
@Singleton
public class Everybody implements CallerDirectory {

  public static final String LEAVER = "has-left";

  @Override
  public Uni<String> require(Mutiny.Session session, Caller caller) {
    return Uni.createFrom()
        .item(caller::employeeExternalId)
        .map(id -> id.filter(known -> !known.equals(LEAVER)).orElseThrow(Caller::unknown));
  }
}
