package org.evenhand.policy.version.work;

import io.smallrye.mutiny.Uni;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** Something that depends on what a draft says. It is asked in the transaction of the edit. */
public interface EditFollower {

  Uni<Void> edited(Mutiny.Session session, PolicyVersion version);
}
