package org.evenhand.review.growth.peer.work;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.peer.PeerStep;

/** What a reviewer is asked because of peers; what a peer is asked is the review's. */
enum PeerDuty implements DutyKind {
  PEER_NOMINATION;

  private static final int WORKING_DAYS = 5;

  @Override
  public DutyTerms terms() {
    return confidential(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return List.of(PeerStep.AGREEMENT.operation(), PeerStep.STRIKING.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("it is one step to strike a peer.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/peer-requests/" + subject;
  }
}
