package org.evenhand.policy.challenge.access;

import org.evenhand.policy.challenge.Supporters.Support;
import org.evenhand.policy.directory.Actor;

/**
 * What a reader is to a challenge.
 *
 * @param author whether they raised it
 * @param joined whether one that they raised was merged into it
 * @param shared whether one that anybody else raised was
 * @param named whether it is about them
 * @param challenged the same, or about somebody above or below them
 * @param nearAuthor whether they are above or below whoever raised it
 * @param signer whether they are a manager who has signed the version
 * @param answered whether they have given the first answer
 * @param turn whose turn it is to answer
 */
public record Standing(
    Actor reader,
    boolean author,
    boolean joined,
    boolean shared,
    boolean named,
    boolean challenged,
    boolean nearAuthor,
    boolean signer,
    boolean answered,
    Turn turn,
    Support support) {

  /** Whether they may know who raised it, and whom it is about. */
  public boolean seesNames() {
    return author || reader.hr() && !challenged && !nearAuthor;
  }

  boolean isFree() {
    return isOutside() && !challenged;
  }

  /** Whether it is neither theirs nor about them. */
  boolean isOutside() {
    return !author && !joined && !named;
  }
}
