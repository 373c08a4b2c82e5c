package org.evenhand.policy.consultation;

import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** A version whose comments somebody reads or writes. */
record Window(Mutiny.Session session, PolicyVersion version, Actor caller)
    implements Steps.Context {

  CommentView view(Comment comment) {
    return CommentView.of(comment, version, caller);
  }

  @Override
  public UUID actor() {
    return caller.person();
  }
}
