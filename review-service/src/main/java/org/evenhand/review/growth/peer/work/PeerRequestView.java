package org.evenhand.review.growth.peer.work;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.peer.PeerRefusal;
import org.evenhand.review.growth.peer.PeerRelation;
import org.evenhand.review.growth.peer.PeerState;
import org.jspecify.annotations.Nullable;

/**
 * A request to a peer as its reader may see it. The reviewee reads that the reviewer has agreed,
 * and not what came of it.
 *
 * @param reason why the reviewer has struck the peer
 * @param refusal why the peer says nothing; for the peer and the reviewer alone
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "PeerRequestView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000801", "state": "ASKED", "byReviewee": true,
         "reviewId": "019a8c1e-6f00-7000-8000-000000000101",
         "reviewee": {"id": "019a8c1e-6f00-7000-8000-000000000011", "name": "José Núñez"},
         "peer": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "relations": ["REVIEWER"], "actions": []}
        """)
record PeerRequestView(
    UUID id,
    UUID reviewId,
    PersonRef reviewee,
    PersonRef peer,
    boolean byReviewee,
    PeerState state,
    @Nullable String reason,
    @Nullable PeerRefusal refusal,
    List<PeerRelation> relations,
    List<String> actions) {}
