package org.evenhand.policy.consultation;

import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** A version whose comments somebody reads or writes. */
record Window(Mutiny.Session session, PolicyVersion version, Actor actor) {

  CommentView view(Comment comment) {
    return CommentView.of(comment, version, actor);
  }
}
