package org.evenhand.review.growth.peer;

import static org.evenhand.review.growth.peer.PeerLifecycle.OF_PEERS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** That a peer is to be asked for their view in a review. */
@Entity
@Table(name = "peer_request")
public class PeerRequest {

  /** The audit's name for a request to a peer. */
  public static final String AGGREGATE = "peer-request";

  /** Nobody is asked alone: what one peer said would be known to be theirs. */
  public static final int FEWEST = 2;

  public static final int MOST = 8;

  @Id private UUID id;

  @Version private long version;

  @Column(name = "review_id", updatable = false)
  private UUID reviewId;

  @Column(name = "peer_id", updatable = false)
  private UUID peerId;

  /** The last change of the peer's status before they were named. */
  @Column(name = "status_seen", updatable = false)
  private long statusSeen;

  @Column(name = "by_reviewee")
  private boolean byReviewee;

  @Enumerated(EnumType.STRING)
  private PeerState state;

  /** Whether the peer was asked, and so knows of it. */
  private boolean asked;

  private @Nullable String reason;

  @Enumerated(EnumType.STRING)
  private @Nullable PeerRefusal refusal;

  protected PeerRequest() {}

  private PeerRequest(UUID id, UUID review, Peer peer, boolean byReviewee, PeerState state) {
    this.id = id;
    this.reviewId = review;
    this.peerId = peer.id();
    this.statusSeen = peer.statusSeen();
    this.byReviewee = byReviewee;
    this.state = OF_PEERS.begun(state);
  }

  public static PeerRequest nominated(UUID id, UUID review, Peer peer) {
    return new PeerRequest(id, review, peer, true, PeerState.NOMINATED);
  }

  /** The reviewer wants them beside those whom the reviewee has named. */
  public static PeerRequest added(UUID id, UUID review, Peer peer) {
    return new PeerRequest(id, review, peer, false, PeerState.AGREED);
  }

  /** The reviewee names somebody whom the reviewer has added, and doesn't know it. */
  public void nameToo() {
    byReviewee = true;
  }

  public void agree() {
    become(PeerState.AGREED);
  }

  public void strike(String why) {
    become(PeerState.STRUCK);
    reason = why;
  }

  public void ask() {
    become(PeerState.ASKED);
    asked = true;
  }

  /** Whether the peer is asked, or has answered and may change it. */
  public boolean takesAnswer() {
    return state == PeerState.ASKED || state == PeerState.GIVEN;
  }

  public void give() {
    if (state == PeerState.ASKED) {
      become(PeerState.GIVEN);
    }
  }

  public void decline(PeerRefusal why) {
    become(PeerState.DECLINED);
    refusal = why;
  }

  public void lapse() {
    become(PeerState.LAPSED);
  }

  private void become(PeerState next) {
    state = OF_PEERS.moved(state, next);
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409
   */
  public void require(PeerStep step) {
    OF_PEERS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** The operations that its state allows. */
  public List<String> allowed() {
    return OF_PEERS.operations(state);
  }

  /** The audit keeps that a step was taken, and by whom; words stay here. */
  public Fact fact(String what) {
    return Fact.noted(AGGREGATE, id, what, Map.of("state", state, "version", version));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID reviewId() {
    return reviewId;
  }

  public UUID peerId() {
    return peerId;
  }

  public boolean byReviewee() {
    return byReviewee;
  }

  public PeerState state() {
    return state;
  }

  /** Whether the reviewer wants them, or wanted them before they said no. */
  public boolean wasAgreedTo() {
    return state == PeerState.AGREED
        || state == PeerState.ASKED
        || state == PeerState.GIVEN
        || state == PeerState.DECLINED;
  }

  /** Whether it waits for somebody: the reviewer, another peer, or the peer. */
  public boolean waits() {
    return state.waits();
  }

  public boolean wasAsked() {
    return asked;
  }

  /**
   * As it stands in a review.
   *
   * @param open whether the review still takes what peers say
   */
  public PeerState state(boolean open) {
    return state.waits() && !open ? PeerState.LAPSED : state;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<PeerRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}
